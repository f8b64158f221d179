/**
 * The star of a branch: a ledger of decisions. An award adds an entry and may say its last day; a downgrade, a suspension, a
 * reinstatement, a withdrawal and the end of its time add others, and an upheld appeal strikes one out; what stands without it,
 * stands. What must happen by a day, an alarm asks for: a star expires, a suspension ends, a plaque that stays out is void, a
 * correction that nobody showed is missed. Beside the ledger stands what is seen between two rounds - surveillance, vetoes, upheld
 * complaints, points - and what strong branches give to weak ones; it changes a star only where the scheme says what follows at once.
 */
@NullMarked
package asterism.command.standing;

import org.jspecify.annotations.NullMarked;
