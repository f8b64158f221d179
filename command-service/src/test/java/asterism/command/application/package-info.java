/** Applications told as stories: given these facts, when somebody asks, then those facts or that refusal. */
@NullMarked
package asterism.command.application;

import org.jspecify.annotations.NullMarked;
