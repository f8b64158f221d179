/** Listening to what happens. */
@NullMarked
package asterism.query.changes;

import org.jspecify.annotations.NullMarked;
