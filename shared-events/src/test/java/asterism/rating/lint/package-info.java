/** Tests of the linter. */
@NullMarked
package asterism.rating.lint;

import org.jspecify.annotations.NullMarked;
