package asterism.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Kafka tells 1,600 lines while it starts; here it speaks up only when something is wrong. */
final class QuietLogs {

    private static final List<String> CHATTERERS = List.of("kafka", "org.apache.kafka", "state.change.logger", "com.yammer.metrics");

    private QuietLogs() {
    }

    /** Quiets the loggers that nobody has set a level for. */
    static void ofTheServers() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            CHATTERERS.stream().map(context::getLogger).filter(logger -> logger.getLevel() == null)
                    .forEach(logger -> logger.setLevel(Level.WARN));
            context.getLogger("org.apache.kafka.controller.QuorumController").setLevel(Level.ERROR); // warns at every first start
        }
    }
}
