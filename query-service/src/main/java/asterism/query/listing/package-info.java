/**
 * What all lists have in common: one filter language, pages by key, two clocks where a list knows them, CSV, and who may read.
 * A list is a {@link asterism.query.listing.Listing} that its package puts among the beans; its fields are those of its row.
 */
@NullMarked
package asterism.query.listing;

import org.jspecify.annotations.NullMarked;
