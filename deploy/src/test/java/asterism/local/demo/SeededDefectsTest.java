package asterism.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.checking.Beside;
import asterism.checking.Beside.Acknowledged;
import asterism.checking.Beside.Built;
import asterism.checking.Beside.Shown;
import asterism.checking.Finding;
import asterism.checking.Invariants;
import asterism.events.Envelope;
import asterism.events.EventJson;
import asterism.events.Fact;
import asterism.events.StandingEvent;
import asterism.journal.Checkpoint;
import asterism.journal.Frontier;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import asterism.standing.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checker finds nothing wrong with the county's first round, and finds each defect that is planted into them: journals that lost,
 * doubled, swapped or changed something, and all that others make of a journal.
 */
class SeededDefectsTest {
    /** The first round, and what came of it until an appeal struck a decision out. */
    private static final List<Recorded> JOURNAL = upTo("standing.decision-struck-out/1", CountyPack.told().journal());
    private static final House SOUND = new House();

    /** A journal and what stands beside it, to be damaged. */
    static final class House {
        final List<Recorded> journal = new ArrayList<>(JOURNAL);
        Checkpoint head;
        final Set<UUID> asked = new HashSet<>();
        final List<Acknowledged> answers = new ArrayList<>();
        final List<Checkpoint> checkpoints = new ArrayList<>();
        final List<Built> builds = new ArrayList<>();
        final List<Shown> stars = new ArrayList<>();

        /** The same once more. */
        House(House other) {
            asked.addAll(other.asked);
            answers.addAll(other.answers);
            checkpoints.addAll(other.checkpoints);
            builds.addAll(other.builds);
            stars.addAll(other.stars);
            head = other.head;
        }

        House() {
            head = checkpoint(JOURNAL, JOURNAL.size());
            Map<UUID, List<Recorded>> commands = new LinkedHashMap<>();
            JOURNAL.forEach(fact -> commands.computeIfAbsent(SeededDefectsTest.envelope(fact).command(), _ -> new ArrayList<>()).add(fact));
            commands.forEach((command, facts) -> {
                asked.add(command);
                answers.add(new Acknowledged(command, facts.getLast().position(), facts.stream().map(Recorded::type).toList()));
            });
            Stream.of(0, 1, 100, 1_000, JOURNAL.size()).forEach(size -> checkpoints.add(checkpoint(JOURNAL, size)));
            Stream.of("history", "rating").forEach(name -> Stream.of("topic", "feed").forEach(way ->
                    builds.add(new Built(name, way, JOURNAL.size(), null, Map.of(), "rows of " + name))));
            ledgers().forEach((branch, ledger) -> IntStream.range(0, 40).mapToObj(i -> LocalDate.of(2024, 6, 1).plusDays(31L * i))
                    .forEach(day -> stars.add(new Shown(branch, day,
                            ledger.on(day).map(Ledger.Entry::level).map(level -> level.code()).orElse(null)))));
        }

        /** As a house would number what it holds. */
        void renumber() {
            Map<String, Long> versions = new HashMap<>();
            for (int i = 0; i < journal.size(); i++) {
                Recorded fact = journal.get(i);
                journal.set(i, at(fact, i + 1, versions.merge(fact.stream(), 1L, Long::sum), journal.get(Math.max(0, i - 1))));
            }
            rehead();
        }

        void rehead() {
            head = checkpoint(journal, journal.size());
        }

        List<Finding> findings() {
            return Invariants.check(journal, head.size(), head.root(), new Beside(asked, answers, checkpoints, builds, stars, Map.of()),
                    CountyPack.keys());
        }

        int index(String type) {
            return IntStream.range(0, journal.size()).filter(i -> journal.get(i).type().startsWith(type + "/")).findFirst().orElseThrow();
        }

        void payload(int index, UnaryOperator<String> change) {
            Recorded fact = journal.get(index);
            String before = new String(fact.payload(), UTF_8);
            String after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            journal.set(index, with(fact, fact.type(), fact.metadata(), after.getBytes(UTF_8)));
        }

        void envelope(int index, UUID command, UUID cause) {
            Recorded fact = journal.get(index);
            Envelope was = SeededDefectsTest.envelope(fact);
            journal.set(index, with(fact, fact.type(), EventJson.write(new Envelope(command, was.asked(), was.actor(), was.onBehalfOf(),
                    was.reason(), cause, was.reads(), was.traceparent())), fact.payload()));
        }

        void build(int index, long applied, String trouble, Map<String, Integer> parked, String contents) {
            Built was = builds.get(index);
            builds.set(index, new Built(was.projection(), was.way(), applied, trouble.isEmpty() ? null : trouble, parked, contents));
        }
    }

    record Defect(String invariant, String name, Consumer<House> planted) {
        @Override
        public String toString() {
            return invariant + ": " + name;
        }
    }

    static Stream<Defect> defects() {
        return Stream.of(inTheOrder(), inTheAnswers(), inTheProcedure(), inWhoJudges(), inWhatIsMadeOfIt()).flatMap(List::stream);
    }

    private static List<Defect> inTheOrder() {
        return List.of(
                new Defect("I3", "a position is left out", house -> {
                    house.journal.replaceAll(fact -> fact.position() < 500 ? fact : at(fact, fact.position() + 1, fact.version(), fact));
                    house.rehead();
                }),
                new Defect("I3", "a position is there twice", house -> house.journal.add(500, house.journal.get(500))),
                new Defect("I3", "two facts change places", house -> {
                    house.journal.set(500, at(JOURNAL.get(501), 501, JOURNAL.get(501).version(), JOURNAL.get(501)));
                    house.journal.set(501, at(JOURNAL.get(500), 502, JOURNAL.get(500).version(), JOURNAL.get(501)));
                }),
                new Defect("I3", "a version of a stream is left out", house -> {
                    int last = house.journal.size() - 1;
                    Recorded fact = house.journal.get(last);
                    house.journal.set(last, at(fact, fact.position(), fact.version() + 1, fact));
                    house.rehead();
                }),
                new Defect("I3", "two facts have one id", house -> {
                    Recorded fact = house.journal.get(700);
                    house.journal.set(700, new Recorded(fact.position(), house.journal.get(699).eventId(), fact.stream(), fact.version(),
                            fact.type(), fact.effectiveOn(), fact.recordedAt(), fact.metadata(), fact.payload()));
                    house.rehead();
                }),
                new Defect("I3", "recorded times go back", house -> {
                    house.journal.set(700, at(JOURNAL.get(700), 701, JOURNAL.get(700).version(), JOURNAL.get(0)));
                    house.rehead();
                }),
                new Defect("I3", "a payload is edited", house -> house.payload(house.index("application.level-decided"),
                        text -> text.replaceFirst("\"decision\":\"", "\"decision\":\"x"))),
                new Defect("I3", "the tail is cut off", house -> house.journal.removeLast()),
                new Defect("I6", "a fact under a checkpoint is edited, and the head with it", house -> {
                    house.envelope(50, envelope(JOURNAL.get(50)).command(), new UUID(0, 0));
                    house.rehead();
                }),
                new Defect("I6", "a checkpoint was signed ahead of what is durable", house -> {
                    house.journal.removeLast();
                    house.rehead();
                }));
    }

    private static List<Defect> inTheAnswers() {
        return List.of(
                new Defect("I1", "what was acknowledged is lost", house -> {
                    UUID last = envelope(house.journal.getLast()).command();
                    house.journal.removeIf(fact -> envelope(fact).command().equals(last));
                    house.rehead();
                }),
                new Defect("I1", "half of what was acknowledged is lost", house -> {
                    Acknowledged two = house.answers.stream().filter(answer -> answer.facts().size() > 1).toList().getLast();
                    house.journal.remove((int) two.position() - 1);
                    house.renumber();
                }),
                new Defect("I1", "a command is recorded a second time", house -> {
                    Acknowledged points = house.answers.getLast();
                    house.journal.stream().filter(fact -> envelope(fact).command().equals(points.command())).toList().forEach(fact ->
                            house.journal.add(new Recorded(0, UUID.nameUUIDFromBytes(fact.payload()), fact.stream(), 0, fact.type(),
                                    fact.effectiveOn(), fact.recordedAt(), fact.metadata(), fact.payload())));
                    house.renumber();
                }),
                new Defect("I1", "an answer tells of what never was", house ->
                        house.answers.add(new Acknowledged(new UUID(1, 2), 9, List.of("branch.registered/1")))),
                new Defect("I1", "an answer tells of other facts", house -> house.answers.set(9,
                        new Acknowledged(house.answers.get(9).command(), house.answers.get(9).position(), List.of("branch.renamed/1")))),
                new Defect("I2", "a fact that nobody asked for", house -> {
                    int index = house.index("branch.registered");
                    house.asked.remove(envelope(house.journal.get(index)).command());
                }),
                new Defect("I2", "a fact was caused by none", house -> {
                    int granted = house.index("standing.level-granted");
                    house.envelope(granted, envelope(house.journal.get(granted)).command(), new UUID(4, 2));
                    house.rehead();
                }),
                new Defect("I2", "a repetition is answered otherwise", house -> house.answers.add(
                        new Acknowledged(house.answers.get(9).command(), 1, house.answers.get(9).facts()))));
    }

    private static Defect edited(String what, String type, UnaryOperator<String> change) {
        return new Defect("I7", what, house -> {
            house.payload(house.index(type), change);
            house.rehead();
        });
    }

    private static List<Defect> inTheProcedure() {
        return List.of(
                edited("a star without a decision", "standing.level-granted",
                        text -> text.replaceFirst("\"decision\":\"", "\"decision\":\"x")),
                edited("a star other than decided", "standing.level-granted",
                        text -> text.replaceFirst("\"level\":\"\\d", "\"level\":\"9")),
                edited("an award other than decided", "application.star-awarded",
                        text -> text.replaceFirst("\"level\":\"\\d", "\"level\":\"9")),
                edited("a quota gives out more than it has", "round.quota-allocated",
                        text -> text.replaceFirst("\"taken\":", "\"taken\":9")),
                edited("a quota of more seats than units", "round.quota-allocated", text -> text.replaceFirst("\"seats\":", "\"seats\":9")),
                edited("a score is opened otherwise than sealed", "application.scores-opened",
                        text -> text.replaceFirst("\"cell\":\"\\d", "\"cell\":\"")),
                edited("a sealed score stands open", "application.scores-submitted",
                        text -> text.replaceFirst("\"marks\":\\{.*?}", "\"marks\":[{\"input\":\"base\",\"cell\":\"97\"}]")),
                edited("a score is sealed under another key", "application.scores-submitted",
                        text -> text.replaceFirst("\"key\":\"panel/r", "\"key\":\"panel/x")),
                edited("a decision falls without an appeal", "standing.decision-struck-out",
                        text -> text.replaceFirst("\"struck\":\"", "\"struck\":\"x")),
                edited("a fact about another stands in a stream", "application.level-decided",
                        text -> text.replaceFirst("\"application\":\"r2024.b...", "\"application\":\"r2024.b999")),
                new Defect("I7", "scores are opened before all are in", house -> {
                    house.journal.remove(house.index("application.scores-submitted"));
                    house.renumber();
                }),
                new Defect("I7", "what comes later in a stream comes first", house -> {
                    int notice = house.index("application.notice-posted");
                    int decided = IntStream.range(0, notice).filter(i -> house.journal.get(i).type()
                            .startsWith("application.level-decided/") && house.journal.get(i).stream()
                            .equals(house.journal.get(notice).stream())).findFirst().orElseThrow();
                    Recorded later = house.journal.get(notice);
                    house.journal.set(notice, house.journal.get(decided));
                    house.journal.set(decided, later);
                    house.renumber();
                }),
                new Defect("I7", "a fact of a type that nobody knows", house -> {
                    Recorded fact = house.journal.get(300);
                    house.journal.set(300, with(fact, "branch.vanished/1", fact.metadata(), fact.payload()));
                    house.rehead();
                }));
    }

    private static Defect judged(String what, String type, UnaryOperator<String> change) {
        Defect edited = edited(what, type, change);
        return new Defect("I8", what, edited.planted());
    }

    private static List<Defect> inWhoJudges() {
        return List.of(
                judged("an assessor decides", "application.level-decided", text -> text.replaceFirst("\"present\":\\[",
                        "\"present\":[\"assessor-1\",\"assessor-2\",\"assessor-3\",\"assessor-4\",")),
                judged("who decided judges the appeal", "appeal.admitted", text -> text.replaceFirst("\"panel\":\\[",
                        "\"panel\":[\"committee-secretary\",\"member-1\",")),
                judged("a secretary scores their own branch", "application.scores-submitted",
                        text -> text.replaceFirst("\"assessor\":\"[^\"]*\"", "\"assessor\":\"" + secretary(text) + "\"")),
                judged("a secretary decides on their own branch", "application.level-decided",
                        text -> text.replaceFirst("\"present\":\\[", "\"present\":[\"" + secretary(text) + "\",")));
    }

    private static String secretary(String payload) {
        String branch = payload.replaceFirst(".*\"application\":\"r2024\\.(b...)\".*", "$1");
        return branch.equals("b001") ? "secretary" : "secretary-" + branch;
    }

    private static List<Defect> inWhatIsMadeOfIt() {
        long size = JOURNAL.size();
        return List.of(
                new Defect("I4", "a build is ahead of the journal", house -> house.build(0, size + 1, "", Map.of(), "rows of history")),
                new Defect("I5", "a rebuild says something else", house -> house.build(1, size, "", Map.of(), "rows of another history")),
                new Defect("I9", "another star is shown", house -> {
                    Shown shown = house.stars.stream().filter(star -> "5".equals(star.level())).findFirst().orElseThrow();
                    house.stars.add(new Shown(shown.branch(), shown.day(), "4"));
                }),
                new Defect("I9", "a star is shown where there is none", house -> house.stars.add(
                        new Shown("b107", LocalDate.of(2024, 1, 1), "3"))),
                new Defect("I9", "a star is not shown", house -> {
                    Shown shown = house.stars.stream().filter(star -> star.level() != null).toList().getLast();
                    house.stars.add(new Shown(shown.branch(), shown.day(), null));
                }),
                new Defect("I10", "a build stays behind", house -> house.build(2, size - 1, "", Map.of(), "rows of rating")),
                new Defect("I10", "a build stands still", house -> house.build(2, size, "stopped at 7", Map.of(), "rows of rating")),
                new Defect("I10", "a branch waits in which nothing was planted",
                        house -> house.build(3, size, "", Map.of("b001", 2), "rows of rating")));
    }

    @Test
    @Tag("I1")
    @Tag("I2")
    @Tag("I6")
    @Tag("I7")
    @Tag("I8")
    void nothingIsWrongWithTheCounty() {
        House house = new House(SOUND);
        assertThat(house.findings()).isEmpty();
        assertThat(house.answers).hasSizeGreaterThan(1_500);
        assertThat(house.stars.stream().filter(star -> star.level() != null)).hasSizeGreaterThan(1_000);
    }

    @ParameterizedTest
    @MethodSource("defects")
    void eachDefectIsFound(Defect defect) {
        House house = new House(SOUND);
        defect.planted().accept(house);
        assertThat(house.findings()).extracting(Finding::invariant).contains(defect.invariant());
    }

    @Test
    void whatWasPlantedUnreadableIsNoFault() {
        House house = new House(SOUND);
        Recorded last = house.journal.getLast();
        house.journal.add(new Recorded(last.position() + 1, new UUID(1, 1), "branch/b001x", 1, "branch.vanished/1", last.effectiveOn(),
                last.recordedAt(), last.metadata(), last.payload()));
        house.rehead();
        house.builds.replaceAll(built -> new Built(built.projection(), built.way(), built.applied() + 1, null, Map.of("b001x", 1),
                built.contents()));
        Beside beside = new Beside(house.asked, house.answers, house.checkpoints, house.builds, house.stars,
                Map.of(last.position() + 1, "b001x"));
        assertThat(Invariants.check(house.journal, house.head.size(), house.head.root(), beside, CountyPack.keys())).isEmpty();
        assertThat(house.findings()).extracting(Finding::invariant).contains("I7", "I10");
    }

    private static List<Recorded> upTo(String type, List<Recorded> journal) {
        return journal.subList(0, 1 + IntStream.range(0, journal.size()).filter(i -> journal.get(i).type().equals(type)).findFirst()
                .orElseThrow());
    }

    private static Map<String, Ledger> ledgers() {
        Map<String, Ledger> ledgers = new TreeMap<>();
        JOURNAL.stream().filter(fact -> fact.stream().startsWith("standing/")).map(fact -> EventJson.read(fact, CountyPack.keys()))
                .map(Fact::event).map(StandingEvent.class::cast)
                .forEach(event -> ledgers.merge(event.branch().value(), Ledger.EMPTY.with(event), (ledger, _) -> ledger.with(event)));
        return ledgers;
    }

    private static Checkpoint checkpoint(List<Recorded> journal, int size) {
        Frontier tree = new Frontier();
        journal.subList(0, size).forEach(fact -> tree.add(Leaf.hash(fact)));
        return new Checkpoint("stars.example.org/journal", size, tree.root());
    }

    private static Envelope envelope(Recorded fact) {
        return EventJson.readEnvelope(fact.metadata());
    }

    private static Recorded at(Recorded fact, long position, long version, Recorded time) {
        return new Recorded(position, fact.eventId(), fact.stream(), version, fact.type(), fact.effectiveOn(), time.recordedAt(),
                fact.metadata(), fact.payload());
    }

    private static Recorded with(Recorded fact, String type, byte[] metadata, byte[] payload) {
        return new Recorded(fact.position(), fact.eventId(), fact.stream(), fact.version(), type, fact.effectiveOn(), fact.recordedAt(),
                metadata, payload);
    }
}
