/** Lists as they are asked: the filter language, pages, clocks, CSV. */
@NullMarked
package asterism.query.listing;

import org.jspecify.annotations.NullMarked;
