package asterism.cli;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;

/** Sends what the servers have to say to {@code logs/house.log} in the data folder, so that the console stays readable. */
final class HouseLog {
    private HouseLog() {
    }

    /** Must be called before the first logger is asked for. */
    static void into(Path data) {
        System.setProperty("asterism.log.file", data.resolve("logs").resolve("house.log").toAbsolutePath().toString());
        System.setProperty("logback.configurationFile", "house-logback.xml");
        // each context would set logging up anew while PostgreSQL and Kafka, which start before the first one, use it
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SLF4JBridgeHandler.removeHandlersForRootLogger(); // Tomcat writes to the JDK's log, and that to the console
        SLF4JBridgeHandler.install();
    }
}
