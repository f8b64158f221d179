/**
 * Branches as organisations: where they belong, what kind they are, since when they exist,
 * and how agencies are reorganised: renamed, moved, merged, split, abolished.
 */
@NullMarked
package asterism.command.branch;

import org.jspecify.annotations.NullMarked;
