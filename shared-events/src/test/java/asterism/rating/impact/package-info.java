/** Stories of schemes that change. */
@NullMarked
package asterism.rating.impact;

import org.jspecify.annotations.NullMarked;
