/** Pairings that begin and end. */
@NullMarked
package asterism.query.practices;

import org.jspecify.annotations.NullMarked;
