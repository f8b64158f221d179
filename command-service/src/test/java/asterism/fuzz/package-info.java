/** Whatever bytes come in from outside, each reader of them answers or refuses; none falls over. */
@NullMarked
package asterism.fuzz;

import org.jspecify.annotations.NullMarked;
