/** Cases that wait. */
@NullMarked
package asterism.query.dwell;

import org.jspecify.annotations.NullMarked;
