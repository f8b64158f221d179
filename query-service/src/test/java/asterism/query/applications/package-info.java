/** What waits to be done, and for whom. */
@NullMarked
package asterism.query.applications;

import org.jspecify.annotations.NullMarked;
