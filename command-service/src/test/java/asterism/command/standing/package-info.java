/** Stars told as stories: granted, lowered, struck out. */
@NullMarked
package asterism.command.standing;

import org.jspecify.annotations.NullMarked;
