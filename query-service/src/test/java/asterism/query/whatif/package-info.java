/** What-if questions over the whole query-service. */
@NullMarked
package asterism.query.whatif;

import org.jspecify.annotations.NullMarked;
