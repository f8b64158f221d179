/**
 * Appeals against decisions in the ledger: lodged in time, judged by a panel that had no part in what it judges, and dismissed, or
 * upheld, which strikes the decision out, or upheld with another decision in its place. What is dismissed may go to the next
 * instance, before other people. Where the scheme says so the decision is out of force while the appeal is pending.
 */
@NullMarked
package asterism.command.appeal;

import org.jspecify.annotations.NullMarked;
