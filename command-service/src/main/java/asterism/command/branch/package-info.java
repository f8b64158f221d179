/**
 * Branches as organisations: where they belong, what kind they are, since when they exist.
 */
@NullMarked
package asterism.command.branch;

import org.jspecify.annotations.NullMarked;
