package asterism.query.whatif;

import asterism.events.BranchId;
import asterism.rating.CohortRating.QuotaUse;
import asterism.rating.Outcome;
import asterism.rating.impact.Cause;
import asterism.rating.impact.Change;
import asterism.rating.whatif.WhatIf;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came out.
 *
 * @param known           position up to which things are known in the supposed world
 * @param inputs          SHA-256 of all that the rating looked at
 * @param ranking         SHA-256 of the ranking, as the fact that gave out the seats names it
 * @param supposedInputs  the same of the supposed world
 * @param supposedRanking the same of the supposed world
 * @param units           how many were rated
 * @param knockOns        how many move only because others do
 * @param inherited       stars of reorganised branches that would be others
 */
public record Result(
        long known, String inputs, String ranking, String supposedInputs, String supposedRanking, int units, long knockOns,
        List<Moved> changes, List<QuotaUse> quotas, List<QuotaUse> supposedQuotas, List<WhatIf.Inherited> inherited) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    /** A star that moves, with the steps that move it. */
    public record Moved(BranchId branch, Star from, Star to, Change.Way way, boolean knockOn, List<Cause> causes) {
    }

    /** @param level none where there is no star */
    public record Star(String outcome, @Nullable String level, String reason) {
        static Star of(Outcome outcome) {
            return new Star(outcome.word(), outcome instanceof Outcome.Rated rated ? rated.level() : null, outcome.reason());
        }
    }

    public static Result of(WhatIf.Report report) {
        List<Moved> moved = report.impact().changes().stream().map(change -> new Moved(new BranchId(change.unit()), Star.of(change.from()),
                Star.of(change.to()), change.way(), change.isKnockOn(), change.causes())).toList();
        return new Result(report.known(), report.inputs(), report.ranking(), report.supposedInputs(), report.supposedRanking(),
                report.impact().units(), moved.stream().filter(Moved::knockOn).count(), moved, report.impact().quotasBefore(),
                report.impact().quotasAfter(), report.inherited());
    }

    /** As JSON. */
    public String text() {
        return JSON.writeValueAsString(this);
    }

    /** A result that was written as JSON. */
    public static Result of(JsonNode written) {
        return JSON.treeToValue(written, Result.class);
    }

    /** A result, or a question, that was written as JSON. */
    public static JsonNode tree(String text) {
        return JSON.readTree(text);
    }
}
