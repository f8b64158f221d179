/** Rows that keep what was known before, as several questions need them: a row is never overwritten, it gets an end and a successor. */
@NullMarked
package asterism.query.known;

import org.jspecify.annotations.NullMarked;
