package asterism.cli;

import asterism.client.Client;
import asterism.local.CannotRun;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code asterism projection}: the builds of a running house's projections. {@code all} names all of them. */
@Command(name = "projection", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Builds projections anew beside those that answer, compares, promotes, rolls back and retires them.")
final class ProjectionCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String UNDER = "/api/v1/projections";

    @Spec
    private @Nullable CommandSpec spec;

    /** What each of the commands below is told. */
    static final class Asked {
        @Mixin
        private ServiceDoor house = new ServiceDoor();

        @Spec(Spec.Target.MIXEE)
        private @Nullable CommandSpec spec;

        PrintWriter out() {
            return Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        }

        int show(JsonNode builds) {
            out().print(builds(builds));
            out().flush();
            return 0;
        }
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    @Command(name = "list", description = "How each build stands.")
    int list(@Mixin Asked asked) {
        return asked.show(asked.house.open().get(UNDER));
    }

    @Command(name = "rebuild", description = "Builds anew from the journal, beside what answers.")
    int rebuild(@Mixin Asked asked, @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--hold", description = "waits to be compared and promoted; else it takes over once it has come as far")
            boolean hold,
            @Option(names = "--wait", description = "returns only when it is filled, and says how far it is") boolean wait) {
        Client house = asked.house.open();
        JsonNode builds = house.ask(UNDER + "/" + name + "/rebuild?hold=" + hold, null);
        while (wait && builds.valueStream().anyMatch(build -> build.get("filling").asBoolean() && build.get("stoppedAt").isNull())) {
            asked.show(only(builds, "filling"));
            pause();
            builds = house.get(UNDER).valueStream().filter(build -> name.equals("all") || build.get("projection").asString().equals(name))
                    .collect(Collectors.collectingAndThen(Collectors.toList(), ProjectionCommand::array));
        }
        return asked.show(builds);
    }

    private static JsonNode only(JsonNode builds, String what) {
        return array(builds.valueStream().filter(build -> build.get(what).asBoolean()).toList());
    }

    private static JsonNode array(Collection<JsonNode> nodes) {
        return JsonMapper.shared().createArrayNode().addAll(nodes);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted; the build goes on without being watched.", e);
        }
    }

    @Command(name = "diff", description = "In which rows a build differs from the one that answers. Ends with 1 where it does.")
    int diff(@Mixin Asked asked, @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--build", paramLabel = "N", description = "the newest that does not answer, unless given")
            @Nullable Integer build,
            @Option(names = "--table", paramLabel = "TABLE", description = "only its rows") @Nullable String table,
            @Option(names = "--rows", paramLabel = "N", defaultValue = "100", description = "at most so many (default: ${DEFAULT-VALUE})")
            int most) {
        Client house = asked.house.open();
        String query = "?limit=" + Math.clamp(most, 1, 500) + (build == null ? "" : "&build=" + build)
                + (table == null ? "" : "&table=" + URLEncoder.encode(table, StandardCharsets.UTF_8));
        JsonNode first = house.get(UNDER + "/" + name + "/diff" + query);
        asked.out().print(summary(first));
        int shown = 0;
        JsonNode page = first.get("rows");
        while (true) {
            for (JsonNode row : page.get("items")) {
                if (shown++ < most) {
                    asked.out().println(row(row));
                }
            }
            if (shown >= most || page.get("next").isNull()) {
                break;
            }
            page = house.get(UNDER + "/" + name + "/diff" + query + "&after=" + page.get("next").asString()).get("rows");
        }
        asked.out().flush();
        return first.get("same").asBoolean() ? 0 : 1;
    }

    @Command(name = "promote", description = "Lets a build answer; the one it replaces is kept current until it is retired.")
    int promote(@Mixin Asked asked, @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--build", paramLabel = "N", description = "the newest that does not answer, unless given")
            @Nullable Integer build) {
        return asked.show(asked.house.open().ask(UNDER + "/" + name + "/promote" + (build == null ? "" : "?build=" + build), null));
    }

    @Command(name = "rollback", description = "Lets the build answer that answered before.")
    int rollback(@Mixin Asked asked, @Parameters(paramLabel = "NAME") String name) {
        return asked.show(asked.house.open().ask(UNDER + "/" + name + "/rollback", null));
    }

    @Command(name = "retire", description = "Gives up a build, or all that do not answer.")
    int retire(@Mixin Asked asked, @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--build", paramLabel = "N", description = "all but the one that answers, unless given")
            @Nullable Integer build) {
        return asked.show(asked.house.open().ask(UNDER + "/" + name + "/retire" + (build == null ? "" : "?build=" + build), null));
    }

    @Command(name = "parked", description = "The facts that wait because they cannot be folded, and why.")
    int parked(@Mixin Asked asked, @Parameters(paramLabel = "NAME") String name) {
        Client house = asked.house.open();
        JsonNode page = house.get(UNDER + "/" + name + "/parked");
        while (true) {
            page.get("items").forEach(fact -> asked.out().printf("%8d  %-12s %-32s %s%n", fact.get("position").asLong(),
                    fact.get("branch").asString(), fact.get("type").asString(), fact.get("reason").asString()));
            if (page.get("next").isNull()) {
                break;
            }
            page = house.get(UNDER + "/" + name + "/parked?after=" + page.get("next").asString());
        }
        asked.out().flush();
        return 0;
    }

    @Command(name = "retry", description = "Tries parked facts again, and what a build could not get past.")
    int retry(@Mixin Asked asked, @Parameters(paramLabel = "NAME") String name) {
        asked.out().println(asked.house.open().ask(UNDER + "/" + name + "/retry", null).get("folded").asInt() + " facts no longer wait.");
        asked.out().flush();
        return 0;
    }

    private static String builds(JsonNode builds) {
        StringBuilder table = new StringBuilder();
        for (JsonNode build : builds) {
            List<String> words = new ArrayList<>();
            words.add(build.get("live").asBoolean() ? "answers" : build.get("former").asBoolean() ? "answered before"
                    : build.get("filling").asBoolean() ? "is being filled" : "waits");
            if (!build.get("factsPerSecond").isNull()) {
                words.add("%,d facts/s".formatted(build.get("factsPerSecond").asLong()));
            }
            if (build.get("parked").asInt() > 0) {
                words.add(build.get("parked").asInt() + " facts parked");
            }
            if (!build.get("stoppedAt").isNull()) {
                words.add("stopped at %d: %s".formatted(build.get("stoppedAt").asLong(), build.get("stoppedBecause").asString()));
            }
            table.append("%-14s %3d  fold %-3d %10d of %-10d since %s  %s%n".formatted(
                    build.get("projection").asString(), build.get("number").asInt(), build.get("version").asInt(),
                    build.get("applied").asLong(), build.get("head").asLong(),
                    build.get("since").asString().replaceAll("\\.\\d+", ""), String.join(", ", words)));
        }
        return table.toString();
    }

    private static String summary(JsonNode difference) {
        StringBuilder text = new StringBuilder("%s: build %d beside build %d, which answers, both at position %d%n"
                .formatted(difference.get("projection").asString(), difference.get("other").asInt(), difference.get("answers").asInt(),
                difference.get("position").asLong()));
        if (difference.get("excused").asBoolean()) {
            text.append("Facts are parked, so a difference proves nothing: %s%n".formatted(difference.get("parked")));
        }
        for (JsonNode table : difference.get("tables")) {
            text.append("  %-16s %8d added %8d removed %8d changed%s%n".formatted(table.get("table").asString(),
                    table.get("added").asLong(), table.get("removed").asLong(), table.get("changed").asLong(),
                    table.get("note").isNull() ? "" : "  " + table.get("note").asString() + " " + table.get("onlyInOne")));
        }
        return text.append(difference.get("same").asBoolean() ? "They say the same.%n".formatted() : "").toString();
    }

    private static String row(JsonNode row) {
        return "%s %s %s %s %s".formatted(row.get("table").asString(), row.get("key"),
                row.get("kind").asString().toLowerCase(Locale.ROOT), row.get("columns"),
                row.get("because").asString().toLowerCase(Locale.ROOT));
    }
}
