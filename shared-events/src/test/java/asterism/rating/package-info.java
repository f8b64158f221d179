/** Tests of the rating engine. */
@NullMarked
package asterism.rating;

import org.jspecify.annotations.NullMarked;
