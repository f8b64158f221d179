package asterism.cli.bench;

import asterism.embedded.ServerFailure;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code asterism bench}: exits 0, or 1 when a ratio is under its floor or a line did not store what it acknowledged. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false, subcommands = PageCommand.class,
        description = "Measures the house against what PostgreSQL can do at all and against Axon's stock event store, side by side.")
public final class BenchCommand implements Callable<Integer> {
    private static final Duration AMPLE = Duration.ofMinutes(1);
    private static final long QUICK_WARM_UP = 50;
    private static final long QUICK_FACTS = 300;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--rounds", defaultValue = "3", description = "rounds; the median counts (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "2", description = "for each line in each round (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(names = "--events", description = "end a line after so many facts instead of after a time")
    private @Nullable Long facts;

    @Option(names = "--goals", paramLabel = "FILE", description = "floors and goals to judge by, as CSV (default: the shipped ones)")
    private @Nullable Path goals;

    @Option(names = "--lines", split = ",", defaultValue = "append,command,projection,rebuilding,rating,what-if,proof,relay,start",
            description = "parts (default: ${DEFAULT-VALUE})")
    private Set<String> parts = new LinkedHashSet<>();

    @Option(names = "--rebuild", paramLabel = "FACTS", defaultValue = "50001",
            description = "facts in the journal that is read for rebuilds (default: ${DEFAULT-VALUE})")
    private long rebuilt;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there as lines of JSON, too")
    private @Nullable Path json;

    @Option(names = "--data", paramLabel = "DIR", description = "a folder on the disk to be measured; what is written there is removed at"
            + " the end (default: the temporary folder)")
    private @Nullable Path data;

    @Option(names = "--small", description = "prepare only a twentieth of the facts and rows, which is soon done; figures mean little then")
    private boolean small;

    @Option(names = "--quick", description = "only show that everything works: small, one round of 300 facts (all that are prepared, for"
            + " projections and rebuilds); floors are not judged")
    private boolean quick;

    @Override
    public Integer call() throws IOException {
        check(rounds > 0 && seconds > 0 && (facts == null || facts > 0), "--rounds, --seconds and --events must be more than 0");
        check(rebuilt >= Histories.LEAST, "--rebuild must be " + Histories.LEAST + " or more");
        check(Lines.PARTS.containsAll(parts), "--lines takes " + String.join(", ", Lines.PARTS));
        var started = System.nanoTime();
        try (var ground = Ground.in(data, small || quick)) {
            var known = Lines.all(ground.services(), rebuilt).stream().map(Line::id).collect(Collectors.toSet());
            var judgedBy = Goals.in(goals, known);
            var report = new Report(bench(ground).run(Lines.of(parts, ground.services(), rebuilt)), judgedBy);
            if (json != null) {
                Files.write(json, Stream.concat(Stream.of(JsonMapper.shared().writeValueAsString(machine())), report.json()).toList());
            }
            return answer(report, Duration.ofNanos(System.nanoTime() - started));
        } catch (BenchFailure | ServerFailure e) {
            line().getErr().println("The bench failed: " + e.getMessage());
            return 1;
        }
    }

    /** On what it was measured, and how. */
    private Map<String, Object> machine() throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String model = !Files.isReadable(cpus) ? "A machine" : Files.readAllLines(cpus).stream()
                .filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                .orElse("A machine");
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Map.of("machine", model, "processors", system.getAvailableProcessors(), "memoryMegabytes",
                system.getTotalMemorySize() >> 20, "system", system.getName() + " " + system.getVersion(), "java",
                Runtime.version().toString(), "rounds", rounds, "seconds", seconds, "at", Instant.now().truncatedTo(ChronoUnit.MINUTES)
                .toString());
    }

    private Bench bench(Ground ground) {
        if (quick) {
            return new Bench(ground.server(), ground.cpu(), 1, new Window(AMPLE, QUICK_WARM_UP), new Window(AMPLE, QUICK_FACTS),
                    line().getErr());
        }
        var time = Duration.ofMillis(Math.round(seconds * 1_000));
        var window = facts == null ? new Window(time, Long.MAX_VALUE) : new Window(AMPLE, facts);
        return new Bench(ground.server(), ground.cpu(), rounds, new Window(time, Long.MAX_VALUE), window, line().getErr());
    }

    private int answer(Report report, Duration took) {
        var out = line().getOut();
        out.print(report.table());
        out.printf("%nPostgreSQL 18, fsync on; %d processors; Java %s; took %d s.%n", Runtime.getRuntime().availableProcessors(),
                Runtime.version(), took.toSeconds());
        out.println("The machine's other work disturbs rates, not ratios: compare ratios only.");
        out.flush();
        return quick || report.underFloor().isEmpty() ? 0 : 1;
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(line(), otherwise);
        }
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
