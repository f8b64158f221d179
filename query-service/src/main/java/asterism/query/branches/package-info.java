/** The names of branches and the bodies they belong to, as several questions show them beside what they tell. */
@NullMarked
package asterism.query.branches;

import org.jspecify.annotations.NullMarked;
