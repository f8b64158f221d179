package asterism.query.notices;

import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
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
    static final Table<Notice> NOTICE = Table.of("notice", Notice.class, 1, "open, last_day");

    record Branch(String branch, String zh, String en) {
    }

    /** @param objections that wait for an answer */
    record Notice(String application, String branch, @Nullable String level, String decision, @Nullable LocalDate postedOn,
                  @Nullable LocalDate lastDay, boolean provisional, boolean open, int objections) {
        Notice open(boolean now) {
            return new Notice(application, branch, level, decision, postedOn, lastDay, provisional, now, now ? objections : 0);
        }

        Notice objections(int more) {
            return new Notice(application, branch, level, decision, postedOn, lastDay, provisional, open, objections + more);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(BRANCH, NOTICE);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Set.of(BranchRegistered.class, BranchRenamed.class, LevelDecided.class, NoticePosted.class, NoticeRecounted.class,
                ObjectionRaised.class, ObjectionDismissed.class, ObjectionUpheld.class, NoticeClosed.class, ApplicationResumed.class);
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        switch (fact.event()) {
            case BranchRegistered branch ->
                    rows.put(BRANCH, new Branch(branch.branch().value(), branch.name().zh(), branch.name().en()));
            case BranchRenamed branch ->
                    rows.put(BRANCH, new Branch(branch.branch().value(), branch.name().zh(), branch.name().en()));
            case LevelDecided decided -> rows.put(NOTICE, new Notice(decided.application().toString(),
                    decided.application().branch().value(), decided.level() == null ? null : decided.level().code(),
                    decided.decision().value(), null, null, false, false, 0));
            case NoticePosted posted -> change(posted, rows, notice -> new Notice(notice.application(), notice.branch(), notice.level(),
                    notice.decision(), posted.postedOn(), posted.lastDay(), posted.provisional(), true, 0));
            case NoticeRecounted day -> change(day, rows, notice -> new Notice(notice.application(), notice.branch(), notice.level(),
                    notice.decision(), notice.postedOn(), day.lastDay(), day.provisional(), notice.open(), notice.objections()));
            case ObjectionRaised raised -> change(raised, rows, notice -> notice.objections(1));
            case ObjectionDismissed dismissed -> change(dismissed, rows, notice -> notice.objections(-1));
            case ObjectionUpheld upheld -> change(upheld, rows, notice -> notice.open(false));
            case ApplicationResumed resumed when resumed.noticeUntil() != null -> change(resumed, rows, notice ->
                    new Notice(notice.application(), notice.branch(), notice.level(), notice.decision(), notice.postedOn(),
                            resumed.noticeUntil(), resumed.provisional(), true, notice.objections()));
            case NoticeClosed closed -> change(closed, rows, notice -> notice.open(false));
            case Event _ -> {
            }
        }
    }

    private static void change(ApplicationEvent event, Rows rows, UnaryOperator<Notice> how) {
        Optional<Notice> notice = rows.find(NOTICE, event.application().toString());
        notice.map(how).ifPresent(changed -> rows.put(NOTICE, changed));
    }
}
