/**
 * What the star of a branch is, from its ledger alone: one fold for the service that decides and the service that shows.
 */
@NullMarked
package asterism.standing;

import org.jspecify.annotations.NullMarked;
