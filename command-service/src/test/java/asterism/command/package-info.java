/** Whole rounds through the deciders alone. */
@NullMarked
package asterism.command;

import org.jspecify.annotations.NullMarked;
