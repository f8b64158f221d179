/** Which proposed stars stand in public notice, so that anybody may object? */
@NullMarked
package asterism.query.notices;

import org.jspecify.annotations.NullMarked;
