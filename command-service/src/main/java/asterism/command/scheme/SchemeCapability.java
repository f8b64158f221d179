package asterism.command.scheme;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.command.round.RatedRounds;
import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.command.scheme.Scheme.Given;
import asterism.command.scheme.SchemeCommand.ActivateSchemeVersion;
import asterism.command.scheme.SchemeCommand.AdoptLocalRules;
import asterism.command.scheme.SchemeCommand.PublishCalibrationCase;
import asterism.command.scheme.SchemeCommand.PublishSchemeVersion;
import asterism.command.scheme.SchemeCommand.ReportImpact;
import asterism.command.scheme.SchemeCommand.TakeCalibration;
import asterism.command.scheme.SchemeCommand.ValidateSchemeVersion;
import asterism.events.Pin;
import asterism.events.SchemeEvent;
import asterism.events.SchemeId;
import java.util.Optional;

/** Schemes, bound to the house. */
public final class SchemeCapability implements Capability<SchemeCommand, Scheme.State, SchemeEvent, Scheme.Given> {
    private final Scheme decider = new Scheme();

    @Override
    public Class<SchemeCommand> commands() {
        return SchemeCommand.class;
    }

    @Override
    public Scheme decider() {
        return decider;
    }

    @Override
    public Given given(SchemeCommand command, Scheme.State state, Asked asked, Reading reading) {
        return switch (command) {
            case PublishSchemeVersion _, ValidateSchemeVersion _, AdoptLocalRules _ -> new Given.Alone(asked);
            case PublishCalibrationCase publish -> new Given.ForCalibrating(asked,
                    rules(publish.scheme(), publish.version(), state, reading));
            case TakeCalibration take -> new Given.ForCalibrating(asked, Optional.ofNullable(state.cases().get(take.name()))
                    .flatMap(known -> rules(take.scheme(), known.version(), state, reading)));
            case ActivateSchemeVersion activate -> new Given.ForActivating(asked,
                    rules(activate.scheme(), activate.version(), state, reading).flatMap(rules -> rules.procedure().impact().value()),
                    RatedRounds.last(activate.scheme(), reading));
            case ReportImpact report -> new Given.ForReporting(asked, rules(report.scheme(), report.version(), state, reading)
                    .flatMap(rules -> RatedRounds.trial(report.scheme(), report.round(), rules, reading)));
        };
    }

    private static Optional<Rules> rules(SchemeId scheme, String name, Scheme.State state, Reading reading) {
        return state.version(name).flatMap(version -> Optional.ofNullable(version.localRules())
                .map(localRules -> RuleBook.rules(new Pin(scheme, name, version.sha256(), localRules), reading::document)));
    }
}
