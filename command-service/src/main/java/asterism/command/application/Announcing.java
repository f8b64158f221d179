package asterism.command.application;

import static asterism.command.core.Decision.refuse;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.Award;
import asterism.command.application.ApplicationCommand.CloseNotice;
import asterism.command.application.ApplicationCommand.PostNotice;
import asterism.command.application.ApplicationState.Confirmed;
import asterism.command.application.ApplicationState.Decided;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.application.ApplicationState.Verdict;
import asterism.command.core.Decision;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.rating.Procedure;
import java.time.LocalDate;
import java.util.Optional;

/** The public notice and the award. */
final class Announcing {
    private Announcing() {
    }

    static Decision post(ApplicationState state, PostNotice post, Given given) {
        if (!(state instanceof Decided(_, _, Verdict(_, var level)))) {
            return NotNow.refuse(state);
        }
        Optional<Procedure.Notice> notice = given.pinned().notice(level);
        if (notice.isEmpty()) {
            return refuse("application.no-notice", "the scheme has no public notice of this level; it can be awarded at once");
        }
        if (given.days() == null) {
            return refuse("application.calendar-unknown", "the round's calendar has no published year, so the notice has no last day");
        }
        LastDay last = given.days().notice(notice.get(), given.asked().today());
        return Decision.accept(new NoticePosted(post.application(), given.asked().today(), last.day(), last.provisional()));
    }

    static Decision close(ApplicationState state, CloseNotice close, Given given) {
        if (!(state instanceof Notice notice)) {
            return NotNow.refuse(state);
        }
        LocalDate today = given.asked().today();
        if (!today.isAfter(notice.days().lastDay())) {
            return refuse("application.notice-not-over", "the notice lasts until " + notice.days().lastDay());
        }
        if (!notice.days().areOver(today)) {
            return refuse("application.objections-possible", "objections are taken until " + notice.days().objectionsUntil());
        }
        return notice.open().isEmpty()
                ? Decision.accept(new NoticeClosed(close.application()))
                : refuse("application.objection-open", "an objection waits for an answer");
    }

    static Decision award(ApplicationState state, Award award, Given given) {
        if (state instanceof Confirmed(_, var verdict)) {
            return award(award, verdict, given);
        }
        return state instanceof Decided(_, _, var verdict) && given.pinned().notice(verdict.level()).isEmpty()
                ? award(award, verdict, given) : NotNow.refuse(state);
    }

    private static Decision award(Award award, Verdict verdict, Given given) {
        return Decision.accept(new StarAwarded(award.application(), verdict.decision(), verdict.level(), given.asked().today()));
    }
}
