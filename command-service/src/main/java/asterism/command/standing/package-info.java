/**
 * The star of a branch: a ledger of decisions. An award adds an entry and may say its last day; a downgrade, a suspension, a
 * reinstatement, a withdrawal and the end of its time add others, and an upheld appeal strikes one out; what stands without it,
 * stands. What must happen by a day, an alarm asks for: a star expires, a suspension ends, a plaque that stays out is void.
 */
@NullMarked
package asterism.command.standing;

import org.jspecify.annotations.NullMarked;
