/** Bodies told as stories: every refusal, what people let, say and are bound by, and what of them is erased. */
@NullMarked
package asterism.command.body;

import org.jspecify.annotations.NullMarked;
