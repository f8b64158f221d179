/** Whatever is done to a pack after it was signed is named by the verifier it carries. */
@NullMarked
package asterism.command.wiring.pack;

import org.jspecify.annotations.NullMarked;
