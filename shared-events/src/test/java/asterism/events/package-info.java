/**
 * The contract under test: an example of every fact, held against its golden file, there and back.
 */
@NullMarked
package asterism.events;

import org.jspecify.annotations.NullMarked;
