/** Which groups of indicators do the points of a round come from, and has that changed since the round before? */
@NullMarked
package asterism.query.orientation;

import org.jspecify.annotations.NullMarked;
