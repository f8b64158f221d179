/**
 * The ledger of stars under test: what stands after a decision no longer counts.
 */
@NullMarked
package asterism.standing;

import org.jspecify.annotations.NullMarked;
