package asterism.command.appeal;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.appeal.Appeal.Case;
import asterism.command.appeal.Appeal.Given;
import asterism.command.appeal.Appeal.State;
import asterism.command.appeal.AppealCommand.ReplaceDecision;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealEvent.RefusalFell;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.standing.Ledger.Entry;
import asterism.rating.round.Rated;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The panel answers: the decision stands, falls, or gives way to another. Each answer has its reason. */
final class Judging {
    private Judging() {
    }

    static Decision dismiss(State.Admitted appeal, Given given) {
        Case as = appeal.as();
        return byThePanel(appeal, given).orElseGet(() -> accept(new AppealDismissed(as.appeal(), as.branch(), as.contested())));
    }

    static Decision uphold(State.Admitted appeal, Given given) {
        Case as = appeal.as();
        AppealUpheld upheld = new AppealUpheld(as.appeal(), as.branch(), as.contested());
        return byThePanel(appeal, given).orElseGet(() -> as.refused() == null ? accept(upheld)
                : accept(upheld, new RefusalFell(as.appeal(), as.branch(), as.refused(), as.contested())));
    }

    static Decision replace(State.Admitted appeal, ReplaceDecision replace, Given given) {
        Case as = appeal.as();
        return byThePanel(appeal, given).or(() -> as.refused() == null ? wrong(as, replace, given)
                : Optional.of(refuse("appeal.nothing-held",
                        "a refusal left nothing in force to replace: where it falls, the body decides again"))).orElseGet(() ->
                accept(new AppealDecisionReplaced(as.appeal(), as.branch(), as.contested(),
                        new DecisionId(given.asked().command().toString()), replace.level(),
                        given.rerated().map(Rated::computed).orElse(null), given.rerated().map(Rated::trace).orElse(List.of()))));
    }

    /** An appeal makes nothing worse for the branch, unless the scheme lets it. */
    private static Optional<Decision> wrong(Case as, ReplaceDecision replace, Given given) {
        if (replace.level() != null && !given.scale().contains(replace.level())) {
            return Optional.of(invalid("level", "appeal.level-unknown", "the scheme of the star knows no such level"));
        }
        if (!replace.marks().isEmpty() && given.rerated().isEmpty()) {
            return Optional.of(invalid("marks", "appeal.marks-unreadable",
                    "the contested decision rests on no such marks, or the scheme cannot read them"));
        }
        Optional<Decision> beyond = beyond(as, replace, given);
        if (beyond.isPresent()) {
            return beyond;
        }
        Level held = given.entry().map(Entry::level).orElse(null);
        if (Objects.equals(held, replace.level())) {
            return Optional.of(invalid("level", "appeal.nothing-replaced", "that is what was decided; the appeal is dismissed instead"));
        }
        boolean mayLower = given.hearing().flatMap(hearing -> hearing.instance().mayLower().value()).orElse(false);
        return place(replace.level(), given) < place(held, given) && !mayLower
                ? Optional.of(refuse("appeal.may-not-lower", "the scheme does not let an appeal end below what was decided"))
                : Optional.empty();
    }

    /** The panel looks anew at what is contested, and at more only where the scheme lets it. */
    private static Optional<Decision> beyond(Case as, ReplaceDecision replace, Given given) {
        boolean mayExtend = given.hearing().flatMap(hearing -> hearing.instance().mayExtend().value()).orElse(false);
        return as.items().isEmpty() || mayExtend ? Optional.empty()
                : IntStream.range(0, replace.marks().size()).filter(i -> !as.items().contains(replace.marks().get(i).input())).boxed()
                        .findFirst().map(i -> invalid("marks[" + i + "].input", "appeal.may-not-extend",
                                "the appeal does not contest this, and the scheme does not let the panel look further"));
    }

    /** No level lies below the lowest. */
    private static int place(@Nullable Level level, Given given) {
        return level == null ? -1 : given.scale().indexOf(level);
    }

    private static Optional<Decision> byThePanel(State.Admitted admitted, Given given) {
        if (given.asked().onBehalfOf() != null || given.asked().person().filter(admitted.panel()::contains).isEmpty()) {
            return Optional.of(refuse("appeal.not-your-panel", "only the named panel answers the appeal, each for themselves"));
        }
        return given.asked().reason() == null ? Optional.of(Refusals.reasonRequired()) : Optional.empty();
    }
}
