/** Whether the auditor's verifier finds what was done to a journal, and says where. */
@NullMarked
package asterism.verify;

import org.jspecify.annotations.NullMarked;
