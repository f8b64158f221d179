/**
 * The verifier that stands alone: one file, nothing but a JDK of 17 or later, written against the public formats and not against
 * the house. Every pack carries its source; the command line runs the very same.
 */
@NullMarked
package asterism.verify;

import org.jspecify.annotations.NullMarked;
