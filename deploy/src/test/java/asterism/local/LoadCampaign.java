package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.local.Load.Asked;
import asterism.local.Load.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two of each service under 70 % of what they can do, for {@code -Dminutes} (30); a command-service is killed at half of the time, the
 * query-service that projects at three quarters. What must be right is asserted; how fast it was is written to {@code load-results.csv}, a
 * line for each minute, and told at the end.
 */
class LoadCampaign {
    private static final Path RESULTS = Path.of("load-results.csv");
    private static final double SHARE = 0.7;
    /** Minutes after which a heap has what it needs. */
    private static final int ENOUGH = 5;
    private static final double KILOBYTES_A_BRANCH = 1;
    /** As operators run them: what is called often is compiled well. */
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=4");
    private static final Map<String, String> PACE = Map.of("ASTERISM_PACE_PERSON_ATONCE", "100000", "ASTERISM_PACE_PERSON_PERSECOND",
            "100000");

    @TempDir
    Path folder;

    private final List<Instance> commands = new CopyOnWriteArrayList<>();
    private final List<Instance> pages = new CopyOnWriteArrayList<>();
    private final List<Map<String, Long>> memory = new ArrayList<>();
    private Path jars = Instance.BUILT;

    @Test
    void halfAnHourOfWorkLosesNothingAndLeavesNothingInMemoryButBranches() throws Exception {
        int minutes = Integer.getInteger("minutes", 30);
        try (Several house = new Several(folder, PACE, JVM)) {
            house.migrate(Instance.BUILT);
            try (Load load = new Load(house, commands, pages)) {
                Duration start = start(house);
                house.found(commands);
                int knee = load.knee();
                say("%d requests a second at most", knee);
                int rate = (int) (SHARE * knee);
                work(house, load, rate, minutes, start);
                assertThat(load.failures()).isEmpty();
                long head = house.oneOrderOfFacts();
                house.everythingIsOnTheTopic(head);
                assertThat(pages).allSatisfy(each -> assertThat(each.answers("/api/v1/lists/stars?waitFor=" + head)).isTrue());
                say("%d facts; nothing lost, nothing twice", head);
                memoryGrowsWithTheBranchesAlone(rate);
            } finally {
                Stream.of(commands, pages).flatMap(List::stream).forEach(Instance::close);
            }
        }
    }

    /** Two of each, which start with what another learned; how long that takes while nothing else runs. */
    private Duration start(Several house) {
        Duration fromTheJar = timed(house.commands(Instance.BUILT), Instance::close);
        jars = house.learned();
        Duration start = timed(house.commands(jars), commands::add);
        say("a command-service starts in %d ms from its jar, in %d ms with what another learned", fromTheJar.toMillis(), start.toMillis());
        commands.add(house.commands(jars).ready());
        for (int i = 0; i < 2; i++) {
            pages.add(house.pages(jars, commands.getLast()).ready());
        }
        return start;
    }

    private static Duration timed(Instance starting, Consumer<Instance> then) {
        long begun = System.nanoTime();
        starting.ready();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        then.accept(starting);
        return took;
    }

    private void work(Several house, Load load, int rate, int minutes, Duration start) throws IOException {
        Files.writeString(RESULTS, "minute,asked_per_second," + Stream.of(Asked.values()).map(each -> each.name().toLowerCase(Locale.ROOT))
                .map(each -> each + "_p50_ms," + each + "_p99_ms," + each + "_most_ms").collect(Collectors.joining(","))
                + ",asked_again,megabytes,killed\n");
        for (int minute = 1; minute <= minutes; minute++) {
            if (minute == minutes / 2 + 1) {
                dies("command-service", start, () -> replace(commands, house.commands(jars)), house, load, minute, rate);
            } else if (minute == minutes * 3 / 4 + 1) {
                dies("query-service", start, () -> replace(pages, house.pages(jars, commands.getLast())), house, load, minute,
                        rate);
            }
            int again = house.again();
            note(minute, rate, load.open(rate, Duration.ofMinutes(1), () -> false), house.again() - again, "");
            memory.add(resident());
        }
    }

    /** Somebody dies and another is started in the same moment: how long people wait meanwhile, and how long it is until it is ready. */
    private void dies(String what, Duration start, Runnable replace, Several house, Load load, int minute, int rate) throws IOException {
        long begun = System.nanoTime();
        int again = house.again();
        Thread replacing = Thread.ofPlatform().start(replace);
        Window window = load.open(rate, Duration.ofMinutes(3), () -> !replacing.isAlive());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        note(minute, rate, window, house.again() - again, what);
        say("a %s was killed: another was ready after %d ms, %.1f starts on an idle house", what, took.toMillis(),
                (double) took.toNanos() / start.toNanos());
        assertThat(replacing.isAlive()).isFalse();
    }

    private void note(int minute, int rate, Window window, int again, String killed) throws IOException {
        String line = "%d,%d,%s,%d,%s,%s".formatted(minute, rate, Stream.of(Asked.values()).map(window::figures)
                .collect(Collectors.joining(",")), again, resident().values().stream().map(each -> "" + each / 1024)
                .collect(Collectors.joining("+")), killed);
        Files.writeString(RESULTS, line + "\n", StandardOpenOption.APPEND);
        say("%s", line);
    }

    private Map<String, Long> resident() {
        return Stream.of(commands, pages).flatMap(List::stream).collect(Collectors.toMap(Instance::url, Instance::residentKilobytes));
    }

    private static void replace(List<Instance> doors, Instance next) {
        Instance first = doors.getFirst();
        first.kill();
        next.ready();
        doors.set(0, next);
    }

    /**
     * What each process that was there throughout holds in the last third, beside the third before. Half of the requests register a
     * branch, which command-services keep in mind for as long as they live; nothing else may stay.
     */
    private void memoryGrowsWithTheBranchesAlone(int rate) {
        int third = memory.size() / 3;
        if (third < ENOUGH) {
            return;
        }
        double more = third * 60.0 * rate / 2 * KILOBYTES_A_BRANCH;
        memory.getLast().keySet().stream().filter(memory.getFirst()::containsKey).forEach(each -> {
            double before = resident(each, memory.size() - 2 * third, memory.size() - third);
            double last = resident(each, memory.size() - third, memory.size());
            say("%s: %.0f MB, then %.0f MB", each, before / 1024, last / 1024);
            assertThat(last).as(each).isLessThan(before * 1.05 + more);
        });
    }

    private double resident(String each, int from, int to) {
        return memory.subList(Math.max(0, from), to).stream()
                .flatMapToLong(minute -> LongStream.of(minute.getOrDefault(each, 0L))).average().orElse(0);
    }

    private static void say(String words, Object... values) {
        System.out.printf(words + "%n", values);
    }
}
