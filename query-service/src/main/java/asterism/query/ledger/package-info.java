/** The ledger of a branch's star as rows: kept alike by every projection that must know which entry stands. */
@NullMarked
package asterism.query.ledger;

import org.jspecify.annotations.NullMarked;
