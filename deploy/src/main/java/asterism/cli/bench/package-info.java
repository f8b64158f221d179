/**
 * How fast the house is, as ratios. Raw lines (what PostgreSQL can do at all), peers (what people would use instead) and product lines do
 * the same work, one after the other within each of some rounds, so that a noisy machine disturbs them alike.
 *
 * <p>{@link asterism.cli.bench.BenchCommand} chooses {@link asterism.cli.bench.Line}s; {@link asterism.cli.bench.Services} keeps the
 * services that some of them need; {@link asterism.cli.bench.Bench} measures them;
 * {@link asterism.cli.bench.Goals} reads the floors and goals; {@link asterism.cli.bench.Report} shows it all.
 */
@NullMarked
package asterism.cli.bench;

import org.jspecify.annotations.NullMarked;
