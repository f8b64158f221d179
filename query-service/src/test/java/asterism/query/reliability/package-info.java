/** Scores that agree, or do not. */
@NullMarked
package asterism.query.reliability;

import org.jspecify.annotations.NullMarked;
