/** Stories told to the read side: given facts, when asked, then answers. */
@NullMarked
package asterism.query;

import org.jspecify.annotations.NullMarked;
