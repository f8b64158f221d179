package asterism.command.application;

import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.application.Application.Given;
import asterism.command.core.Decision;
import asterism.command.rules.Rules;
import asterism.events.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What keeps a branch out of a round: looked at when it starts, and again when it is accepted. */
final class Entry {
    private Entry() {
    }

    static Optional<Decision> barred(Given given) {
        Rules rules = given.pinned();
        OfBranch branch = given.unit();
        LocalDate today = given.asked().today();
        LocalDate oldEnough = rules.oldEnoughOn(branch.foundedOn());
        if (today.isBefore(oldEnough)) {
            return Optional.of(refuse("application.branch-too-young", "the branch is old enough to apply on " + oldEnough));
        }
        if (branch.reentryFrom() != null && today.isBefore(branch.reentryFrom())) {
            return Optional.of(refuse("application.cool-down",
                    "after what became of its star or its last application the branch may apply again on " + branch.reentryFrom()));
        }
        return rules.bars().stream().filter(branch.open()::contains).findFirst().map(bar -> switch (bar) {
            case VETO -> refuse("application.barred-by-veto", "a veto event of the branch is not looked into yet");
            case COMPLAINT -> refuse("application.barred-by-complaint", "an upheld complaint about the branch is not looked into yet");
            case CORRECTION -> refuse("application.barred-by-correction", "the branch has a corrective action to complete first");
            case SUSPENSION -> refuse("application.barred-by-suspension", "the star of the branch is suspended");
            case SURVEILLANCE -> refuse("application.barred-by-surveillance", "the star of the branch is under review");
        });
    }

    /** A branch asks for a level of the scheme, no further up than one award may raise it. */
    static Optional<Decision> wrongTarget(@Nullable Level target, Given given) {
        if (target == null || given.rules() == null) {
            return Optional.empty();
        }
        List<Level> scale = given.rules().scale();
        if (!scale.contains(target)) {
            return Optional.of(invalid("target", "application.level-unknown", "the scheme knows no such level"));
        }
        Level held = given.branch() == null ? null : given.branch().held();
        return held != null && given.rules().mostStepsUp().filter(most -> scale.indexOf(target) - scale.indexOf(held) > most).isPresent()
                ? Optional.of(invalid("target", "application.target-too-high",
                        "one award raises a star by no more than " + given.rules().mostStepsUp().get() + " levels"))
                : Optional.empty();
    }
}
