package asterism.standing;

import asterism.events.BranchEvent.Reorganisation;
import asterism.rating.Procedure;
import asterism.rating.Stated;
import java.util.Locale;
import java.util.Optional;

/** What a scheme lets become of a star when its branch is reorganised; by its own words in the language of schemes. */
public enum Fate {
    CARRY, LOWER_OF_BOTH, PROVISIONAL, UNRATED, CLOSE, JUDGE;

    /** As that procedure says; where it says nothing, somebody must judge. */
    public static Fate of(Procedure procedure, Reorganisation kind) {
        return procedure.reorganisation().value()
                .flatMap(policy -> Optional.ofNullable(policy.get(kind.name().toLowerCase(Locale.ROOT))).flatMap(Stated::value))
                .map(word -> Fate.valueOf(word.toUpperCase(Locale.ROOT))).orElse(JUDGE);
    }
}
