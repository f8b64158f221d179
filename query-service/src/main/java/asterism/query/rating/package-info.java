/** Which star does each branch hold today? */
@NullMarked
package asterism.query.rating;

import org.jspecify.annotations.NullMarked;
