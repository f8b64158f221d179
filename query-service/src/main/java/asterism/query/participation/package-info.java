/** How many of those who were asked took part in the surveys about a branch? */
@NullMarked
package asterism.query.participation;

import org.jspecify.annotations.NullMarked;
