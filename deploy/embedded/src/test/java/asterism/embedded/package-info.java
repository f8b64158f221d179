/**
 * The embedded servers started, killed and started again, and what they say where they cannot start.
 */
@NullMarked
package asterism.embedded;

import org.jspecify.annotations.NullMarked;
