/** Tests of commands as forms. */
@NullMarked
package asterism.query.web.asking;

import org.jspecify.annotations.NullMarked;
