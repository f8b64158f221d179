/** What all answers have in common: where they stand, how long to wait for a position, how a bad question is refused. */
@NullMarked
package asterism.query.reading;

import org.jspecify.annotations.NullMarked;
