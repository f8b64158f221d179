/**
 * The panel's page for the decision: for each case of a round what the assessors gave on one scale, how far they lie apart, whose score
 * stands out, whether the star hangs on one of them, and what the rules recommend, by which clause, beside what was decided; the seats of
 * the round above, the votes on ties below. Nothing sealed is shown, and nobody who judges sees a case before they have declared.
 */
@NullMarked
package asterism.query.web.panel;

import org.jspecify.annotations.NullMarked;
