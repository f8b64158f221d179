/** How long do cases stay in each stage, how many stay too long, and who is to act? */
@NullMarked
package asterism.query.dwell;

import org.jspecify.annotations.NullMarked;
