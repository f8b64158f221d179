package asterism.query.difference;

import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.Reorganised;
import asterism.events.DecisionId;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.Pin;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.LevelGranted;
import asterism.query.course.Case;
import asterism.rating.Scheme;
import asterism.standing.Ledger;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A star taken apart. Levels are counted from the lowest of their scheme, which is 1; no star is 0.
 *
 * @param level       what holds; none where the branch was without a star
 * @param number      the same as a number: what was computed and all parts together
 * @param computed    what was worked out before the round's seats, as a number
 * @param parts       what was made of it, by what did it; parts of nothing are left out
 * @param application where the star's last award was decided
 * @param judged      what the computed level follows from; none where its case is not among the facts
 */
record Star(@Nullable Level level, int number, int computed, Map<Factor, Integer> parts, @Nullable ApplicationId application,
            @Nullable Judged judged) {

    /** The star on a day, by the facts about the branch as far as they were known. */
    static Star on(LocalDate day, List<Fact> facts, Function<Pin, Optional<Scheme>> schemes) {
        return new Reading(facts, schemes, scheme(facts, schemes)).on(day);
    }

    private static Optional<Scheme> scheme(List<Fact> facts, Function<Pin, Optional<Scheme>> schemes) {
        return Case.of(facts).reversed().stream().flatMap(each -> each.pin().flatMap(schemes).stream()).findFirst();
    }

    /** @param scale by which levels are counted; none: by their code, where that is a number */
    private record Reading(List<Fact> facts, Function<Pin, Optional<Scheme>> schemes, Optional<Scheme> scale) {

        Star on(LocalDate day) {
            Ledger ledger = ledger(facts);
            List<Entry> entries = ledger.entries().stream().filter(entry -> !entry.from().isAfter(day))
                    .sorted(Comparator.comparing(Entry::from)).toList();
            Map<Factor, Integer> parts = new EnumMap<>(Factor.class);
            int base = lastAward(entries);
            DecisionId because = base < 0 ? null : entries.get(base).because();
            Optional<LevelGranted> granted = because == null ? Optional.empty() : granted(because);
            Optional<Case> found = granted.flatMap(award -> Case.of(facts).stream()
                    .filter(each -> each.application().equals(award.application())).findFirst());
            int computed = base < 0 ? 0 : award(entries.get(base), found, parts);
            int running = base < 0 ? 0 : number(entries.get(base).level());
            for (Entry entry : entries.subList(base + 1, entries.size())) {
                add(parts, factor(entry.kind()), number(entry.level()) - running);
                running = number(entry.level());
            }
            if (!entries.isEmpty() && over(entries.getLast(), day)) {
                add(parts, Factor.EXPIRY, -running);
                running = 0;
            }
            Level level = ledger.on(day).map(Entry::level).orElse(null);
            add(parts, Factor.APPEAL, number(level) - running);
            return new Star(level, number(level), computed, parts, granted.map(LevelGranted::application).orElse(null),
                    found.flatMap(this::judged).orElse(null));
        }

        private static boolean over(Entry last, LocalDate day) {
            LocalDate lastDay = last.lastDay();
            return last.level() != null && lastDay != null && day.isAfter(lastDay);
        }

        private static int lastAward(List<Entry> entries) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).kind() == Ledger.Kind.AWARD) {
                    return i;
                }
            }
            return -1;
        }

        private Optional<LevelGranted> granted(DecisionId because) {
            return facts.stream().map(Fact::event).filter(LevelGranted.class::isInstance).map(LevelGranted.class::cast)
                    .filter(granted -> granted.decision().equals(because)).findFirst();
        }

        /** What was computed; what the seats and the deciding body made of it becomes parts. */
        private int award(Entry entry, Optional<Case> found, Map<Factor, Integer> parts) {
            int decided = number(entry.level());
            Optional<LevelDecided> decision = found.flatMap(each -> each.all(LevelDecided.class).stream().map(Case.Found::event)
                    .filter(one -> one.decision().equals(entry.because())).findFirst());
            if (found.isEmpty() || decision.isEmpty()) {
                return decided;
            }
            int reached = number(decision.get().proposed().level());
            int proposed = found.get().last(LevelAllocated.class).isEmpty() ? reached
                    : found.get().last(LevelProposed.class).map(each -> number(each.event().computed().level())).orElse(reached);
            add(parts, Factor.QUOTA, reached - proposed);
            add(parts, Factor.DEPARTURE, decided - reached);
            return proposed;
        }

        private Optional<Judged> judged(Case found) {
            Optional<Scheme> scheme = found.pin().flatMap(schemes);
            Optional<Fact> computed = found.last(ScoreComputed.class).map(Case.Found::fact);
            if (scheme.isEmpty() || computed.isEmpty() || found.given().isEmpty()) {
                return Optional.empty();
            }
            List<Fact> before = facts.stream().filter(fact -> fact.at().position() < computed.get().at().position()).toList();
            Level prior = ledger(before).on(computed.get().at().effectiveOn()).map(Entry::level).orElse(null);
            String kind = facts.stream().map(Fact::event).filter(BranchRegistered.class::isInstance)
                    .map(event -> ((BranchRegistered) event).kind()).findFirst().orElse("");
            return Optional.of(Judged.of(found, scheme.get(), kind, prior));
        }

        private Factor factor(Ledger.Kind kind) {
            return switch (kind) {
                case DOWNGRADE, SUSPENSION, REINSTATEMENT, WITHDRAWAL, PAST -> Factor.RULING;
                case EXPIRY -> Factor.EXPIRY;
                case REORGANISATION -> Factor.REORGANISATION;
                case PROVISIONAL -> facts.stream().anyMatch(fact -> fact.event() instanceof Reorganised)
                        ? Factor.REORGANISATION : Factor.RULING;
                case REPLACEMENT -> Factor.APPEAL;
                case AWARD -> Factor.RATING;
            };
        }

        private int number(@Nullable Level level) {
            return level == null ? 0 : scale.flatMap(scheme -> scheme.rank(level.code())).map(rank -> rank.place() + 1)
                    .orElseGet(() -> level.code().matches("[0-9]{1,3}") ? Integer.parseInt(level.code()) : 1);
        }
    }

    private static void add(Map<Factor, Integer> parts, Factor factor, int more) {
        if (more != 0) {
            parts.merge(factor, more, Integer::sum);
        }
    }

    private static Ledger ledger(List<Fact> facts) {
        Ledger ledger = Ledger.EMPTY;
        for (Fact fact : facts) {
            if (fact.event() instanceof StandingEvent event) {
                ledger = ledger.with(event);
            }
        }
        return ledger;
    }
}
