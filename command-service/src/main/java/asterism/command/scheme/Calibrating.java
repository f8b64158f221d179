package asterism.command.scheme;

import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.rules.Marks.Giver;
import asterism.command.rules.Rules;
import asterism.command.scheme.Scheme.Given;
import asterism.command.scheme.SchemeCommand.PublishCalibrationCase;
import asterism.command.scheme.SchemeCommand.TakeCalibration;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.SchemeEvent.CalibrationCasePublished;
import asterism.events.SchemeEvent.CalibrationTaken;
import asterism.events.Secret;
import asterism.rating.Exact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Assessors show on a case with a known answer that they score as others do. Each case is taken once, so nobody feels their way. */
final class Calibrating {
    private Calibrating() {
    }

    static Decision publish(Scheme.State state, PublishCalibrationCase publish, Given given) {
        Optional<Rules> rules = given instanceof Given.ForCalibrating on ? on.rules() : Optional.empty();
        if (rules.flatMap(Rules::calibration).isEmpty()) {
            return refuse("scheme.no-calibration", "the scheme has no such version that asks assessors for a calibration");
        }
        if (state.cases().containsKey(publish.name())) {
            return refuse("scheme.case-published", "a case of that name is published already");
        }
        return rules.get().marks(publish.kind()).wrong(Giver.ASSESSOR, publish.answer()).orElseGet(() -> Decision.accept(
                new CalibrationCasePublished(publish.scheme(), publish.version(), publish.name(), publish.kind(), publish.material(),
                        new Secret<>("calibration/" + publish.scheme() + "/" + publish.name(), Optional.of(publish.answer())))));
    }

    static Decision take(Scheme.State state, TakeCalibration take, Given given) {
        Optional<PersonId> person = given.asked().person();
        if (person.isEmpty()) {
            return Refusals.personOnly();
        }
        CalibrationCasePublished known = state.cases().get(take.name());
        if (known == null || !(given instanceof Given.ForCalibrating(_, var found)) || found.isEmpty()) {
            return unknown("scheme.case-unknown", "the scheme has no such case");
        }
        if (state.taken().getOrDefault(take.name(), Map.of()).containsKey(person.get())) {
            return refuse("scheme.case-taken", "you have taken this case already; another must be published");
        }
        Rules rules = found.get();
        return rules.marks(known.kind()).wrong(Giver.ASSESSOR, take.marks()).orElseGet(() -> {
            Exact furthest = furthest(known.answer().value().orElse(List.of()), take.marks());
            boolean passed = rules.calibration().filter(most -> furthest.compareTo(most) <= 0).isPresent();
            return Decision.accept(new CalibrationTaken(take.scheme(), take.name(), person.get(), passed, furthest.toString()));
        });
    }

    private static Exact furthest(List<Mark> answer, List<Mark> given) {
        Map<String, Exact> right = answer.stream().filter(mark -> Exact.parse(mark.cell()).isPresent())
                .collect(Collectors.toMap(Mark::input, mark -> Exact.parse(mark.cell()).orElseThrow()));
        return given.stream().filter(mark -> right.containsKey(mark.input()))
                .flatMap(mark -> Exact.parse(mark.cell()).map(cell -> cell.minus(right.getOrDefault(mark.input(), cell)).abs()).stream())
                .reduce(Exact.ZERO, Exact::max);
    }
}
