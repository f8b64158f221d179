/** How a question is refused. */
@NullMarked
package asterism.query.reading;

import org.jspecify.annotations.NullMarked;
