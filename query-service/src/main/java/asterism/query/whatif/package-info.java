/**
 * What would the stars of a round be if something had been otherwise? A question is answered beside everything else, from the inputs of the
 * rating alone, and kept as a report that anybody who asks the same at the same position gets again. Nothing is decided, recorded or sent.
 */
@NullMarked
package asterism.query.whatif;

import org.jspecify.annotations.NullMarked;
