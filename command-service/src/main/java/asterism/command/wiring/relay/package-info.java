/** From the journal to Kafka: every fact in order, one partition, moved on only after it was acknowledged. */
@NullMarked
package asterism.command.wiring.relay;

import org.jspecify.annotations.NullMarked;
