/** Which facts are there about a branch, a round, a scheme … as they were written? Other questions that read facts back ask here. */
@NullMarked
package asterism.query.facts;

import org.jspecify.annotations.NullMarked;
