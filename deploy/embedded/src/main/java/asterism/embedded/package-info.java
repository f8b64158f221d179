/**
 * A PostgreSQL and a Kafka that live in a folder: for the local house and for tests that want the real servers.
 *
 * <p>PostgreSQL runs as its own process from the binaries on the class path, durable, with a password, on 127.0.0.1.
 * Kafka runs inside this JVM as its own controller and broker. Both keep their data between starts, and both say in one
 * sentence why they cannot start ({@link asterism.embedded.ServerFailure}).
 */
@NullMarked
package asterism.embedded;

import org.jspecify.annotations.NullMarked;
