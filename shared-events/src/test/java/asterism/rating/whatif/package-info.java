/** Worlds with and without something, and what the what-if function says of them. */
@NullMarked
package asterism.rating.whatif;

import org.jspecify.annotations.NullMarked;
