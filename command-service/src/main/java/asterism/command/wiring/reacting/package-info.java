/** One fact, one wish: Axon's pooled processor reads the journal and asks for what the reactions wish. */
@NullMarked
package asterism.command.wiring.reacting;

import org.jspecify.annotations.NullMarked;
