/** The policy against the table that was agreed on. */
@NullMarked
package asterism.policy;

import org.jspecify.annotations.NullMarked;
