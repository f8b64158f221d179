/** What do the rules say? The schemes as they were published, read for people. */
@NullMarked
package asterism.query.schemes;

import org.jspecify.annotations.NullMarked;
