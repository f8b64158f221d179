/**
 * Which star did a branch hold on a day, and which did we say at the time; how are they spread, and how did they move? Two clocks: the
 * day, and the position of the journal.
 */
@NullMarked
package asterism.query.history;

import org.jspecify.annotations.NullMarked;
