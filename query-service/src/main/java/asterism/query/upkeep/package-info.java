/** How the projections stand, and building them anew, for those who keep the house. */
@NullMarked
package asterism.query.upkeep;

import org.jspecify.annotations.NullMarked;
