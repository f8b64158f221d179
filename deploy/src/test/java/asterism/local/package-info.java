/** The local house as a person at the keyboard meets it: a process of its own, started, stopped, killed and started again. */
@NullMarked
package asterism.local;

import org.jspecify.annotations.NullMarked;
