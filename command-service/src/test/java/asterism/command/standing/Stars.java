package asterism.command.standing;

import static org.assertj.core.api.Assertions.fail;

import asterism.calendar.WorkingDays;
import asterism.command.Lifecycle;
import asterism.command.Shipped;
import asterism.command.core.Asked;
import asterism.command.core.Decision;
import asterism.command.core.Refusal.Kind;
import asterism.command.rules.Days;
import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.command.standing.Standing.Award;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.Pin;
import asterism.events.Sha256;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent;
import asterism.policy.Tie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One branch and its star, under the 70/30 scheme as shipped and varied. */
final class Stars {
    private static final Days DAYS = new Days(WorkingDays.shipped("prc-working-days"));
    static final BranchId BRANCH = new BranchId("b06");
    static final ApplicationId APPLICATION = ApplicationId.of("r2024.b06");
    static final DecisionId AWARD = new DecisionId("d1");
    /** The decision that a command makes. */
    static final DecisionId MADE = new DecisionId(Lifecycle.COMMAND.toString());
    static final LocalDate AWARDED = LocalDate.of(2024, 12, 16);
    static final LocalDate DECIDED_ON = LocalDate.of(2024, 12, 4);
    static final LocalDate TODAY = LocalDate.of(2025, 3, 10);
    static final BodyId SUPERIOR = new BodyId("county");
    private static final String SCHEME = Shipped.text("../deploy/schemes/zoucheng-70-30.yaml");
    private static final String LOCAL = Shipped.text("../deploy/schemes/zoucheng-70-30.local-rules.yaml");
    static final Terms AS_SHIPPED = terms(Shipped.RULES);
    static final Lifecycle<StandingCommand, State, StandingEvent, Given> LIFE = new Lifecycle<>(new Standing());
    static final LevelGranted FOUR = granted(null);

    private Stars() {
    }

    /** One way to be refused. */
    record Row(Kind kind, String code, State state, StandingCommand command, Given given) {

        Decision decision() {
            return new Standing().decide(state, command, given);
        }

        @Override
        public String toString() {
            return code + ": " + command.getClass().getSimpleName();
        }
    }

    /** The decision on the star itself, without what the scheme lets follow. */
    static Event ruling(Decision decision) {
        return decision instanceof Decision.Accepted(var facts, _) ? facts.getFirst() : fail("refused: " + decision);
    }

    static LevelGranted granted(@Nullable LocalDate lastDay) {
        return new LevelGranted(BRANCH, AWARD, APPLICATION, new Level("4"), Change.FIRST, AWARDED, lastDay);
    }

    static State after(StandingEvent... facts) {
        return LIFE.after("general", facts);
    }

    static Given given(Asked asked) {
        return given(asked, AS_SHIPPED);
    }

    static Given given(Asked asked, Terms terms) {
        return new Given(asked, BRANCH, Optional.of(terms), true, Optional.empty(), Optional.empty(), Optional.of(new Level("5")),
                Optional.empty(), Optional.of(SUPERIOR), Optional.of(TODAY), List.of());
    }

    /** A person of the branch itself asks. */
    static Given own() {
        return new Given(Lifecycle.person("general", "because", TODAY), BRANCH, Optional.of(AS_SHIPPED), true, Optional.of(Tie.OWN_BRANCH),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** Nobody knows the branch, or the round. */
    static Given unknown(boolean branch) {
        return new Given(Lifecycle.person("general", "because", TODAY), BRANCH, Optional.empty(), branch, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** An application of the branch was awarded that level. */
    static Given awarded(Asked asked, Terms terms, DecisionId decision, String level) {
        return new Given(asked, BRANCH, Optional.of(terms), true, Optional.empty(), Optional.of(new Award(decision, new Level(level))),
                Optional.of(new Level("5")), Optional.empty(), Optional.of(SUPERIOR), Optional.of(TODAY), List.of());
    }

    /** A person asks, with a reason. */
    static Given asked(LocalDate today, Terms terms) {
        return given(Lifecycle.person("general", "because", today), terms);
    }

    static Given house(LocalDate today, Terms terms) {
        return given(Lifecycle.house(today), terms);
    }

    static Terms terms(Rules rules) {
        return new Terms(rules, DAYS, DECIDED_ON, false);
    }

    /** The scheme as shipped, with one key of its procedure said otherwise. */
    static Terms where(String key, String value) {
        return written(said(SCHEME, key, value), LOCAL);
    }

    /** The same, and one place of the local rules said otherwise. */
    static Terms where(String key, String value, String locally, String otherwise) {
        return written(said(SCHEME, key, value), LOCAL.replace(locally, otherwise));
    }

    /** One place of the local rules said otherwise. */
    static Terms locally(String place, String otherwise) {
        return written(SCHEME, LOCAL.replace(place, otherwise));
    }

    /** The local rules with one of their keys said otherwise. */
    static Terms local(String key, String value) {
        return written(SCHEME, said(LOCAL, key, value));
    }

    /** The scheme in the second language, with keys that it adds. */
    static Terms with(String... keys) {
        return written(SCHEME.replace("language: 1", "language: 2") + "  " + String.join("\n  ", keys) + "\n", LOCAL);
    }

    private static String said(String text, String key, String value) {
        return text.replaceFirst("(?m)^  " + key + ": .*$", "  " + key + ": " + value);
    }

    private static Terms written(String scheme, String local) {
        Pin pin = new Pin(Shipped.PIN.scheme(), Shipped.PIN.version(), Sha256.of(scheme), Sha256.of(local));
        Map<String, String> documents = Map.of(pin.sha256(), scheme, pin.localRules(), local);
        return terms(RuleBook.rules(pin, sha256 -> Optional.ofNullable(documents.get(sha256))));
    }
}
