@NullMarked
package asterism.events;

import org.jspecify.annotations.NullMarked;
