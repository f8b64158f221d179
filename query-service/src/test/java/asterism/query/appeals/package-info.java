/** Appeals on their way through the register. */
@NullMarked
package asterism.query.appeals;

import org.jspecify.annotations.NullMarked;
