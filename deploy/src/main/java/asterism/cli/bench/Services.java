package asterism.cli.bench;

import asterism.command.CommandService;
import asterism.command.wiring.Worker;
import asterism.command.wiring.reacting.Reactions;
import asterism.embedded.EmbeddedKafka;
import asterism.local.OwnAutoConfigurations;
import asterism.query.QueryService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The services whole, each started when a line first needs it, on that line's database, and kept to the end, as a service that has
 * run for a while is what people meet; and the Kafka between them.
 */
final class Services implements AutoCloseable {
    private static final int SMALL = 20;
    private final Path folder;
    private final boolean small;
    private final Map<String, ConfigurableApplicationContext> running = new HashMap<>();
    private @Nullable EmbeddedKafka kafka;

    static {
        System.setProperty("axoniq.update-checker.disabled", "true"); // it would ask the internet for news
    }

    /** @param small whether lines prepare only a twentieth of what they work on: all of them run, and their figures mean little */
    Services(Path folder, boolean small) {
        this.folder = folder;
        this.small = small;
    }

    /** The bench's own folder, on the disk that is measured. */
    Path folder() {
        return folder;
    }

    /** So many facts or rows, or a twentieth where all is small. */
    int sized(int full) {
        return small ? full / SMALL : full;
    }

    /** A command-service that decides and records; what follows a fact by itself (relay, reactions, alarms) rests. */
    ConfigurableApplicationContext commands(Database database) {
        return running.computeIfAbsent(database.name(), _ -> {
            var service = start(CommandService.application(), database, "bench-commands", "", OwnAutoConfigurations.TO_COMMANDS);
            service.getBeansOfType(Worker.class).values().forEach(Worker::stop);
            service.getBeansOfType(Reactions.class).values().forEach(Reactions::stop);
            return service;
        });
    }

    /** A query-service that follows this topic, with that feed; where that is empty, nobody feeds it otherwise. */
    ConfigurableApplicationContext pages(Database database, String topic, String feed) {
        return running.computeIfAbsent(database.name(),
                _ -> start(QueryService.application().sources(AsAdministrator.class), database, topic, feed,
                        OwnAutoConfigurations.TO_PAGES));
    }

    EmbeddedKafka kafka() {
        var started = kafka == null ? EmbeddedKafka.start(folder.resolve("kafka"), 0) : kafka;
        kafka = started;
        return started;
    }

    /** With the settings of the relay's. */
    KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(Map.of("bootstrap.servers", kafka().bootstrapServers(), "linger.ms", 5, "batch.size", 128 << 10),
                new StringSerializer(), new ByteArraySerializer());
    }

    private ConfigurableApplicationContext start(
            SpringApplicationBuilder service, Database database, String topic, String feed, List<String> foreign) {
        var properties = new TreeMap<String, Object>(Map.of(
                "server.port", 0, "server.address", "127.0.0.1",
                "spring.datasource.url", database.server().jdbcUrl(database.name()),
                "spring.datasource.username", database.server().username(), "spring.datasource.password", database.server().password(),
                "spring.kafka.bootstrap-servers", kafka().bootstrapServers(), "spring.kafka.consumer.group-id", topic,
                "asterism.topic", topic, "asterism.keyring.file", folder.resolve("keyring"),
                "asterism.log.key", folder.resolve(database.name() + ".key")));
        properties.putAll(Map.of("spring.datasource.hikari.minimum-idle", 1, "asterism.feed.url", feed,
                "asterism.administrator", AsAdministrator.WHO, "asterism.service-token", "bench",
                "spring.main.banner-mode", "off", "spring.main.register-shutdown-hook", false, "spring.jmx.enabled", false,
                "management.metrics.use-global-registry", false,
                OwnAutoConfigurations.FOREIGN, String.join(",", foreign)));
        return service.run(properties.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()).toArray(String[]::new));
    }

    @Override
    public void close() {
        running.values().forEach(ConfigurableApplicationContext::close);
        if (kafka != null) {
            kafka.close();
        }
    }
}
