/**
 * The demo county under test: its figures come from one seed, and its story plays through every decider in memory.
 */
@NullMarked
package asterism.local.demo;

import org.jspecify.annotations.NullMarked;
