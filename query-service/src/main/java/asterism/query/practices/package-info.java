/** How do branches learn from each other: which practices are examples to others, and which strong branch helps which weak one? */
@NullMarked
package asterism.query.practices;

import org.jspecify.annotations.NullMarked;
