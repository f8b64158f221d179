/** What waits to be done, and for whom. */
@NullMarked
package asterism.query.worklist;

import org.jspecify.annotations.NullMarked;
