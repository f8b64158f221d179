/**
 * The house on one machine: PostgreSQL, Kafka, sign-in and both services in one process, on 127.0.0.1 only.
 *
 * <p>{@link asterism.local.LocalHouse} opens a {@link asterism.local.DataFolder}, starts the parts in order, hands a
 * {@link asterism.local.RunningHouse} to what plays on a first start, and stops everything in reverse order. Whatever
 * keeps it from running is one sentence: {@link asterism.local.CannotRun}.
 */
@NullMarked
package asterism.local;

import org.jspecify.annotations.NullMarked;
