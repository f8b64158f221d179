/** Checks that need to see the whole house. */
@NullMarked
package asterism.house;

import org.jspecify.annotations.NullMarked;
