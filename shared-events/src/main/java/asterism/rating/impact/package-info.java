/**
 * What a change of a scheme would do to the units rated by it, before it is in force: who moves, which step made the difference,
 * and who moves only because others did. The same pure function serves the command line and the record of an activation.
 */
@NullMarked
package asterism.rating.impact;

import org.jspecify.annotations.NullMarked;
