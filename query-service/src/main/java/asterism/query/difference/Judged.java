package asterism.query.difference;

import asterism.events.Level;
import asterism.events.PersonId;
import asterism.query.course.Case;
import asterism.rating.Exact;
import asterism.rating.Rating;
import asterism.rating.Scheme;
import asterism.rating.UnitRating;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a computed level follows from.
 *
 * @param kind      of the branch
 * @param raw       cells by assessor and input, as given
 * @param moderated the same after moderation
 * @param prior     the level held before
 */
record Judged(Scheme scheme, String kind, Map<String, String> established, Map<PersonId, Map<String, String>> raw,
              Map<PersonId, Map<String, String>> moderated, @Nullable Level prior) {

    static Judged of(Case from, Scheme scheme, String kind, @Nullable Level prior) {
        return new Judged(scheme, kind, from.established(), from.scores(), from.moderated(), prior);
    }

    UnitRating rated() {
        return rate(scheme, kind, established, moderated, prior);
    }

    static UnitRating rate(Scheme scheme, String kind, Map<String, String> established, Map<PersonId, Map<String, String>> scores,
            @Nullable Level prior) {
        Rating rating = Rating.by(scheme);
        LocalDate inside = scheme.valid().from() != null ? scheme.valid().from() : scheme.valid().to();
        return (scheme.rows().versionDate() == null ? rating : rating.validAt(inside == null ? LocalDate.EPOCH : inside))
                .rateUnit(Case.row(scheme, kind, established, scores.values().stream().toList(), prior));
    }

    /**
     * What that panel would have given for this unit: those who judged both times gave what they gave here; the others gave here as they
     * did there, moved by as much as the first differ. Where nobody judged both times, all of the difference is taken for the unit's.
     */
    Map<PersonId, Map<String, String>> judgedBy(Judged panel, Scheme by) {
        Map<PersonId, Map<String, String>> scores = new LinkedHashMap<>();
        panel.raw.forEach((person, cells) -> {
            Map<String, String> moved = new LinkedHashMap<>();
            cells.forEach((input, cell) -> moved.put(input, raw.containsKey(person) ? raw.get(person).getOrDefault(input, cell)
                    : Scales.within(by, input, cell, shift(panel, input))));
            scores.put(person, moved);
        });
        return scores;
    }

    /** These scores, each moved by as much as the moderator moved what the same person gave here. */
    Map<PersonId, Map<String, String>> moderate(Map<PersonId, Map<String, String>> scores, Scheme by) {
        Map<PersonId, Map<String, String>> replaced = new LinkedHashMap<>();
        scores.forEach((person, cells) -> {
            Map<String, String> moved = new LinkedHashMap<>();
            cells.forEach((input, cell) -> moved.put(input, Scales.within(by, input, cell, moderation(person, input))));
            replaced.put(person, moved);
        });
        return replaced;
    }

    private Exact moderation(PersonId person, String input) {
        Optional<Exact> before = cell(raw, person, input);
        return cell(moderated, person, input).flatMap(after -> before.map(after::minus)).orElse(Exact.ZERO);
    }

    private static Optional<Exact> cell(Map<PersonId, Map<String, String>> scores, PersonId person, String input) {
        return Optional.ofNullable(scores.getOrDefault(person, Map.of()).get(input)).flatMap(Exact::parse);
    }

    private Exact shift(Judged panel, String input) {
        boolean some = raw.keySet().stream().anyMatch(panel.raw::containsKey);
        return mean(raw, input, some ? panel.raw : raw).flatMap(here -> mean(panel.raw, input, some ? raw : panel.raw).map(here::minus))
                .orElse(Exact.ZERO);
    }

    /** The mean of what those gave who are among the others. */
    private static Optional<Exact> mean(Map<PersonId, Map<String, String>> scores, String input, Map<PersonId, ?> others) {
        var given = scores.entrySet().stream().filter(each -> others.containsKey(each.getKey()))
                .flatMap(each -> Optional.ofNullable(each.getValue().get(input)).flatMap(Exact::parse).stream()).toList();
        return given.isEmpty() ? Optional.empty()
                : Optional.of(given.stream().reduce(Exact.ZERO, Exact::plus).dividedBy(Exact.of(given.size())));
    }

    /** Somebody scored both. */
    boolean sharesJudgesWith(Judged other) {
        return raw.keySet().stream().anyMatch(other.raw::containsKey);
    }
}
