/** Appeals told as stories: every place and every refusal. */
@NullMarked
package asterism.command.appeal;

import org.jspecify.annotations.NullMarked;
