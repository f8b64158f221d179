/** The tables of ways catch what may not be. */
@NullMarked
package asterism.ways;

import org.jspecify.annotations.NullMarked;
