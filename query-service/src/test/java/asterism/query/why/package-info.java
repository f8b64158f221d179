/** Stars whose reasons are followed down to the last fact. */
@NullMarked
package asterism.query.why;

import org.jspecify.annotations.NullMarked;
