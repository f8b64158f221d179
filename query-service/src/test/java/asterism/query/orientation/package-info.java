/** Points and where they come from. */
@NullMarked
package asterism.query.orientation;

import org.jspecify.annotations.NullMarked;
