/**
 * What if: the stars of a round as they would be without an assessor, a score, a piece of evidence or any other fact, by other rules, or on
 * what was known at another time. Facts are left out or rules exchanged, then the round is rated by the very function that rated it; what
 * differs is told with the step that makes the difference. Pure: nothing is asked, recorded or sent.
 */
@NullMarked
package asterism.rating.whatif;

import org.jspecify.annotations.NullMarked;
