package asterism.rating.whatif;

import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent.Reorganised;
import asterism.events.BranchId;
import asterism.events.Level;
import asterism.events.Sha256;
import asterism.rating.CohortRating;
import asterism.rating.impact.Impact;
import asterism.rating.round.Roster;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stars of a round as they are and as they would be.
 *
 * <pre>{@code
 * Report report = WhatIf.of(inputs, List.of(new Suppose.WithoutAssessor(new PersonId("assessor-07"), null)), () -> { });
 * report.impact().changes()      // every star that moves, with the step that moves it; isKnockOn where only others moved
 * }</pre>
 */
public final class WhatIf {
    private WhatIf() {
    }

    /**
     * Both worlds compared. Names of documents are SHA-256.
     *
     * @param known           position up to which things are known in the supposed world
     * @param inputs          names all that the rating looked at
     * @param ranking         names the ranking it came to
     * @param supposedInputs  the same of the supposed world
     * @param supposedRanking the same of the supposed world; equal to {@code ranking} where nothing at all differs
     * @param inherited       stars that reorganised branches hold from the first day on, where they differ
     */
    public record Report(long known, String inputs, String ranking, String supposedInputs, String supposedRanking, Impact impact,
                         List<Inherited> inherited) {
    }

    /** A star after a reorganisation: as it is, and as it would be. */
    public record Inherited(BranchId branch, LocalDate from, @Nullable Level level, @Nullable Level supposed) {
    }

    /**
     * Rates the round as it is and with all that is supposed.
     *
     * @param step is run between facts and may throw to give up
     * @throws Unsupposable where something is supposed about what is not there
     */
    public static Report of(Inputs inputs, List<Suppose> supposed, Runnable step) {
        Premises premises = new Premises(inputs, supposed);
        World now = new World(inputs, new Premises(inputs, List.of()), step);
        World then = new World(inputs, premises, step);
        Roster today = now.roster();
        Roster other = then.roster();
        CohortRating rated = today.rate();
        step.run();
        CohortRating otherwise = other.rate();
        step.run();
        return new Report(premises.known(), today.sha256(), Sha256.of(today.ranking(rated).text()), other.sha256(),
                Sha256.of(other.ranking(otherwise).text()), Impact.between(rated, otherwise), inherited(inputs, now, then));
    }

    private static List<Inherited> inherited(Inputs inputs, World now, World then) {
        return inputs.facts().stream().flatMap(fact -> switch (fact.event()) {
            case BranchesMerged merged -> Stream.of(inherited(merged.branch(), merged, now, then));
            case BranchSplit split -> split.into().stream().map(part -> inherited(part, split, now, then));
            case asterism.events.Event _ -> Stream.<Inherited>empty();
        }).filter(star -> !Objects.equals(star.level(), star.supposed())).toList();
    }

    private static Inherited inherited(BranchId branch, Reorganised order, World now, World then) {
        return new Inherited(branch, order.from(), now.held(branch, order.from()).orElse(null),
                then.held(branch, order.from()).orElse(null));
    }
}
