package asterism.query.dashboard;

import asterism.events.ApplicationEvent;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.RoundEvent.AssignmentCommitted;
import asterism.events.RoundEvent.AssignmentRefused;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.RosterSealed;
import asterism.events.RoundEvent.RoundClosed;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.RoundEvent;
import asterism.events.StandingEvent;
import asterism.query.course.Levels;
import asterism.query.course.Stage;
import asterism.query.ledger.Entries;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import asterism.standing.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stars by branch and body, and what each round gave out. */
@Component
class DashboardProjection implements Projection {
    static final String NAME = "dashboard";
    static final Table<Body> BODY = Table.of("body", Body.class, 1);
    static final Table<Branch> BRANCH = Table.of("branch", Branch.class, 1, "body");
    static final Table<Star> STAR = Table.of("star", Star.class, 2);
    static final Table<Round> ROUND = Table.of("round", Round.class, 1);
    static final Table<Quota> QUOTA = Table.of("quota", Quota.class, 2);
    static final Table<Case> CASE = Table.of("course", Case.class, 2);

    record Body(String body, @Nullable String parent, String zh, String en) {
    }

    record Branch(String branch, String body) {
    }

    record Star(String branch, LocalDate fromDay, @Nullable LocalDate untilDay, @Nullable String level) {
    }

    /** @param sealed applications on the sealed roster */
    record Round(String round, String zh, String en, String scheme, String version, String office, LocalDate opensOn,
                 LocalDate applicationsUntil, @Nullable Integer sealed, boolean closed) {
    }

    /**
     * A quota of a round.
     *
     * @param tied     branches the cut could not tell apart
     * @param resolved the committee has voted on them
     */
    record Quota(String round, String quota, @Nullable Integer base, int seats, @Nullable Integer taken, List<String> tied,
                 boolean resolved) {
    }

    /** @param level last computed, proposed, decided or awarded */
    record Case(String round, String branch, Stage stage, @Nullable String level) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(BODY, BRANCH, Entries.TABLE, STAR, ROUND, QUOTA, CASE);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        Predicate<Class<?>> wanted = type -> Stream.of(RoundEvent.class, ApplicationEvent.class, StandingEvent.class, BodyEstablished.class,
                BranchRegistered.class, BranchTransferred.class, BranchEnded.class).anyMatch(each -> each.isAssignableFrom(type));
        return EventTypes.all().stream().filter(wanted).collect(Collectors.toSet());
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        switch (fact.event()) {
            case BodyEstablished body -> rows.put(BODY, new Body(body.body().value(), body.parent() == null ? null : body.parent().value(),
                    body.name().zh(), body.name().en()));
            case BranchRegistered branch -> rows.put(BRANCH, new Branch(branch.branch().value(), branch.body().value()));
            case BranchTransferred moved -> rows.put(BRANCH, new Branch(moved.branch().value(), moved.body().value()));
            case BranchEnded ended -> rows.remove(BRANCH, ended.branch().value());
            case StandingEvent standing -> fold(Entries.record(fact, standing, rows), standing.branch().value(), rows);
            case ApplicationEvent event -> Stage.after(event).ifPresent(stage -> fold(event, stage, rows));
            case RoundEvent round -> fold(round, rows);
            case Event _ -> {
            }
        }
    }

    private static void fold(List<Entries.Entry> entries, String branch, Rows rows) {
        rows.of(STAR, branch).forEach(star -> rows.remove(STAR, branch, star.fromDay()));
        for (Ledger.Interval interval : Entries.ledger(entries).intervals()) {
            rows.put(STAR, new Star(branch, interval.from(), interval.until(), interval.level() == null ? null : interval.level().code()));
        }
    }

    private static void fold(ApplicationEvent event, Stage stage, Rows rows) {
        String round = event.application().round().value();
        String branch = event.application().branch().value();
        String level = Levels.of(event).map(Level::code).or(() -> rows.find(CASE, round, branch).map(Case::level)).orElse(null);
        rows.put(CASE, new Case(round, branch, stage, level));
    }

    private static void fold(RoundEvent event, Rows rows) {
        String id = event.round().value();
        switch (event) {
            case RoundOpened round -> rows.put(ROUND, new Round(id, round.title().zh(), round.title().en(), round.pin().scheme().value(),
                    round.pin().version(), round.office().value(), round.opensOn(), round.applicationsUntil(), null, false));
            case RosterSealed roster -> rows.find(ROUND, id).ifPresent(round -> rows.put(ROUND, with(round, roster.applications(), false)));
            case QuotaTied tied -> rows.put(QUOTA, new Quota(id, tied.quota(), null, tied.seats(), null,
                    tied.tied().stream().map(BranchId::value).toList(), false));
            case TieResolved resolved -> rows.find(QUOTA, id, resolved.quota()).ifPresent(quota -> rows.put(QUOTA,
                    new Quota(id, quota.quota(), quota.base(), quota.seats(), quota.taken(), quota.tied(), true)));
            case QuotaAllocated allocated -> allocated.quotas().forEach(seats -> rows.put(QUOTA, new Quota(id, seats.quota(), seats.base(),
                    seats.seats(), seats.taken(), rows.find(QUOTA, id, seats.quota()).map(Quota::tied).orElse(List.of()), true)));
            case QuotaReallocated again -> rows.find(QUOTA, id, again.quota()).ifPresent(quota -> rows.put(QUOTA,
                    new Quota(id, quota.quota(), quota.base(), quota.seats(), quota.seats() - again.free() + again.to().size(),
                            quota.tied(), true)));
            case AssignmentCommitted _, AssignmentRefused _ -> {
            }
            case RoundClosed _ -> rows.find(ROUND, id).ifPresent(round -> rows.put(ROUND, with(round, round.sealed(), true)));
        }
    }

    private static Round with(Round round, @Nullable Integer sealed, boolean closed) {
        return new Round(round.round(), round.zh(), round.en(), round.scheme(), round.version(), round.office(), round.opensOn(),
                round.applicationsUntil(), sealed, closed);
    }
}
