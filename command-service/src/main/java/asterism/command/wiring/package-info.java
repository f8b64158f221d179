/**
 * The only place that knows databases, queues, buses, clocks and sign-in. What the capabilities decide, this brings about:
 * commands come in by {@code http}, are decided in {@code deciding} on Axon's bus and stand in the {@code journal}; from there
 * {@code relay} and {@code feed} carry them out, {@code reacting} and {@code alarms} ask for what follows.
 */
@NullMarked
package asterism.command.wiring;

import org.jspecify.annotations.NullMarked;
