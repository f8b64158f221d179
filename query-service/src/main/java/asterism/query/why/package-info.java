/**
 * Why does a branch hold this star? A tree from the star over the ruling, the decision, the seats and the computed level, step by step,
 * down to each score, its assessor, the clause of the scheme and the evidence; every leaf names the position of its fact.
 */
@NullMarked
package asterism.query.why;

import org.jspecify.annotations.NullMarked;
