@NullMarked
package asterism.standing;

import org.jspecify.annotations.NullMarked;
