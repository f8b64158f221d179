/** Two stars and the parts of what lies between them. */
@NullMarked
package asterism.query.difference;

import org.jspecify.annotations.NullMarked;
