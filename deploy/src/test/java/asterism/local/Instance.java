package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.embedded.Ports;
import asterism.embedded.TestJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A service in a process of its own, from the jar that operators get, told everything by the environment as in a container. */
final class Instance implements AutoCloseable {
    /** The modules' folders, where the build leaves their jars. */
    static final Path BUILT = Path.of("..");
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final HouseProcess process;
    private final int port = Ports.free();

    private Instance(Path jars, String module, Map<String, String> environment, List<String> jvm, String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "SERVER_PORT=" + port));
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(TestJvm.ofJar(jar(jars, module), Stream.of(Stream.of("-Xmx400m"), learned(jars, module), jvm.stream())
                .flatMap(options -> options).toArray(String[]::new)));
        command.addAll(List.of(arguments));
        process = HouseProcess.of(command.toArray(String[]::new));
    }

    /**
     * @param jars a folder like {@link #BUILT}, perhaps of another version
     * @param jvm  options of its JVM
     */
    static Instance of(Path jars, String module, Map<String, String> environment, List<String> jvm) {
        return new Instance(jars, module, environment, jvm);
    }

    /** Brings a database up to date, as an upgrade does before anything else. */
    static void migrate(Path jars, String module, Map<String, String> environment) {
        try (Instance once = new Instance(jars, module, environment, List.of(), "migrate")) {
            assertThat(once.process.ended()).as(once::words).isZero();
        }
    }

    /** Takes a jar apart, as {@code operating.md} says: the first JVM that starts from there keeps what it learned as it ends. */
    static void takeApart(Path jars, String module, Path into) {
        List<String> command = TestJvm.ofJar(jar(jars, module), "-Djarmode=tools");
        command.addAll(List.of("extract", "--destination", into.resolve(module).resolve("target").toString()));
        try (HouseProcess once = HouseProcess.of(command.toArray(String[]::new))) {
            assertThat(once.ended()).as(once::words).isZero();
        }
    }

    private static Stream<String> learned(Path jars, String module) {
        Path cache = jars.resolve(module).resolve("start.aot");
        boolean apart = Files.exists(jars.resolve(module).resolve("target").resolve("lib"));
        return !apart ? Stream.empty() : Stream.of((Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache);
    }

    private static Path jar(Path jars, String module) {
        try (Stream<Path> built = Files.list(jars.resolve(module).resolve("target"))) {
            return built.filter(file -> file.toString().endsWith("-app.jar")).findFirst()
                    .orElseThrow(() -> new AssertionError("package " + module + " first: its jar is not built"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Waits until it would get requests. */
    Instance ready() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100))
                .until(() -> ended() || answers("/actuator/health/readiness"));
        if (ended()) {
            throw new AssertionError(process.words());
        }
        return this;
    }

    private boolean ended() {
        return !process.alive();
    }

    boolean answers(String path) throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(URI.create(url() + path))).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    /** How much of the machine's memory it holds. */
    long residentKilobytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", "" + process.pid(), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong)
                    .findFirst().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As when the power goes. */
    void kill() {
        process.kill();
    }

    String words() {
        return process.words();
    }

    @Override
    public void close() {
        process.close();
    }
}
