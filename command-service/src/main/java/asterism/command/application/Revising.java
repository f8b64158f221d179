package asterism.command.application;

import static asterism.command.core.Decision.refuse;

import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.CommentOnDraft;
import asterism.command.application.ApplicationCommand.ReviseEvidence;
import asterism.command.application.ApplicationCommand.ShareDraft;
import asterism.command.application.ApplicationCommand.StandByScores;
import asterism.command.application.ApplicationState.Draft;
import asterism.command.application.ApplicationState.Returned;
import asterism.command.application.ApplicationState.Scoring;
import asterism.command.core.Decision;
import asterism.events.ApplicationEvent.DraftCommented;
import asterism.events.ApplicationEvent.DraftShared;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.PersonId;
import asterism.events.Personal;
import asterism.events.Sha256;
import java.util.Optional;

/**
 * What changes under a judgement: the members comment on the draft, and evidence is exchanged while it is judged. A score is bound to
 * the version that was judged; after a change it counts only once it is given anew or its assessor stands by it.
 */
final class Revising {
    private Revising() {
    }

    static Decision share(ApplicationState state, ShareDraft share) {
        return drafted(state).map(dossier -> dossier.assessed() == 0
                        ? refuse("application.not-assessed", "the branch must assess itself before it applies")
                        : Decision.accept(new DraftShared(share.application(), dossier.assessed(), share.codes())))
                .orElseGet(() -> NotNow.refuse(state));
    }

    static Decision comment(ApplicationState state, CommentOnDraft comment, Given given) {
        String code = Sha256.of(comment.code());
        return drafted(state).map(dossier -> dossier.members().contains(code)
                        ? Decision.accept(new DraftCommented(comment.application(), code, new Personal<>(
                                "comment/" + given.asked().command(), Optional.of(comment.statement()))))
                        : Surveying.codeUnknown())
                .orElseGet(() -> NotNow.refuse(state));
    }

    private static Optional<Dossier> drafted(ApplicationState state) {
        return state instanceof Draft || state instanceof Returned ? state.file() : Optional.empty();
    }

    static Decision revise(ApplicationState state, ReviseEvidence revise) {
        return Assessing.judged(state).map(dossier -> Decision.accept(
                new EvidenceRevised(revise.application(), dossier.assessed() + 1, revise.evidence())))
                .orElseGet(() -> NotNow.refuse(state));
    }

    static Decision standBy(ApplicationState state, StandByScores wish, Given given) {
        if (!(state instanceof Scoring(var dossier))) {
            return NotNow.refuse(state);
        }
        Optional<PersonId> assessor = given.asked().person().filter(dossier.panel().assessors()::contains);
        if (assessor.isEmpty()) {
            return Assessing.notOnThePanel();
        }
        Sheet sheet = dossier.panel().sheet(assessor.get());
        if (sheet.judged() == 0) {
            return refuse("application.not-scored", "you gave no scores yet");
        }
        if (sheet.judged() == dossier.assessed()) {
            return refuse("application.scored-already", "your scores are in and sealed");
        }
        return Assessing.anotherVersion(dossier, wish.judged()).orElseGet(() -> Assessing.then(state, given,
                dossier.panel(dossier.panel().scored(assessor.get(), sheet.of(wish.judged()))),
                new ScoresStoodBy(wish.application(), assessor.get(), wish.judged())));
    }
}
