package asterism.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** All lines, in the order in which each round runs them: next to each other what is compared. */
final class Lines {
    static final List<String> PARTS = List.of("append", "command", "projection", "rebuilding", "rating", "what-if", "proof", "relay",
            "start", "growing");
    private static final int UNDERWAY = 256;

    private Lines() {
    }

    static List<Line> of(Collection<String> parts, Services services, long rebuilt) {
        return all(services, rebuilt).stream().filter(line -> parts.contains(line.part()) || needed(line, parts)).toList();
    }

    /** @param rebuilt facts in the journal that is read for rebuilds */
    static List<Line> all(Services services, long rebuilt) {
        var lines = new ArrayList<Line>();
        for (var callers : List.of(1, 8, 32, 256)) {
            lines.addAll(at(callers, services));
        }
        lines.add(new Line("projection", "fold", 1, (database, _) -> RawFold.open(services, database)));
        lines.add(new Line("projection", "projector", 1, (database, _) -> ProjectorFollow.open(services, database)));
        lines.add(new Line("projection", "axon-pooled", 1, (database, _) -> AxonFollow.open(services, database)));
        lines.add(new Line("projection", "lag", 1, (database, _) -> Lag.open(services, database, Duration.ofMillis(50))));
        lines.add(new Line("projection", "lag", UNDERWAY, (database, _) -> Lag.open(services, database, Duration.ofMillis(1))));
        lines.addAll(rebuilding(services, rebuilt));
        lines.add(new Line("rating", "copy", 1, (_, _) -> RateFile.copy(services)));
        lines.add(new Line("rating", "rate", 1, (_, _) -> RateFile.country(services)));
        lines.add(new Line("rating", "rate-million", 1, (_, _) -> RateFile.million(services)));
        lines.add(new Line("what-if", "rate-round", 1, (_, _) -> WhatIfRound.raw(services)));
        lines.add(new Line("what-if", "what-if", 1, (database, _) -> WhatIfRound.facts(services, database)));
        lines.add(new Line("append", "hash", 1, (_, _) -> new Hashing()));
        lines.add(new Line("proof", "read", 1, (_, _) -> VerifyPack.read(services)));
        lines.add(new Line("proof", "verify", 1, (_, _) -> VerifyPack.verified(services)));
        lines.add(new Line("relay", "producer", 1, (_, _) -> Produce.open(services)));
        lines.add(new Line("relay", "relay", 1, (database, _) -> RelayAll.open(services, database)));
        lines.add(new Line("relay", "wait", 1, Waiting::open));
        lines.add(new Line("growing", "grown-append", 32, (database, _) -> Grown.append(services, database, rebuilt)));
        lines.add(new Line("growing", "grown-check", 1, (database, _) -> Grown.check(services, database, rebuilt)));
        lines.add(new Line("start", "start", 1, (_, _) -> HouseStart.open(services)));
        return lines;
    }

    private static List<Line> rebuilding(Services services, long rebuilt) {
        var kept = new Histories.Kept();
        Function<Database, Histories> histories = database -> kept.get(services, database, rebuilt);
        Function<Database, ConfigurableApplicationContext> pages = database -> {
            services.kafka().createTopic("bench-rebuild");
            return services.pages(database, "bench-rebuild", histories.apply(database).url());
        };
        return List.of(
                new Line("rebuilding", "refill", 1, (database, _) -> RawRefill.open(histories.apply(database), database)),
                new Line("rebuilding", "rebuild", 1, (database, _) -> Rebuild.open(pages.apply(database), histories.apply(database))),
                new Line("rebuilding", "lookup", 1, (database, _) -> Asking.lookup(database, histories.apply(database))),
                new Line("rebuilding", "as-of", 1, (database, _) -> Asking.one(pages.apply(database), histories.apply(database))),
                new Line("rebuilding", "as-of-all", 1, (database, _) -> Asking.all(pages.apply(database), histories.apply(database))),
                new Line("rebuilding", "no-op", 1, (database, _) -> Asking.nothing(pages.apply(database))),
                page("branches", pages, _ -> "/"),
                page("branch", pages, database -> "/branches/" + histories.apply(database).anyBranch()),
                page("overview", pages, _ -> "/overview"),
                page("history", pages, database -> "/history?before=" + histories.apply(database).anyPosition()));
    }

    private static Line page(String name, Function<Database, ConfigurableApplicationContext> pages, Function<Database, String> path) {
        return new Line("rebuilding", "page-" + name, 1, (database, _) -> Asking.page(pages.apply(database), () -> path.apply(database)));
    }

    private static List<Line> at(int callers, Services services) {
        var appends = Stream.of(new Line("append", "insert", callers, RawInsert::open),
                new Line("append", "group", callers, RawGroup::open),
                new Line("append", "journal", callers, JournalAppend::open));
        var peers = Stream.of(new Line("append", "axon", callers, AxonAppend::open),
                new Line("command", "axon-command", callers, AxonCommand::open));
        var commands = Stream.of(new Line("command", "command", callers,
                (database, _) -> HouseCommand.open(services.commands(database), false)));
        var ours = Stream.concat(appends, callers == 32 ? Stream.concat(commands, disturbed(services)) : commands);
        return Stream.concat(ours, callers == 8 || callers == 32 ? peers : Stream.of()).toList();
    }

    private static Stream<Line> disturbed(Services services) {
        return Stream.of(new Line("command", "conflicts", 32, (database, _) -> HouseCommand.open(services.commands(database), true)));
    }

    /** Commands are held against the raw appends. */
    private static boolean needed(Line line, Collection<String> parts) {
        return parts.contains("command") && line.id().equals("group@256");
    }
}
