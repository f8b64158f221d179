/** What must not break on the way from the journal to the rows. */
@NullMarked
package asterism.query.projecting;

import org.jspecify.annotations.NullMarked;
