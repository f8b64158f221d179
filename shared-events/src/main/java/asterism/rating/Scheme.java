package asterism.rating;

import asterism.document.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rating scheme, as its document says.
 *
 * @param levels    from worst to best
 * @param rubrics   indicators by rubric; with {@code kinds: none} at most one rubric
 * @param cohort    null: no rules about sets of units
 * @param procedure null: calculation only
 * @param document  the text of this version, its hash and where its parts stand
 */
public record Scheme(
        String id, String version, Label title, Source source, Validity valid, Columns rows, List<Level> levels, Map<String, Label> reasons,
        Map<String, Kind> kinds, Map<String, List<Indicator>> rubrics, Map<String, Assessors> assessors, Map<String, Input> inputs,
        Map<String, Table> tables, List<Step> steps, @Nullable Cohort cohort, @Nullable Procedure procedure, Document document) {

    /** The legal text; a paraphrase where only a copy or report of it was seen. */
    public record Source(String text, boolean paraphrase) {
    }

    /** Which columns hold the unit's id, its kind and the day that picks the version; null: none. */
    public record Columns(String unit, @Nullable String kind, @Nullable String versionDate) {
    }

    public record Kind(String rubric, Label label) {
    }

    /**
     * The written form.
     *
     * @param text  UTF-8 text between the separators
     * @param hash  SHA-256 of that text, 64 hex digits; a decision pins it
     * @param marks where each path stands in the file
     */
    public record Document(String text, String hash, Map<String, Mark> marks) {
        /** The place of a path, or of the nearest part around it. */
        public Mark mark(String path) {
            for (String at = path; ; at = at.substring(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('[')))) {
                Mark mark = marks.get(at);
                if (mark != null) {
                    return mark;
                }
                if (at.lastIndexOf('.') < 0 && at.lastIndexOf('[') < 0) {
                    return marks.getOrDefault("", Mark.START);
                }
            }
        }
    }

    /** The same version with other rules about sets of units, under a name and a hash of its own. */
    public Scheme with(String name, Cohort others, String hash) {
        return new Scheme(id, name, title, source, valid, rows, levels, reasons, kinds, rubrics, assessors, inputs, tables, steps, others,
                procedure, new Document(document.text(), hash, document.marks()));
    }

    /** The level's place, 0 for the worst. */
    public Optional<Value.Rank> rank(String code) {
        for (int place = 0; place < levels.size(); place++) {
            if (levels.get(place).code().equals(code)) {
                return Optional.of(new Value.Rank(place, code));
            }
        }
        return Optional.empty();
    }

    /** The level at this place, kept inside the scale. */
    public Value.Rank rank(long place) {
        int inside = Math.clamp(place, 0, levels.size() - 1);
        return new Value.Rank(inside, levels.get(inside).code());
    }

    /** The indicators for a kind of unit; null kind: the only rubric, if there is one. */
    public List<Indicator> rubric(@Nullable String kind) {
        if (kind == null) {
            return rubrics.values().stream().findFirst().orElse(List.of());
        }
        Kind known = kinds.get(kind);
        return known == null ? List.of() : rubrics.getOrDefault(known.rubric(), List.of());
    }

    /** Every indicator by id; the same id in two rubrics keeps the first. */
    public Map<String, Indicator> indicators() {
        Map<String, Indicator> all = new HashMap<>();
        rubrics.values().forEach(rubric -> rubric.forEach(indicator -> all.putIfAbsent(indicator.id(), indicator)));
        return all;
    }
}
