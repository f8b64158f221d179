package asterism.query.projecting;

import static asterism.query.County.body;
import static asterism.query.County.branch;
import static asterism.query.County.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.StandingEvent.LevelGranted;
import asterism.query.ReadSide;
import asterism.query.reading.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances over one database: both answer, one projects; while it is paused the other takes over, and its own write is refused. */
class StandbyIT {
    /** Whoever comes upon it first sleeps on it. */
    private static final AtomicReference<@Nullable CountDownLatch> IN_FOLD = new AtomicReference<>();
    private static final AtomicReference<@Nullable CountDownLatch> IN_TRANSACTION = new AtomicReference<>();

    private static void sleepOn(AtomicReference<@Nullable CountDownLatch> bed) {
        CountDownLatch until = bed.getAndSet(null);
        if (until != null) {
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Falls asleep in its fold, or while its rows are written. */
    private static final class Sleeper implements Projection {
        private static final Table<Grant> GRANT = Table.of("grants", Grant.class, 1);

        record Grant(long position, String branch) {
            @Override
            @SuppressWarnings("UnusedMethod") // whoever writes the row asks it
            public String branch() {
                sleepOn(IN_TRANSACTION);
                return branch;
            }
        }

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<Table<?>> tables() {
            return List.of(GRANT);
        }

        @Override
        public Set<Class<? extends Event>> reads() {
            return Set.of(LevelGranted.class);
        }

        @Override
        public void fold(Fact fact, Rows rows) {
            sleepOn(IN_FOLD);
            rows.put(GRANT, new Grant(fact.at().position(), ((LevelGranted) fact.event()).branch().value()));
        }
    }

    /** The branches that got a star; the next version knows the level, too. */
    private record Counting(int version) implements Projection {
        record Once(String branch, long position) {
        }

        record Then(String branch, String level, long position) {
        }

        private static final Table<Once> ONCE = Table.of("counted", Once.class, 1);
        private static final Table<Then> THEN = Table.of("counted", Then.class, 1);

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public List<Table<?>> tables() {
            return List.of(version == 1 ? ONCE : THEN);
        }

        @Override
        public Set<Class<? extends Event>> reads() {
            return Set.of(LevelGranted.class);
        }

        @Override
        public void fold(Fact fact, Rows rows) {
            LevelGranted granted = (LevelGranted) fact.event();
            if (version == 1) {
                rows.put(ONCE, new Once(granted.branch().value(), fact.at().position()));
            } else {
                rows.put(THEN, new Then(granted.branch().value(), granted.level().toString(), fact.at().position()));
            }
        }

        /** What its pages ask for, from the build that answers; no level where its version knows none. */
        private void answers(ConfigurableApplicationContext where, long position, String... branches) {
            String what = version == 1 ? "branch" : "branch || ' ' || level";
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                Answer<List<String>> answer = where.getBean(Live.class).ask(name(), view ->
                        view.sql().sql("select " + what + " from counted order by branch").query(String.class).list());
                assertThat(answer.answer()).containsExactly(branches);
                assertThat(answer.at().position()).isEqualTo(position);
            });
        }
    }

    /** Up to the next version, instance by instance, and back: each asks for what it knows, and none stands still. */
    @Test
    @Tag("F25")
    void ofTwoVersionsBesideEachOtherEachAnswersFromItsOwnRowsAndTheWayBackIsOpen() {
        Counting former = new Counting(1);
        Counting next = new Counting(2);
        try (ReadSide side = new ReadSide()) {
            side.relay(side.story.tell(body("work-committee", null), branch("b001", "work-committee"), branch("b002", "work-committee"),
                    granted("b001", "d-1", "4", "2024-05-01")));
            try (ConfigurableApplicationContext before = side.startWith(List.of(former)).another(List.of(former))) {
                side.stop();
                former.answers(before, 4, "b001");
                try (ConfigurableApplicationContext after = side.another(List.of(next))) {
                    await().until(() -> after.getBean(Answering.class).health().getStatus().equals(Status.UP));
                    side.relay(side.story.tell(granted("b002", "d-2", "3", "2024-05-01")));
                    former.answers(before, 5, "b001", "b002");
                    next.answers(after, 5, "b001 4", "b002 3");
                }
                side.relay(side.story.tell(granted("b001", "d-3", "5", "2025-05-01")));
                former.answers(before, 6, "b001", "b002");
            }
            try (ConfigurableApplicationContext again = side.another(List.of(next))) {
                next.answers(again, 6, "b001 5", "b002 3");
                assertThat(again.getBean(Upkeep.class).standing("counting")).map(Upkeep.Standing::number).containsExactly(1, 2);
            }
        }
    }

    private static double overtaken(ReadSide side, ConfigurableApplicationContext other) {
        return List.of(side.bean(MeterRegistry.class), other.getBean(MeterRegistry.class)).stream()
                .mapToDouble(meters -> meters.get("asterism.projection.overtaken").counter().count()).sum();
    }

    private static void bothCome(ReadSide side, ConfigurableApplicationContext other, long position) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(side.get("/api/v1/branches/b001/rating").at("/at/position").asLong()).isEqualTo(position);
            assertThat(other.getBean(Live.class).ask("rating", _ -> "").at().position()).isEqualTo(position);
        });
    }

    @Test
    @Tag("F8")
    void oneProjectsAndWhenItIsPausedTheOtherTakesOverAndItsWriteIsRefused() {
        String[] settings = {"--asterism.projecting.seize=1s", "--spring.kafka.consumer.properties.max.poll.interval.ms=2000"};
        try (ReadSide side = new ReadSide();
                ConfigurableApplicationContext other = side.startWith(List.of(new Sleeper()), settings)
                        .another(List.of(new Sleeper()), settings)) {
            await().until(() -> side.bean(Topic.class).leads() != other.getBean(Topic.class).leads());
            side.relay(side.story.tell(body("work-committee", null), branch("b001", "work-committee"), branch("b002", "work-committee")));
            bothCome(side, other, 3);

            CountDownLatch inFold = new CountDownLatch(1);
            IN_FOLD.set(inFold);
            side.relay(side.story.tell(granted("b001", "d-1", "4", "2024-05-01")));
            await().until(() -> IN_FOLD.get() == null);
            side.relay(side.story.tell(granted("b001", "d-2", "3", "2024-06-01")));
            bothCome(side, other, 5);
            double before = overtaken(side, other);
            inFold.countDown();
            await().untilAsserted(() -> assertThat(overtaken(side, other)).isGreaterThan(before));

            CountDownLatch inTransaction = new CountDownLatch(1);
            IN_TRANSACTION.set(inTransaction);
            side.relay(side.story.tell(granted("b002", "d-3", "5", "2024-05-01")));
            await().until(() -> IN_TRANSACTION.get() == null);
            bothCome(side, other, 6);
            inTransaction.countDown();
            side.relay(side.story.tell(granted("b002", "d-4", "2", "2024-06-01")));
            bothCome(side, other, 7);

            side.bean(Upkeep.class).rebuild(Upkeep.ALL, true);
            await().until(() -> side.bean(Upkeep.class).standing(Upkeep.ALL).stream()
                    .allMatch(build -> !build.filling() && build.applied() == 7));
            side.bean(Upkeep.class).names().forEach(name -> assertThat(side.bean(Upkeep.class).compare(name, 2, null, null, 1).same())
                    .as(name).isTrue());
        }
    }
}
