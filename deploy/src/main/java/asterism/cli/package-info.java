/**
 * The command line: one {@link asterism.cli.Main}, one class per subcommand.
 *
 * <p>{@code rate} and {@code lint} work offline, without any server: they read documents and tables and call the same pure
 * functions as the house. Exit codes: 0 it worked; 1 it could not, and one sentence on standard error says why; 2 the command
 * line was not understood.
 */
@NullMarked
package asterism.cli;

import org.jspecify.annotations.NullMarked;
