/** What must branches put right, by when, and how far are they? */
@NullMarked
package asterism.query.corrections;

import org.jspecify.annotations.NullMarked;
