package asterism.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.LevelGranted;
import asterism.journal.Carried;
import asterism.journal.Recorded;
import asterism.query.County;
import asterism.query.RandomCounty;
import asterism.query.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The same facts make the same rows, whichever way they come, wherever the process stands and however many go together. Each pair of
 * circumstances meets in the build; all of them together, and for more stories, with {@code -Pcampaign}.
 */
class SameRowsIT {
    private static final List<String> ZONES = List.of("UTC", "Pacific/Kiritimati", "America/St_Johns");
    private static final List<String> LOCALES = List.of("en-US", "tr-TR", "th-TH-u-ca-buddhist-nu-thai");
    private static final List<Integer> BATCHES = List.of(500, 1, 7);
    /** Latin squares: each value of a circumstance meets each value of every other one. */
    private static final List<int[]> PAIRWISE = IntStream.range(0, 9)
            .mapToObj(i -> new int[] {i / 3, i % 3, (i / 3 + i % 3) % 3, (i / 3 + 2 * (i % 3)) % 3}).toList();

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    /** How facts come to the rows. */
    private enum Way {
        TOPIC {
            @Override
            void bring(Desk desk, List<Recorded> facts, int batch) {
                Random random = new Random(batch);
                for (int from = 0; from < facts.size();) {
                    int to = Math.min(facts.size(), from + 1 + random.nextInt(40));
                    desk.accept(facts.subList(Math.max(0, from - random.nextInt(3)), to).stream().map(Way::carried).toList());
                    from = to;
                }
            }
        },
        FEED {
            @Override
            void bring(Desk desk, List<Recorded> facts, int batch) {
                desk.follow();
            }
        },
        BESIDE {
            @Override
            void bring(Desk desk, List<Recorded> facts, int batch) {
                desk.rebuild();
                desk.upkeep().promote(Upkeep.ALL, null);
            }
        };

        abstract void bring(Desk desk, List<Recorded> facts, int batch);

        private static Recorded carried(Recorded fact) {
            Map<String, byte[]> headers = Carried.headers(fact);
            return Carried.fact(headers::get, fact.payload());
        }
    }

    @AfterEach
    void whereItStood() {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }

    /** The dumps of the live builds after these facts came this way. */
    private static Map<String, String> dumps(Supplier<List<Projection>> projections, List<Recorded> facts, Way way, int batch) {
        List<Recorded> journal = new ArrayList<>();
        try (Desk desk = new Desk(projections.get(), journal, batch, 50 * batch)) {
            desk.openEmpty();
            journal.addAll(facts);
            way.bring(desk, facts, batch);
            return desk.upkeep().names().stream().collect(Collectors.toMap(name -> name, desk.dump()::live));
        }
    }

    @Test
    @Tag("I5")
    @Tag("F14")
    void theSameFactsMakeTheSameRowsWhereverAndHowever() throws IOException {
        boolean campaign = Boolean.getBoolean("campaign");
        List<int[]> circumstances = !campaign ? PAIRWISE
                : IntStream.range(0, 81).mapToObj(i -> new int[] {i / 27, i / 9 % 3, i / 3 % 3, i % 3}).toList();
        for (long seed = 1; seed <= (campaign ? 5 : 1); seed++) {
            List<Recorded> facts = RandomCounty.everything(seed, 6, campaign ? 1_000 : 200).facts();
            Map<String, String> wanted = dumps(Desk::all, facts, Way.TOPIC, 500);
            assertThat(wanted.values()).as("no fact waits").noneMatch(dump -> dump.contains(Folding.BEHIND));
            for (int[] at : circumstances) {
                TimeZone.setDefault(TimeZone.getTimeZone(ZONES.get(at[0])));
                Locale.setDefault(Locale.forLanguageTag(LOCALES.get(at[1])));
                Way way = Way.values()[at[3]];
                assertThat(dumps(Desk::all, facts, way, BATCHES.get(at[2])))
                        .as("seed %s, zone %s, locale %s, batch %s, %s", seed, ZONES.get(at[0]), LOCALES.get(at[1]), BATCHES.get(at[2]),
                                way)
                        .isEqualTo(wanted);
            }
            if (campaign) {
                Files.writeString(Path.of("target/campaign-same-rows.txt"), "%s seed %d: %d facts, %d projections, %d circumstances agree%n"
                        .formatted(Instant.now(), seed, facts.size(), wanted.size(), circumstances.size()),
                        StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }

    private static List<Recorded> grants() {
        Story story = new Story();
        story.tell(County.body("work-committee", null), County.branch("b001", "work-committee"), County.branch("b002", "work-committee"));
        story.on("2024-06-03").tell(IntStream.range(0, 30).mapToObj(i ->
                County.granted("b00" + (1 + i % 2), "d-" + i, "" + (1 + i % 5), "2024-05-01")).toArray(Event[]::new));
        return story.facts();
    }

    /** A fold of a test's own, over one table. */
    private abstract static class Planted<R extends Record> implements Projection {
        final Table<R> table;

        Planted(Class<R> row) {
            table = Table.of("planted", row, 1);
        }

        @Override
        public String name() {
            return "planted";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<Table<?>> tables() {
            return List.of(table);
        }

        @Override
        public Set<Class<? extends Event>> reads() {
            return Set.of(LevelGranted.class);
        }

        @Override
        public void fold(Fact fact, Rows rows) {
            if (fact.event() instanceof StandingEvent standing) {
                fold(standing.branch().value(), fact.at(), rows);
            }
        }

        abstract void fold(String branch, Recorded at, Rows rows);
    }

    record Count(String branch, int facts) {
    }

    record Seen(String branch, List<String> decisions) {
    }

    record Day(long position, LocalDate day) {
    }

    /** Sound, and minds each fact. */
    private static final class Counting extends Planted<Count> {
        Counting() {
            super(Count.class);
        }

        @Override
        void fold(String branch, Recorded at, Rows rows) {
            rows.put(table, new Count(branch, rows.find(table, branch).map(Count::facts).orElse(0) + 1));
        }
    }

    /** Changes a row where it stands, and does not say so: whether that is written depends on what goes together. */
    private static final class Careless extends Planted<Seen> {
        Careless() {
            super(Seen.class);
        }

        @Override
        void fold(String branch, Recorded at, Rows rows) {
            rows.find(table, branch).ifPresentOrElse(seen -> seen.decisions().add("" + at.position()),
                    () -> rows.put(table, new Seen(branch, new ArrayList<>())));
        }
    }

    /** Takes the day from the clock on the wall of the machine. */
    private static final class Local extends Planted<Day> {
        Local() {
            super(Day.class);
        }

        @Override
        void fold(String branch, Recorded at, Rows rows) {
            rows.put(table, new Day(at.position(), LocalDate.ofInstant(at.recordedAt(), ZoneId.systemDefault())));
        }
    }

    @Test
    void aFoldThatDependsOnTheBatchOrOnTheZoneIsCaught() {
        assertThat(dumps(() -> List.of(new Counting()), grants(), Way.TOPIC, 1)).as("a sound one is not")
                .isEqualTo(dumps(() -> List.of(new Counting()), grants(), Way.BESIDE, 500));
        assertThat(dumps(() -> List.of(new Careless()), grants(), Way.FEED, 1))
                .isNotEqualTo(dumps(() -> List.of(new Careless()), grants(), Way.FEED, 500));
        Map<String, String> here = dumps(() -> List.of(new Local()), grants(), Way.FEED, 500);
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Pago_Pago"));
        assertThat(dumps(() -> List.of(new Local()), grants(), Way.FEED, 500)).isNotEqualTo(here);
    }

    @Test
    @Tag("I4")
    void aDroppedFactADoubledFactAndAnEditedRowAreCaughtAndNamed() {
        List<Recorded> facts = grants();
        try (Desk desk = new Desk(List.of(new Counting()), facts, 7, 1_000)) {
            desk.openEmpty();
            Stream<Runnable> defects = Stream.of(
                    () -> edit(desk, "update build set applied = applied - 1 where projection = 'planted' and number = 1"),
                    () -> edit(desk, "update p_planted_1.planted set facts = facts - 1 where branch = 'b001'"),
                    () -> edit(desk, "delete from p_planted_1.planted where branch = 'b002'"));
            desk.rebuild();
            assertThat(desk.upkeep().compare("planted", 2, null, null, 10).same()).isTrue();
            defects.forEach(defect -> {
                String sound = desk.dump().live("planted");
                defect.run();
                desk.follow();
                Difference difference = desk.upkeep().compare("planted", 2, null, null, 10);
                assertThat(difference.same()).isFalse();
                assertThat(difference.rows().items()).singleElement()
                        .matches(row -> row.because() == Difference.Reason.UNEXPLAINED && row.table().equals("planted"));
                assertThat(desk.dump().live("planted")).isNotEqualTo(sound);
                mend(desk);
            });
        }
    }

    /** The build that was kept answers, and the one that was damaged is built anew. */
    private static void mend(Desk desk) {
        desk.sql().sql("delete from p_planted_1.planted").update();
        desk.sql().sql("insert into p_planted_1.planted select * from p_planted_2.planted").update();
        edit(desk, "update build set edition = edition + 1 where number = 1");
        desk.follow();
    }

    private static void edit(Desk desk, String sql) {
        assertThat(desk.sql().sql(sql).update()).isEqualTo(1);
    }
}
