/** What happens, as it happens: the facts about branches, rounds and appeals as a stream that goes on where a client lost it. */
@NullMarked
package asterism.query.changes;

import org.jspecify.annotations.NullMarked;
