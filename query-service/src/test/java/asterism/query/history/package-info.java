/** Whether the history says what a table would that is too simple to be wrong. */
@NullMarked
package asterism.query.history;

import org.jspecify.annotations.NullMarked;
