/**
 * Attempts that a guard refused, kept per person, so that they are seen and never move the case.
 */
@NullMarked
package asterism.command.guard;

import org.jspecify.annotations.NullMarked;
