/** Notices that run, are objected to, and end. */
@NullMarked
package asterism.query.notices;

import org.jspecify.annotations.NullMarked;
