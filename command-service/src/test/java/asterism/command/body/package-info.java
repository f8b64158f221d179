/** What becomes of wishes about bodies and their people. */
@NullMarked
package asterism.command.body;

import org.jspecify.annotations.NullMarked;
