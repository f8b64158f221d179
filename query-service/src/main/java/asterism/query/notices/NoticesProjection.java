package asterism.query.notices;

import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ObjectionsUntil;
import asterism.events.ApplicationEvent;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.query.known.Known;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for each application the committee has decided, open while its notice runs. */
@Component
class NoticesProjection implements Projection {
    static final String NAME = "notices";
    static final Table<Branch> BRANCH = Table.of("branch", Branch.class, 1);
    static final Table<Notice> NOTICE = Table.of("notice", Notice.class, 2, "open, last_day");

    record Branch(String branch, String zh, String en) {
    }

    /**
     * @param pausedOn   the day on which its days were stopped; none where they run
     * @param objectionsUntil the last day for objections, where it is not that of the notice
     * @param objections that wait for an answer
     * @param closedOn   the day it ended
     */
    record Notice(String application, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt,
                  String branch, @Nullable String level, String decision, @Nullable LocalDate postedOn, @Nullable LocalDate lastDay,
                  boolean provisional, @Nullable LocalDate pausedOn, @Nullable LocalDate objectionsUntil, boolean open,
                  int objections, @Nullable LocalDate closedOn) implements Known.Version<Notice> {

        @Override
        public Notice known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Notice(application, from, fromAt, to, toAt, branch, level, decision, postedOn, lastDay, provisional, pausedOn,
                    objectionsUntil, open, objections, closedOn);
        }

        Notice posted(NoticePosted how) {
            return new Notice(application, knownFrom, knownFromAt, knownTo, knownToAt, branch, level, decision, how.postedOn(),
                    how.lastDay(), how.provisional(), null, null, true, 0, null);
        }

        Notice until(LocalDate last, boolean unsure, @Nullable LocalDate stopped, boolean runs) {
            return new Notice(application, knownFrom, knownFromAt, knownTo, knownToAt, branch, level, decision, postedOn, last, unsure,
                    stopped, objectionsUntil, runs, objections, closedOn);
        }

        Notice objectionsUntil(LocalDate last) {
            return new Notice(application, knownFrom, knownFromAt, knownTo, knownToAt, branch, level, decision, postedOn, lastDay,
                    provisional, pausedOn, last, open, objections, closedOn);
        }

        Notice objections(int more) {
            return new Notice(application, knownFrom, knownFromAt, knownTo, knownToAt, branch, level, decision, postedOn, lastDay,
                    provisional, pausedOn, objectionsUntil, open, objections + more, closedOn);
        }

        Notice closed(LocalDate on) {
            return new Notice(application, knownFrom, knownFromAt, knownTo, knownToAt, branch, level, decision, postedOn, lastDay,
                    provisional, null, null, false, 0, on);
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
        return List.of(BRANCH, NOTICE);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Set.of(BranchRegistered.class, BranchRenamed.class, LevelDecided.class, NoticePosted.class, NoticeRecounted.class,
                ObjectionRaised.class, ObjectionDismissed.class, ObjectionUpheld.class, NoticeClosed.class, ApplicationResumed.class,
                NoticePaused.class, NoticeResumed.class, ObjectionsUntil.class);
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        switch (fact.event()) {
            case BranchRegistered branch ->
                    rows.put(BRANCH, new Branch(branch.branch().value(), branch.name().zh(), branch.name().en()));
            case BranchRenamed branch ->
                    rows.put(BRANCH, new Branch(branch.branch().value(), branch.name().zh(), branch.name().en()));
            case LevelDecided decided -> decided(decided, fact, rows);
            case NoticePosted posted -> change(posted, fact, rows, notice -> notice.posted(posted));
            case NoticeRecounted day -> change(day, fact, rows, notice -> notice.until(day.lastDay(), day.provisional(),
                    notice.pausedOn(), notice.open()));
            case NoticePaused stop -> change(stop, fact, rows, notice -> notice.until(stop.lastDay(), notice.provisional(), stop.pausedOn(),
                    notice.open()));
            case NoticeResumed on -> change(on, fact, rows, notice -> notice.until(on.lastDay(), on.provisional(), null, notice.open()));
            case ApplicationResumed resumed -> Optional.ofNullable(resumed.noticeUntil()).ifPresent(day -> change(resumed, fact, rows,
                    notice -> notice.until(day, resumed.provisional(), null, true)));
            case ObjectionsUntil until -> change(until, fact, rows, notice -> notice.objectionsUntil(until.lastDay()));
            case ObjectionRaised raised -> change(raised, fact, rows, notice -> notice.objections(1));
            case ObjectionDismissed dismissed -> change(dismissed, fact, rows, notice -> notice.objections(-1));
            case ObjectionUpheld upheld -> change(upheld, fact, rows, notice -> notice.closed(fact.at().effectiveOn()));
            case NoticeClosed closed -> change(closed, fact, rows, notice -> notice.closed(fact.at().effectiveOn()));
            case Event _ -> {
            }
        }
    }

    private static void decided(LevelDecided decided, Fact fact, Rows rows) {
        Notice next = new Notice(decided.application().toString(), 0, fact.at().recordedAt(), null, null,
                decided.application().branch().value(), decided.level() == null ? null : decided.level().code(),
                decided.decision().value(), null, null, false, null, null, false, 0, null);
        if (Known.now(NOTICE, next.application(), rows).isEmpty()) {
            Known.begin(NOTICE, next, fact.at(), rows);
        }
        change(decided, fact, rows, _ -> next);
    }

    private static void change(ApplicationEvent event, Fact fact, Rows rows, UnaryOperator<Notice> how) {
        Known.now(NOTICE, event.application().toString(), rows)
                .forEach(was -> Known.replace(NOTICE, was, how.apply(was), fact.at(), rows));
    }
}
