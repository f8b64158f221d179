/** Corrections on their way to a cure. */
@NullMarked
package asterism.query.corrections;

import org.jspecify.annotations.NullMarked;
