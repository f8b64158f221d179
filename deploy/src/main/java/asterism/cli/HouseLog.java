package asterism.cli;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends what the servers have to say to {@code logs/house.log} in the data folder, so that the console stays readable. */
final class HouseLog {
    private static final String LOGBACK_FILE = "logback.configurationFile";

    private HouseLog() {
    }

    /** Must be called before the first logger is asked for. */
    static void into(Path data) {
        System.setProperty("asterism.log.file", data.resolve("logs").resolve("house.log").toAbsolutePath().toString());
        System.setProperty("logging.config", "classpath:house-logback.xml");
        System.setProperty(LOGBACK_FILE, "house-logback.xml"); // for PostgreSQL and Kafka, which start before the first context
        LoggerFactory.getILoggerFactory();
        System.clearProperty(LOGBACK_FILE); // Spring Boot would warn that it does not heed it
    }
}
