package asterism.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the account of a rating. All numbers of the rating are text in their shortest exact form.
 *
 * @param unit        the unit's id
 * @param seq         1, 2, 3 … within the unit
 * @param step        id of the step or quota; the input for {@code combine}
 * @param verb        one of the nine verbs; or read, combine, quota, and end where no step gave a level
 * @param effect      {@code set}, {@code changed}, {@code unchanged}, {@code skipped}, {@code stopped} or {@code warned}
 * @param reads       what was looked at, in that order; null where it was missing
 * @param name        what was written
 * @param before      its value before, absent where it had none
 * @param after       its value now, absent where it has none
 * @param row         which row or cut matched
 * @param perAssessor each assessor's score or total, null where left out
 * @param options     what a person may choose
 * @param outcome     where the rating ended
 * @param reason      why it ended
 * @param quota       the quota, and its figures: share, base, seats, units inside (have) and the unit's rank
 * @param scheme      with version and hash on the first line of a unit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"unit", "seq", "step", "verb", "effect", "reads", "name", "before", "after", "row", "per_assessor", "options",
        "outcome", "reason",
    "quota", "share", "base", "seats", "have", "rank", "scheme", "version", "hash"})
public record TraceLine(
        String unit, int seq, String step, String verb, String effect, @Nullable Map<String, @Nullable String> reads, @Nullable String name,
        @Nullable String before, @Nullable String after, @Nullable String row,
        @JsonProperty("per_assessor") @Nullable List<@Nullable String> perAssessor, @Nullable List<String> options,
        @Nullable String outcome,
        @Nullable String reason, @Nullable String quota, @Nullable String share, @Nullable String base, @Nullable String seats,
        @Nullable String have,
        @Nullable String rank, @Nullable String scheme, @Nullable String version, @Nullable String hash) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The line as JSON, without a line end. */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** Reads back what {@link #json} wrote. */
    public static TraceLine parse(String json) {
        return JSON.readValue(json, TraceLine.class);
    }
}
