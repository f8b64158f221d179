package asterism.command.application;

import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.application.Application.Given;
import asterism.command.application.Application.Jury;
import asterism.command.application.ApplicationCommand.AnswerObjection;
import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.ApplicationCommand.EraseStatement;
import asterism.command.application.ApplicationCommand.RaiseObjection;
import asterism.command.application.ApplicationCommand.UpholdObjection;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.application.ApplicationState.NoticeDays;
import asterism.command.core.Asked;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.rules.Objections;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ObjectionVoted;
import asterism.events.ApplicationEvent.StatementErased;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationId;
import asterism.events.Event;
import asterism.events.ObjectionId;
import asterism.events.Personal;
import asterism.rating.Procedure.Objector;
import asterism.rating.Quorum;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Objections during the notice. It does not end while one is open; whether its days stand still meanwhile, the scheme says. */
final class Objecting {
    /** Fewest people on a panel that votes: with fewer there is no majority. */
    private static final int PANEL = 3;

    private Objecting() {
    }

    static Decision raise(ApplicationState state, RaiseObjection raise, Given given) {
        if (!(state instanceof Notice notice)) {
            return NotNow.refuse(state);
        }
        Optional<Objections> rule = given.pinned().objections();
        if (rule.isEmpty()) {
            return refuse("application.no-objections", "the scheme knows no objections");
        }
        return tooLate(notice.days(), given.asked().today()).or(() -> wrongPerson(rule.get(), given)).orElseGet(() -> {
            boolean first = notice.open().isEmpty();
            return Decision.accept(Stream.of(Stream.<Event>of(raised(raise, given.asked())),
                    first && holds(notice, given) ? Stream.<Event>of(new NoticePaused(raise.application(), notice.days().lastDay(),
                            given.asked().today())) : Stream.<Event>empty(),
                    first ? answerBy(raise.application(), given.asked().today(), given).stream() : Stream.<Event>empty())
                    .flatMap(facts -> facts).toArray(Event[]::new));
        });
    }

    private static Optional<Decision> tooLate(NoticeDays days, LocalDate today) {
        if (days.objectionsUntil() != null) {
            return today.isAfter(days.objectionsUntil()) ? Optional.of(refuse("application.objection-too-late",
                    "objections were taken until " + days.objectionsUntil())) : Optional.empty();
        }
        return days.pausedOn() == null && today.isAfter(days.lastDay()) ? Optional.of(refuse("application.notice-over",
                "objections could be raised until " + days.lastDay())) : Optional.empty();
    }

    private static Optional<Decision> wrongPerson(Objections rule, Given given) {
        if (!given.parties().entitled()) {
            return Optional.of(refuse("application.may-not-object", "the scheme lets only those object who have a post in "
                    + (rule.by() == Objector.UNIT ? "the branch" : "a branch")));
        }
        return rule.signed() && given.asked().person().isEmpty() ? Optional.of(refuse("application.objection-unsigned",
                "the scheme takes an objection only from somebody who signs in for it")) : Optional.empty();
    }

    /** The last day for answering what was raised that day; empty where the scheme sets none. */
    private static Optional<Event> answerBy(ApplicationId application, @Nullable LocalDate raisedOn, Given given) {
        return raisedOn == null ? Optional.empty() : given.pinned().period(Rules.OBJECTION_ANSWER)
                .flatMap(period -> Optional.ofNullable(given.days()).map(days -> days.period(period, raisedOn)))
                .map(last -> new StageDue(application, Rules.OBJECTION_ANSWER, last.day(), last.provisional()));
    }

    private static boolean holds(Notice notice, Given given) {
        return given.pinned().notice(notice.verdict().level()).flatMap(rule -> rule.holdsOnObjection().value()).orElse(false);
    }

    private static ObjectionRaised raised(RaiseObjection raise, Asked asked) {
        ObjectionId objection = new ObjectionId(asked.command().toString());
        String key = asked.person().map(Personal::keyOf).orElseGet(() -> keyOf(objection));
        return new ObjectionRaised(raise.application(), objection, new Personal<>(key, Optional.of(raise.statement())));
    }

    /** Somebody stands for it: its statement is under their own key. */
    static boolean signed(ObjectionRaised raised) {
        return !raised.statement().key().equals(keyOf(raised.objection()));
    }

    private static String keyOf(ObjectionId objection) {
        return "objection/" + objection;
    }

    /** What nobody signed for is erased by its own key, but not before it is answered. */
    static Decision erase(ApplicationState state, EraseStatement erase, Given given) {
        if (!state.file().map(Dossier::voices).orElse(Voices.NONE).unsigned().contains(erase.statement())) {
            return unknown("application.statement-unknown", "nobody said that here without signing in, or it is erased already");
        }
        if (state.place() instanceof Notice notice && notice.open().stream().map(Objecting::keyOf).anyMatch(erase.statement()::equals)) {
            return refuse("application.objection-open", "the objection must be answered before its statement is erased");
        }
        return given.asked().reason() == null ? Refusals.reasonRequired()
                : Decision.accept(new StatementErased(erase.application(), erase.statement()));
    }

    /** Dismissing the last open objection lets the days go on that stood still; else, after the last day, it ends the notice. */
    static Decision dismiss(ApplicationState state, DismissObjection dismiss, Given given) {
        return answer(state, dismiss, given).orElseGet(() -> {
            boolean last = state instanceof Notice notice && notice.open().size() == 1;
            Optional<Event> then = last ? goesOn((Notice) state, given) : answerBy(dismiss.application(), given.begun().stage(), given);
            return Decision.accept(Stream.of(voted(dismiss).stream(),
                    Stream.of(new ObjectionDismissed(dismiss.application(), dismiss.objection())), then.stream())
                    .flatMap(facts -> facts).toArray(Event[]::new));
        });
    }

    private static Optional<Event> voted(AnswerObjection answer) {
        return Optional.ofNullable(answer.inFavour()).map(votes ->
                new ObjectionVoted(answer.application(), answer.objection(), answer.sitting(), votes));
    }

    private static Optional<Event> goesOn(Notice notice, Given given) {
        ApplicationId application = notice.dossier().application();
        NoticeDays days = notice.days();
        if (days.pausedOn() == null) {
            return days.areOver(given.asked().today()) ? Optional.of(new NoticeClosed(application)) : Optional.empty();
        }
        LastDay last = Schedule.moved(days.lastDay(), days.pausedOn(), given.pinned().dayTypeOf(notice.verdict().level()), given);
        return Optional.of(new NoticeResumed(application, last.day(), last.provisional()));
    }

    static Decision uphold(ApplicationState state, UpholdObjection uphold, Given given) {
        return answer(state, uphold, given)
                .orElseGet(() -> Decision.accept(Stream.concat(voted(uphold).stream(),
                        Stream.of(new ObjectionUpheld(uphold.application(), uphold.objection()))).toArray(Event[]::new)));
    }

    /** Why that objection cannot be answered. */
    private static Optional<Decision> answer(ApplicationState state, AnswerObjection answer, Given given) {
        if (!(state instanceof Notice notice)) {
            return Optional.of(NotNow.refuse(state));
        }
        if (!notice.open().contains(answer.objection())) {
            return Optional.of(unknown("application.objection-unknown", "no such objection waits for an answer"));
        }
        return wrongBody(answer, given).or(() -> given.pinned().objections().flatMap(Objections::vote)
                .flatMap(needed -> notCarried(answer, needed, given)))
                .or(() -> given.asked().reason() == null ? Optional.of(Refusals.reasonRequired()) : Optional.empty());
    }

    private static Optional<Decision> wrongBody(AnswerObjection answer, Given given) {
        if (new HashSet<>(answer.sitting()).size() < answer.sitting().size()) {
            return Optional.of(invalid("present", "application.member-twice", "a member is named twice"));
        }
        Jury jury = given.parties().jury();
        if (jury == null) {
            return Optional.empty();
        }
        if (given.asked().person().filter(jury.people()::contains).isEmpty()) {
            return Optional.of(refuse("application.objection-not-your-body", "objections are answered by the body that the scheme names"));
        }
        return jury.members().containsAll(answer.sitting()) ? Optional.empty() : Optional.of(invalid("present",
                "application.not-a-member", "only members of the body that answers objections sit over them"));
    }

    /** Of a body, all its members count; of a panel, those who sit on it. */
    private static Optional<Decision> notCarried(AnswerObjection answer, Quorum needed, Given given) {
        Jury jury = given.parties().jury();
        if (jury == null && answer.sitting().size() < PANEL) {
            return Optional.of(invalid("present", "application.panel-too-small", "the panel needs at least three people"));
        }
        int votes = answer.inFavour() == null ? 0 : answer.inFavour();
        return needed.reached(votes, jury == null ? answer.sitting().size() : jury.members().size()) ? Optional.empty()
                : Optional.of(refuse("application.vote-not-carried", "too few of those who answer objections are of that answer"));
    }
}
