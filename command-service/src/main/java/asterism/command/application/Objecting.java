package asterism.command.application;

import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.ApplicationCommand.EraseStatement;
import asterism.command.application.ApplicationCommand.RaiseObjection;
import asterism.command.application.ApplicationCommand.UpholdObjection;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.core.Asked;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.StatementErased;
import asterism.events.ObjectionId;
import asterism.events.Personal;
import java.util.Optional;
import java.util.Set;

/** Objections during the notice. The notice does not end while one is open. */
final class Objecting {
    private Objecting() {
    }

    static Decision raise(ApplicationState state, RaiseObjection raise, Given given) {
        if (!(state instanceof Notice notice)) {
            return NotNow.refuse(state);
        }
        if (!given.pinned().hasObjections()) {
            return refuse("application.no-objections", "the scheme knows no objections");
        }
        return given.asked().today().isAfter(notice.lastDay())
                ? refuse("application.notice-over", "objections could be raised until " + notice.lastDay())
                : Decision.accept(raised(raise, given.asked()));
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

    /** Dismissing the last open objection after the last day ends the notice. */
    static Decision dismiss(ApplicationState state, DismissObjection dismiss, Given given) {
        return answer(state, dismiss.objection(), given).orElseGet(() -> {
            ObjectionDismissed fact = new ObjectionDismissed(dismiss.application(), dismiss.objection());
            return state instanceof Notice(_, _, _, var lastDay, var open)
                    && open.equals(Set.of(dismiss.objection())) && given.asked().today().isAfter(lastDay)
                    ? Decision.accept(fact, new NoticeClosed(dismiss.application()))
                    : Decision.accept(fact);
        });
    }

    static Decision uphold(ApplicationState state, UpholdObjection uphold, Given given) {
        return answer(state, uphold.objection(), given)
                .orElseGet(() -> Decision.accept(new ObjectionUpheld(uphold.application(), uphold.objection())));
    }

    /** Why that objection cannot be answered. */
    private static Optional<Decision> answer(ApplicationState state, ObjectionId objection, Given given) {
        if (!(state instanceof Notice notice)) {
            return Optional.of(NotNow.refuse(state));
        }
        if (!notice.open().contains(objection)) {
            return Optional.of(unknown("application.objection-unknown", "no such objection waits for an answer"));
        }
        return given.asked().reason() == null ? Optional.of(Refusals.reasonRequired()) : Optional.empty();
    }
}
