package asterism.cli;

import java.nio.file.Path;

/** Sends what the servers have to say to {@code logs/house.log} in the data folder, so that the console stays readable. */
final class HouseLog {

    private HouseLog() {
    }

    /** Must be called before the first logger is asked for. */
    static void into(Path data) {
        System.setProperty("asterism.log.file", data.resolve("logs").resolve("house.log").toAbsolutePath().toString());
        System.setProperty("logback.configurationFile", "house-logback.xml");
        System.setProperty("logging.config", "classpath:house-logback.xml");
    }
}
