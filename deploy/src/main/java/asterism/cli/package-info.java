/**
 * The command line. {@code rate} and {@code lint} work offline, without any server: they read documents and tables and call the
 * same pure functions as the house.
 */
@NullMarked
package asterism.cli;

import org.jspecify.annotations.NullMarked;
