/** Tests of the command line. */
@NullMarked
package asterism.cli;

import org.jspecify.annotations.NullMarked;
