package asterism.query.history;

import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.StandingEvent.DecisionStayed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.StayLifted;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.journal.Recorded;
import asterism.query.known.Known;
import asterism.query.ledger.Entries;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import asterism.standing.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every stretch of days that was ever believed, with the positions between which it was. Nothing is overwritten. */
@Component
class HistoryProjection implements Projection {
    static final String NAME = "history";
    static final Table<Branch> BRANCH = Table.of("branch", Branch.class, 1);
    static final Table<Stretch> STRETCH = Table.of("stretch", Stretch.class, 3);

    static final Table<Body> BODY = Table.of("body", Body.class, 1);
    static final Table<Membership> MEMBERSHIP = Table.log("membership", Membership.class, "branch, from_day, position");
    static final Table<Examined> EXAMINED = Table.of("examined", Examined.class, 2);
    static final Table<Uncounted> UNCOUNTED = Table.of("uncounted", Uncounted.class, 3);

    /** How a branch was looked at on the spot. */
    enum Occasion { VISIT, SURVEILLANCE }

    record Examined(String branch, long position, LocalDate onDay, Occasion occasion, Instant recordedAt) {
    }

    /** A decision that does not count: it was struck out, or is stayed while an appeal is pending. */
    record Uncounted(String branch, String because, long knownFrom, Instant knownFromAt, @Nullable Long knownTo,
                     @Nullable Instant knownToAt) implements Known.Version<Uncounted> {
        @Override
        public Uncounted known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Uncounted(branch, because, from, fromAt, to, toAt);
        }
    }

    record Body(String body, String zh, String en) {
    }

    /** @param body to which the branch belongs from that day on; none where there is no such branch any more */
    record Membership(long position, String branch, @Nullable String body, LocalDate fromDay, Instant recordedAt) {
    }

    /** @param position of the fact that registered it */
    record Branch(String branch, String body, String zh, String en, long position, Instant recordedAt) {

        Branch with(String otherBody, Label name) {
            return new Branch(branch, otherBody, name.zh(), name.en(), position, recordedAt);
        }
    }

    /**
     * @param knownFrom position since which this is believed
     * @param knownTo   position since which it no longer is; none while it is
     * @param untilDay  the first day after the stretch; none while it lasts
     * @param position  of the fact with the decision
     */
    record Stretch(String branch, long knownFrom, LocalDate fromDay, Instant knownFromAt, @Nullable Long knownTo,
            @Nullable Instant knownToAt,
                   @Nullable LocalDate untilDay, @Nullable String level, String because, Ledger.Kind kind, String change,
                   @Nullable String application, LocalDate effectiveOn, long position, Instant recordedAt) {

        static Stretch of(Entries.Entry entry, Ledger.Interval interval, Recorded since) {
            Level level = interval.level();
            return new Stretch(entry.branch(), since.position(), interval.from(), since.recordedAt(), null, null, interval.until(),
                    level == null ? null : level.code(), entry.because(), entry.kind(), entry.change(), entry.application(),
                    entry.effectiveOn(), entry.position(), entry.recordedAt());
        }

        Stretch closed(Recorded by) {
            return new Stretch(branch, knownFrom, fromDay, knownFromAt, by.position(), by.recordedAt(), untilDay, level,
                    because, kind, change,
                    application, effectiveOn, position, recordedAt);
        }

        /** Says the same of the same days. */
        boolean agrees(Stretch other) {
            return fromDay.equals(other.fromDay) && because.equals(other.because)
                    && (untilDay == null ? other.untilDay == null : untilDay.equals(other.untilDay));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 7;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(BODY, BRANCH, MEMBERSHIP, Entries.TABLE, STRETCH, EXAMINED, UNCOUNTED);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Entries.read(BodyEstablished.class, BranchRegistered.class, BranchRenamed.class, BranchTransferred.class, BranchEnded.class,
                SiteVisitCompleted.class, SurveillanceClosed.class);
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        member(fact).ifPresent(since -> rows.put(MEMBERSHIP, since));
        switch (fact.event()) {
            case BodyEstablished body -> rows.put(BODY, new Body(body.body().value(), body.name().zh(), body.name().en()));
            case BranchRegistered registered -> rows.put(BRANCH, new Branch(registered.branch().value(), registered.body().value(),
                    registered.name().zh(), registered.name().en(), fact.at().position(), fact.at().recordedAt()));
            case BranchRenamed renamed -> rows.find(BRANCH, renamed.branch().value())
                    .ifPresent(was -> rows.put(BRANCH, was.with(was.body(), renamed.name())));
            case BranchTransferred moved -> rows.find(BRANCH, moved.branch().value())
                    .ifPresent(was -> rows.put(BRANCH, was.with(moved.body().value(), new Label(was.zh(), was.en()))));
            case SiteVisitCompleted visit -> rows.put(EXAMINED, new Examined(visit.application().branch().value(), fact.at().position(),
                    visit.visitedOn(), Occasion.VISIT, fact.at().recordedAt()));
            case SurveillanceClosed closed -> rows.put(EXAMINED, new Examined(closed.branch().value(), fact.at().position(),
                    fact.at().effectiveOn(), Occasion.SURVEILLANCE, fact.at().recordedAt()));
            case StandingEvent standing -> {
                replace(standing.branch().value(), stretches(Entries.record(fact, standing, rows), fact.at()), fact.at(), rows);
                count(standing, fact.at(), rows);
            }
            case Event _ -> { }
        }
    }

    private static void count(StandingEvent event, Recorded at, Rows rows) {
        switch (event) {
            case DecisionStruckOut out -> uncount(out.branch(), out.struck(), at, rows);
            case DecisionStayed stayed -> uncount(stayed.branch(), stayed.stayed(), at, rows);
            case StayLifted lifted -> uncounted(lifted.branch(), lifted.stayed(), rows).forEach(row -> Known.end(UNCOUNTED, row, at, rows));
            case StandingEvent _ -> { }
        }
    }

    private static List<Uncounted> uncounted(BranchId branch, DecisionId decision, Rows rows) {
        return Known.now(UNCOUNTED, branch.value(), rows).stream().filter(row -> row.because().equals(decision.value())).toList();
    }

    private static void uncount(BranchId branch, DecisionId decision, Recorded at, Rows rows) {
        if (uncounted(branch, decision, rows).isEmpty()) {
            Known.begin(UNCOUNTED, new Uncounted(branch.value(), decision.value(), 0, at.recordedAt(), null, null), at, rows);
        }
    }

    private static Optional<Membership> member(Fact fact) {
        return Optional.ofNullable(switch (fact.event()) {
            case BranchRegistered branch -> member(branch.branch(), branch.body(), branch.foundedOn(), fact.at());
            case BranchTransferred moved -> member(moved.branch(), moved.body(), moved.from(), fact.at());
            case BranchEnded ended -> member(ended.branch(), null, ended.from(), fact.at());
            case Event _ -> null;
        });
    }

    private static Membership member(BranchId branch, @Nullable BodyId body, LocalDate from, Recorded at) {
        return new Membership(at.position(), branch.value(), body == null ? null : body.value(), from, at.recordedAt());
    }

    private static List<Stretch> stretches(List<Entries.Entry> entries, Recorded since) {
        return Entries.ledger(entries).intervals().stream()
                .map(interval -> Stretch.of(Entries.of(entries, interval.because()), interval, since)).toList();
    }

    /** What is still believed keeps its row; what no longer is gets its end; what is new begins. */
    private static void replace(String branch, List<Stretch> now, Recorded by, Rows rows) {
        List<Stretch> fresh = new ArrayList<>(now);
        for (Stretch believed : rows.of(STRETCH, branch)) {
            if (believed.knownTo() == null && !fresh.removeIf(believed::agrees)) {
                rows.put(STRETCH, believed.closed(by));
            }
        }
        fresh.forEach(stretch -> rows.put(STRETCH, stretch));
    }
}
