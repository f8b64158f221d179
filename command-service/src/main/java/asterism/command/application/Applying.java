package asterism.command.application;

import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.RecordSelfAssessment;
import asterism.command.application.ApplicationCommand.StartApplication;
import asterism.command.application.ApplicationCommand.SubmitApplication;
import asterism.command.application.ApplicationCommand.WithdrawApplication;
import asterism.command.application.ApplicationState.Allocated;
import asterism.command.application.ApplicationState.Awarded;
import asterism.command.application.ApplicationState.Closed;
import asterism.command.application.ApplicationState.Confirmed;
import asterism.command.application.ApplicationState.Decided;
import asterism.command.application.ApplicationState.DeskReview;
import asterism.command.application.ApplicationState.Draft;
import asterism.command.application.ApplicationState.Held;
import asterism.command.application.ApplicationState.Moderation;
import asterism.command.application.ApplicationState.None;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.application.ApplicationState.Ranked;
import asterism.command.application.ApplicationState.Refused;
import asterism.command.application.ApplicationState.Returned;
import asterism.command.application.ApplicationState.Scoring;
import asterism.command.application.ApplicationState.SiteVisit;
import asterism.command.application.ApplicationState.Submitted;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.DraftDue;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import java.time.LocalDate;

/** What the branch itself does: it starts, assesses itself, hands in, and may withdraw until the round has placed it. */
final class Applying {
    private Applying() {
    }

    static Decision start(ApplicationState state, StartApplication start, Given given) {
        if (!(state instanceof None)) {
            return refuse("application.already-started", "the branch has an application in this round already");
        }
        if (given.round() == null || given.rules() == null) {
            return unknown("application.round-unknown", "there is no such round");
        }
        if (given.branch() == null) {
            return unknown("application.branch-unknown", "there is no such branch");
        }
        if (!given.branch().above().contains(given.round().office())) {
            return refuse("application.not-of-this-round", "the branch does not stand under the body that holds this round");
        }
        if (!given.rules().rates(given.branch().kind())) {
            return refuse("application.kind-not-rated", "the scheme of this round does not rate branches of this kind");
        }
        OfRound round = given.round();
        return Entry.barred(given).orElseGet(() -> whileOpen(round, given.asked().today(),
                Decision.accept(
                new ApplicationStarted(start.application(), round.pin()), new DraftDue(start.application(), round.applicationsUntil()))));
    }

    private static Decision whileOpen(OfRound round, LocalDate today, Decision then) {
        if (today.isBefore(round.opensOn())) {
            return refuse("application.too-early", "the round opens on " + round.opensOn());
        }
        return round.sealed() || today.isAfter(round.applicationsUntil())
                ? refuse("application.too-late", "applications were open until " + round.applicationsUntil())
                : then;
    }

    static Decision assess(ApplicationState state, RecordSelfAssessment record, Given given) {
        return state instanceof Draft(var dossier, _) ? assess(dossier, record, given)
                : state instanceof Returned(var dossier, _) ? assess(dossier, record, given)
                : NotNow.refuse(state);
    }

    private static Decision assess(Dossier dossier, RecordSelfAssessment record, Given given) {
        return given.marks().wrong(record.marks()).orElseGet(() -> Decision.accept(new SelfAssessmentRecorded(
                record.application(), dossier.assessed() + 1, record.marks(), record.evidence(), record.statement())));
    }

    static Decision submit(ApplicationState state, SubmitApplication submit, Given given) {
        return Entry.wrongTarget(submit.target(), given).orElseGet(() -> submitted(state, submit, given));
    }

    private static Decision submitted(ApplicationState state, SubmitApplication submit, Given given) {
        ApplicationSubmitted fact = new ApplicationSubmitted(submit.application(), submit.target());
        if (state instanceof Draft(var dossier, _)) {
            return dossier.assessed() == 0 || given.round() == null
                    ? refuse("application.not-assessed", "the branch must assess itself before it applies")
                    : whileOpen(given.round(), given.asked().today(), Decision.accept(fact));
        }
        if (state instanceof Returned(var dossier, var dueOn)) {
            if (dossier.assessed() == 0) {
                return refuse("application.not-assessed", "the branch must assess itself before it applies");
            }
            return given.asked().today().isAfter(dueOn)
                    ? refuse("application.completion-too-late", "what was missing was due on " + dueOn)
                    : Reviewing.onward(submit.application(), given, fact);
        }
        return NotNow.refuse(state);
    }

    static Decision withdraw(ApplicationState state, WithdrawApplication withdraw, Given given) {
        if (!mayEnd(state)) {
            return NotNow.refuse(state);
        }
        return given.asked().reason() == null
                ? Refusals.reasonRequired()
                : Decision.accept(new ApplicationWithdrawn(withdraw.application()));
    }

    /** Until the round has placed it an application may end without the others noticing. */
    static boolean mayEnd(ApplicationState state) {
        return switch (state) {
            case Draft _, Submitted _, DeskReview _, Returned _, SiteVisit _, Scoring _, Moderation _, Ranked _ -> true;
            case Held(var at, _) -> mayEnd(at);
            case None _, Allocated _, Decided _, Notice _, Confirmed _, Awarded _, Refused _, Closed _ -> false;
        };
    }
}
