/**
 * The star of a branch: a ledger of decisions. An award adds an entry, a downgrade adds a lower one, and an upheld appeal
 * strikes one out; what stands without it, stands.
 */
@NullMarked
package asterism.command.standing;

import org.jspecify.annotations.NullMarked;
