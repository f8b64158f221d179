package asterism.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.Fact;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Suspended;
import asterism.query.RandomCounty;
import asterism.query.Story;
import asterism.query.history.HistoryQuestion.When;
import asterism.query.projecting.Desk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The history on two clocks beside a table with a cell for every day and every position at which something became known. Decisions
 * come late and out of order, and are struck out; the star of each cell must be the one the history names, asked by position and by
 * time, and the rating must be the table's last row.
 */
class HistoryModelIT {
    private static final LocalDate FIRST = LocalDate.parse("2023-10-01");
    private static final int DAYS = 400;

    private record Decision(String id, @Nullable String level, LocalDate from, @Nullable LocalDate lastDay) {
    }

    /** Paints each decision over the days from its first one on, the later ones over the earlier. */
    private static final class Table {
        private final Map<String, List<Decision>> standing = new HashMap<>();
        private final Map<String, List<@Nullable String[]>> rows = new HashMap<>();

        Table(List<Fact> facts) {
            facts.forEach(fact -> {
                if (fact.event() instanceof StandingEvent event) {
                    note(event, standing.computeIfAbsent(event.branch().value(), _ -> new ArrayList<>()));
                }
                fact.event().about().ifPresent(branch -> rows.putIfAbsent(branch.value(), new ArrayList<>()));
                rows.forEach((branch, known) -> {
                    while (known.size() < fact.at().position() - 1) {
                        known.add(new String[DAYS]);
                    }
                    known.add(painted(standing.getOrDefault(branch, List.of())));
                });
            });
        }

        private static void note(StandingEvent event, List<Decision> decisions) {
            switch (event) {
                case LevelGranted granted -> decisions.add(
                        new Decision(granted.decision().value(), granted.level().code(), granted.from(), granted.lastDay()));
                case Downgraded down -> decisions.add(new Decision(down.decision().value(), down.to() == null ? null : down.to().code(),
                        down.from(), lastDay(decisions, down.from())));
                case Suspended suspended -> decisions.add(
                        new Decision(suspended.decision().value(), null, suspended.from(), lastDay(decisions, suspended.from())));
                case Reinstated back -> decisions.add(
                        new Decision(back.decision().value(), back.level().code(), back.from(), lastDay(decisions, back.from())));
                case DecisionStruckOut struck -> decisions.removeIf(decision -> decision.id().equals(struck.struck().value()));
                case StandingEvent other -> throw new IllegalStateException("the story tells of no " + other);
            }
        }

        private static @Nullable LocalDate lastDay(List<Decision> decisions, LocalDate on) {
            Decision holds = holds(decisions, on);
            return holds == null ? null : holds.lastDay();
        }

        private static @Nullable Decision holds(List<Decision> decisions, LocalDate on) {
            Decision holds = null;
            for (Decision decision : decisions) {
                if (!decision.from().isAfter(on) && (holds == null || !decision.from().isBefore(holds.from()))) {
                    holds = decision;
                }
            }
            return holds;
        }

        private static @Nullable String[] painted(List<Decision> decisions) {
            @Nullable String[] row = new String[DAYS];
            for (int day = 0; day < DAYS; day++) {
                Decision holds = holds(decisions, FIRST.plusDays(day));
                boolean over = holds == null || (holds.lastDay() != null && FIRST.plusDays(day).isAfter(holds.lastDay()));
                row[day] = holds == null || over ? null : holds.level();
            }
            return row;
        }

        @Nullable String level(String branch, long known, int day) {
            return known == 0 ? null : rows.getOrDefault(branch, List.of()).get((int) known - 1)[day];
        }
    }

    @ParameterizedTest
    @Tag("I9")
    @ValueSource(longs = {1, 2, 3})
    void everyCellOfTheTableIsWhatTheHistorySays(long seed) {
        Story story = RandomCounty.stars(seed, 3, 120);
        Table table = new Table(story.read());
        try (Desk desk = new Desk(Desk.all().stream().filter(each -> List.of("history", "rating").contains(each.name())).toList(),
                story.facts(), 50, 100_000)) {
            desk.openEmpty();
            HistoryQuestion question = new HistoryQuestion(desk.live());
            Random random = new Random(seed);
            for (int i = 0; i < 250; i++) {
                String branch = "b00" + (1 + random.nextInt(3));
                long known = 1L + random.nextInt((int) story.head());
                int day = random.nextInt(DAYS);
                When when = i % 2 == 0 ? new When(FIRST.plusDays(day), null, known)
                        : new When(FIRST.plusDays(day), story.facts().get((int) known - 1).recordedAt(), null);
                assertThat(level(question, branch, when)).as("seed %d: %s on %s", seed, branch, when)
                        .isEqualTo(table.level(branch, known, day));
            }
            for (int day = 0; day < DAYS; day += 7) {
                LocalDate on = FIRST.plusDays(day);
                String now = desk.live().ask("rating", view -> view.sql().sql("""
                        select coalesce(max(level), 'none') from star
                        where branch = 'b001' and from_day <= :day and (until_day is null or until_day > :day)""").param("day", on)
                        .query(String.class).single()).answer();
                assertThat(now).as("seed %d: the star of b001 on %s", seed, on)
                        .isEqualTo(Objects.requireNonNullElse(table.level("b001", story.head(), day), "none"));
            }
        }
    }

    private static @Nullable String level(HistoryQuestion question, String branch, When when) {
        List<HistoryQuestion.Stretch> found = question.history(branch, when).answer().stretches();
        assertThat(found).hasSizeLessThan(2);
        return found.isEmpty() ? null : found.getFirst().level();
    }
}
