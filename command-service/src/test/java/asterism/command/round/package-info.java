/** Rounds told as stories: every place, every refusal, ten branches with a tie. */
@NullMarked
package asterism.command.round;

import org.jspecify.annotations.NullMarked;
