package asterism.query.dashboard;

import asterism.events.ApplicationEvent;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.RoundEvent;
import asterism.events.RoundEvent.AssignmentCommitted;
import asterism.events.RoundEvent.AssignmentRefused;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.RosterSealed;
import asterism.events.RoundEvent.RoundClosed;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundEvent.TieResolved;
import asterism.journal.Recorded;
import asterism.query.course.Levels;
import asterism.query.course.Stage;
import asterism.query.known.Known;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What each round gave out and how far its applications are, a row for each state of each. */
@Component
class DashboardProjection implements Projection {
    static final String NAME = "dashboard";
    static final Table<Round> ROUND = Table.of("round", Round.class, 2);
    static final Table<Quota> QUOTA = Table.of("quota", Quota.class, 3);
    static final Table<Case> CASE = Table.of("course", Case.class, 2, "round");

    /** @param sealed applications on the sealed roster */
    record Round(String round, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt, String zh,
                 String en, String scheme, String version, String office, LocalDate opensOn, LocalDate applicationsUntil,
                 @Nullable Integer sealed, boolean closed) implements Known.Version<Round> {

        @Override
        public Round known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Round(round, from, fromAt, to, toAt, zh, en, scheme, version, office, opensOn, applicationsUntil, sealed, closed);
        }

        Round with(@Nullable Integer roster, boolean over) {
            return new Round(round, knownFrom, knownFromAt, knownTo, knownToAt, zh, en, scheme, version, office, opensOn,
                    applicationsUntil, roster, over);
        }
    }

    /**
     * A quota of a round.
     *
     * @param tied     branches the cut could not tell apart
     * @param resolved the committee has voted on them
     */
    record Quota(String round, String quota, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt,
                 @Nullable Integer base, int seats, @Nullable Integer taken, List<String> tied, boolean resolved)
            implements Known.Version<Quota> {

        static Quota of(String round, String quota, @Nullable Integer base, int seats, @Nullable Integer taken, List<String> tied,
                        boolean resolved) {
            return new Quota(round, quota, 0, Instant.EPOCH, null, null, base, seats, taken, tied, resolved);
        }

        @Override
        public Quota known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Quota(round, quota, from, fromAt, to, toAt, base, seats, taken, tied, resolved);
        }
    }

    /** @param level last computed, proposed, decided or awarded */
    record Case(String application, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt, String round,
                Stage stage, @Nullable String level) implements Known.Version<Case> {

        @Override
        public Case known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Case(application, from, fromAt, to, toAt, round, stage, level);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 6;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ROUND, QUOTA, CASE);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return EventTypes.all().stream()
                .filter(type -> RoundEvent.class.isAssignableFrom(type) || ApplicationEvent.class.isAssignableFrom(type))
                .collect(Collectors.toSet());
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        switch (fact.event()) {
            case ApplicationEvent event -> Stage.after(event).ifPresent(stage -> fold(event, stage, fact.at(), rows));
            case RoundEvent round -> fold(round, fact.at(), rows);
            case Event _ -> {
            }
        }
    }

    private static void fold(ApplicationEvent event, Stage stage, Recorded at, Rows rows) {
        String id = event.application().toString();
        String level = Levels.of(event).map(Level::code)
                .or(() -> Known.now(CASE, id, rows).stream().findFirst().map(Case::level)).orElse(null);
        Known.only(CASE, id, List.of(new Case(id, 0, Instant.EPOCH, null, null, event.application().round().value(), stage, level)), at,
                rows);
    }

    private static void fold(RoundEvent event, Recorded at, Rows rows) {
        String id = event.round().value();
        switch (event) {
            case RoundOpened round -> Known.begin(ROUND, new Round(id, 0, Instant.EPOCH, null, null, round.title().zh(),
                    round.title().en(), round.pin().scheme().value(), round.pin().version(), round.office().value(), round.opensOn(),
                    round.applicationsUntil(), null, false), at, rows);
            case RosterSealed roster -> round(id, rows).ifPresent(was ->
                    Known.replace(ROUND, was, was.with(roster.applications(), false), at, rows));
            case QuotaTied tied -> put(Quota.of(id, tied.quota(), null, tied.seats(), null,
                    tied.tied().stream().map(BranchId::value).toList(), false), at, rows);
            case TieResolved resolved -> quota(id, resolved.quota(), rows).ifPresent(was ->
                    put(Quota.of(id, was.quota(), was.base(), was.seats(), was.taken(), was.tied(), true), at, rows));
            case QuotaAllocated allocated -> allocated.quotas().forEach(seats -> put(Quota.of(id, seats.quota(), seats.base(),
                    seats.seats(), seats.taken(), quota(id, seats.quota(), rows).map(Quota::tied).orElse(List.of()), true), at, rows));
            case QuotaReallocated again -> quota(id, again.quota(), rows).ifPresent(was -> put(Quota.of(id, was.quota(), was.base(),
                    was.seats(), was.seats() - again.free() + again.to().size(), was.tied(), true), at, rows));
            case AssignmentCommitted _, AssignmentRefused _ -> {
            }
            case RoundClosed _ -> round(id, rows).ifPresent(was -> Known.replace(ROUND, was, was.with(was.sealed(), true), at, rows));
        }
    }

    private static Optional<Round> round(String id, Rows rows) {
        return Known.now(ROUND, id, rows).stream().findFirst();
    }

    private static Optional<Quota> quota(String round, String quota, Rows rows) {
        return Known.now(QUOTA, round, rows).stream().filter(each -> each.quota().equals(quota)).findFirst();
    }

    /** From this fact on, the quota stands so; the others of its round go on. */
    private static void put(Quota now, Recorded at, Rows rows) {
        List<Quota> all = new ArrayList<>(Known.now(QUOTA, now.round(), rows));
        all.removeIf(each -> each.quota().equals(now.quota()));
        all.add(now);
        Known.only(QUOTA, now.round(), all.stream().map(each -> each.known(0, Instant.EPOCH, null, null)).toList(), at, rows);
    }
}
