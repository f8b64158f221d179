/** Tests of how schemes are read for people. */
@NullMarked
package asterism.query.schemes;

import org.jspecify.annotations.NullMarked;
