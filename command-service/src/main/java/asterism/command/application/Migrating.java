package asterism.command.application;

import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.application.Application.Given;
import asterism.command.application.Application.Target;
import asterism.command.application.ApplicationCommand.MigrateCase;
import asterism.command.application.ApplicationState.Awarded;
import asterism.command.application.ApplicationState.Closed;
import asterism.command.application.ApplicationState.None;
import asterism.command.application.ApplicationState.Refused;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.ApplicationEvent.CaseMigrated;

/**
 * A case goes on under another version of its scheme: by an explicit decision with a reason, before anybody has judged anything, and
 * only where units are not rated against each other, since all of a round are measured with one yardstick then.
 */
final class Migrating {
    private Migrating() {
    }

    static Decision migrate(ApplicationState state, MigrateCase migrate, Given given) {
        if (state instanceof None || state instanceof Awarded || state instanceof Refused || state instanceof Closed) {
            return NotNow.refuse(state);
        }
        Dossier dossier = state.file().orElseThrow();
        Target target = given.target();
        if (target == null) {
            return invalid("version", "application.version-not-ready", "the scheme has no such version that local rules are adopted for");
        }
        if (target.pin().equals(dossier.pin())) {
            return Decision.accept();
        }
        if (!dossier.isUnjudged()) {
            return refuse("application.judged-already", "somebody has judged the application under the version it has");
        }
        if (!target.rules().rates(given.unit().kind())) {
            return refuse("application.kind-not-rated", "the scheme of this round does not rate branches of this kind");
        }
        if (given.pinned().ratesAgainstEachOther() || target.rules().ratesAgainstEachOther()) {
            return refuse("application.rated-by-quota", "branches are rated against each other, so all of a round have one version");
        }
        return given.asked().reason() == null ? Refusals.reasonRequired()
                : Decision.accept(new CaseMigrated(migrate.application(), dossier.pin(), target.pin()));
    }
}
