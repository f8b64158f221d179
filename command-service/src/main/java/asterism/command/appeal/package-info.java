/**
 * Appeals against decisions in the ledger: lodged in time, judged by a panel that had no part in what it judges, and either
 * dismissed or upheld, which strikes the decision out.
 */
@NullMarked
package asterism.command.appeal;

import org.jspecify.annotations.NullMarked;
