/** Stories of people and their posts. */
@NullMarked
package asterism.policy;

import org.jspecify.annotations.NullMarked;
