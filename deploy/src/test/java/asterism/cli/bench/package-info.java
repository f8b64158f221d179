/** The bench itself under test: its form and its verdicts, never how fast anything is. */
@NullMarked
package asterism.cli.bench;

import org.jspecify.annotations.NullMarked;
