package asterism.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker that is its own controller, inside this JVM, kept in a folder, on 127.0.0.1.
 *
 * <p>Kafka ends the whole JVM without a word on a fatal fault. Here such a fault completes {@link #fault()} instead and the
 * house decides. One such broker runs per JVM at a time, as the place where Kafka takes that exit is one for the JVM.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final ReentrantLock OPEN_OR_CLOSE = new ReentrantLock();
    private static volatile CompletableFuture<String> currentFault = new CompletableFuture<>();

    private final int port;
    private final KafkaRaftServer server;
    private final CompletableFuture<String> fault;

    private EmbeddedKafka(Path folder, int port) throws IOException {
        this.port = Ports.orFree(port);
        this.fault = new CompletableFuture<>();
        QuietLogs.ofTheServers();
        Files.createDirectories(folder);
        KafkaConfig config = new KafkaConfig(settings(folder, this.port, Ports.free()));
        format(folder);
        this.server = new KafkaRaftServer(config, Time.SYSTEM);
    }

    /**
     * Starts a broker on this folder; an empty or missing folder becomes a new one.
     *
     * @param folder where topics live
     * @param port   1 to 65535, or 0 for a free one
     * @throws ServerFailure when it does not start, saying why
     */
    public static EmbeddedKafka start(Path folder, int port) {
        OPEN_OR_CLOSE.lock();
        try {
            EmbeddedKafka kafka = new EmbeddedKafka(folder.toAbsolutePath(), port);
            try {
                kafka.startUp();
            } catch (ServerFailure e) {
                kafka.close();
                throw e;
            }
            return kafka;
        } catch (IOException e) {
            throw new ServerFailure("Kafka cannot be set up in " + folder + ": " + e.getMessage(), e);
        } finally {
            OPEN_OR_CLOSE.unlock();
        }
    }

    /** {@code 127.0.0.1:port}, as clients want it. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Completes, with Kafka's words, when the broker met a fault that it cannot survive. */
    public CompletableFuture<String> fault() {
        return fault.copy();
    }

    /** Creates a topic of one partition, kept for seven days, unless it is there. */
    public void createTopic(String name) {
        NewTopic topic = new NewTopic(name, Optional.of(1), Optional.of((short) 1));
        ask(admin -> admin.createTopics(List.of(topic)).all(), TopicExistsException.class);
    }

    /** Deletes a topic with all that it holds, if it is there. */
    public void deleteTopic(String name) {
        ask(admin -> admin.deleteTopics(List.of(name)).all(), UnknownTopicOrPartitionException.class);
    }

    /** Stops the broker; waits until its files are closed. */
    @Override
    public void close() {
        OPEN_OR_CLOSE.lock();
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            OPEN_OR_CLOSE.unlock();
        }
    }

    private void startUp() {
        currentFault = fault;
        Exit.setHaltProcedure(EmbeddedKafka::meetFault);
        Exit.setExitProcedure(EmbeddedKafka::meetFault);
        CompletableFuture<String> started = CompletableFuture.supplyAsync(() -> {
            server.startup();
            return "";
        }, task -> Thread.ofPlatform().name("kafka-start").daemon().start(task));
        try {
            Object words = CompletableFuture.anyOf(started, fault).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!"".equals(words)) {
                throw new ServerFailure("Kafka does not start: " + words);
            }
        } catch (ExecutionException | CompletionException e) {
            throw new ServerFailure("Kafka does not start on " + bootstrapServers() + ": " + rootOf(e), e);
        } catch (TimeoutException e) {
            throw new ServerFailure("Kafka did not start within " + PATIENCE_SECONDS + " seconds.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while Kafka was starting.", e);
        }
    }

    /** Stands in for the end of the JVM: the thread that asked for it ends, as it would have. */
    private static void meetFault(int status, @Nullable String words) {
        currentFault.complete(words == null ? "a fatal fault, status " + status : words);
        throw new IllegalStateException("Kafka met a fatal fault and stops here.");
    }

    private static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static void format(Path folder) throws IOException {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return; // what formatting writes last
        }
        try {
            new Formatter().setClusterId(Uuid.randomUuid().toString()).setNodeId(1)
                    .setReleaseVersion(MetadataVersion.latestProduction()).setControllerListenerName("CONTROLLER")
                    .addDirectory(folder.toString()).setMetadataLogDirectory(folder.toString())
                    .setIgnoreFormatted(true).setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new ServerFailure("Kafka cannot format " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "node.id", "1",
                "process.roles", "broker,controller",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "listeners", "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners", "CLIENT://127.0.0.1:" + port,
                "listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "CLIENT",
                "controller.listener.names", "CONTROLLER",
                "log.dirs", folder.toString()));
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(internal + ".num.partitions", "1");
            settings.put(internal + ".replication.factor", "1");
        }
        settings.putAll(Map.of(
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                "broker.session.timeout.ms", "9000",
                "log.retention.hours", "168",
                "log.cleaner.dedupe.buffer.size", "8388608",
                "num.io.threads", "2",
                "num.network.threads", "2",
                "background.threads", "2"));
        return settings;
    }

    private interface Question {
        KafkaFuture<Void> to(Admin admin);
    }

    private void ask(Question question, Class<? extends Exception> alreadySo) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            question.to(admin).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!alreadySo.isInstance(e.getCause())) {
                throw new ServerFailure("Kafka refuses: " + rootOf(e), e);
            }
        } catch (TimeoutException e) {
            throw new ServerFailure("Kafka did not answer within " + PATIENCE_SECONDS + " seconds.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while Kafka was busy.", e);
        }
    }
}
