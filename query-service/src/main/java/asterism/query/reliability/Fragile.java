package asterism.query.reliability;

import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.Level;
import asterism.query.course.Case;
import asterism.rating.Exact;
import asterism.rating.Indicator;
import asterism.rating.Input;
import asterism.rating.Outcome;
import asterism.rating.Rating;
import asterism.rating.Scheme;
import asterism.rating.TraceLine;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A computed level, before the round's seats, that hangs on who judged.
 *
 * @param without the other level where one assessor had given what the rest gave on average, by the place of that assessor in the panel
 * @param lowest  the level by the lowest score of each input
 * @param highest the level by the highest
 */
record Fragile(String application, String level, Map<Integer, String> without, String lowest, String highest) {
    private static final int FINEST = 4;

    /** Empty where the level stands whoever is left out and whichever of the scores counts, or where it cannot be worked out again. */
    static Optional<Fragile> of(Case judged, Scheme scheme, String kind) {
        return new Judge(judged, scheme, kind).fragile();
    }

    private record Judge(Case judged, Scheme scheme, String kind) {

        Optional<Fragile> fragile() {
            List<Map<String, String>> panel = List.copyOf(judged.moderated().values());
            String level = level(panel);
            if (panel.size() < 2 || level.isEmpty()) {
                return Optional.empty();
            }
            Map<Integer, String> without = new TreeMap<>();
            for (int place = 0; place < panel.size(); place++) {
                String other = level(without(panel, place));
                if (!other.equals(level)) {
                    without.put(place + 1, other);
                }
            }
            String lowest = level(all(panel, Exact::min));
            String highest = level(all(panel, Exact::max));
            return without.isEmpty() && lowest.equals(highest) ? Optional.empty()
                    : Optional.of(new Fragile(judged.application().toString(), level, without, lowest, highest));
        }

        private List<Map<String, String>> without(List<Map<String, String>> panel, int place) {
            List<Map<String, String>> others = new ArrayList<>(panel);
            others.remove(place);
            List<Map<String, String>> replaced = new ArrayList<>(panel);
            Map<String, String> cells = new LinkedHashMap<>(panel.get(place));
            cells.replaceAll((input, cell) -> mean(others, input).map(mean -> mean.round(scale(input), RoundingMode.HALF_UP).toString())
                    .orElse(cell));
            replaced.set(place, cells);
            return replaced;
        }

        private static Optional<Exact> mean(List<Map<String, String>> panel, String input) {
            List<Exact> given = given(panel, input);
            return given.isEmpty() ? Optional.empty()
                    : Optional.of(given.stream().reduce(Exact.ZERO, Exact::plus).dividedBy(Exact.of(given.size())));
        }

        private static List<Exact> given(List<Map<String, String>> panel, String input) {
            return panel.stream().flatMap(each -> Optional.ofNullable(each.get(input)).flatMap(Exact::parse).stream()).toList();
        }

        private static List<Map<String, String>> all(List<Map<String, String>> panel, BinaryOperator<Exact> which) {
            return panel.stream().map(each -> {
                Map<String, String> cells = new LinkedHashMap<>(each);
                cells.replaceAll((input, cell) -> given(panel, input).stream().reduce(which).map(Exact::toString).orElse(cell));
                return cells;
            }).map(Map::copyOf).toList();
        }

        private int scale(String input) {
            Indicator indicator = scheme.indicators().get(input);
            Input known = scheme.inputs().get(input);
            Integer scale = indicator != null ? indicator.scale()
                    : known != null && known.type() instanceof Input.Type.Numeric number ? number.scale() : null;
            return scale == null ? FINEST : scale;
        }

        private String level(List<Map<String, String>> panel) {
            Rating rating = Rating.by(scheme).withoutTrace();
            LocalDate inside = scheme.valid().from() != null ? scheme.valid().from() : scheme.valid().to();
            Rating by = scheme.rows().versionDate() == null ? rating : rating.validAt(inside == null ? LocalDate.EPOCH : inside);
            return by.rateUnit(Case.row(scheme, kind, judged.established(), panel, prior())).outcome() instanceof Outcome.Rated rated
                    ? rated.level() : "";
        }

        /** The level held before, as the account of the rating says it was read. */
        private @Nullable Level prior() {
            Set<String> names = scheme.inputs().values().stream().filter(input -> input.source() == Input.Source.PRIOR_LEVEL)
                    .map(Input::name).collect(java.util.stream.Collectors.toSet());
            return names.isEmpty() ? null : judged.last(ScoreComputed.class).stream().flatMap(each -> each.event().trace().stream())
                    .map(TraceLine::parse).map(TraceLine::reads).filter(java.util.Objects::nonNull)
                    .flatMap(reads -> reads.entrySet().stream()).filter(read -> names.contains(read.getKey()) && read.getValue() != null)
                    .map(read -> new Level(String.valueOf(read.getValue()))).findFirst().orElse(null);
        }
    }
}
