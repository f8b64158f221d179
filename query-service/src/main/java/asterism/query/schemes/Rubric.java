package asterism.query.schemes;

import asterism.rating.Exact;
import asterism.rating.Indicator;
import asterism.rating.Input;
import asterism.rating.Label;
import asterism.rating.Scheme;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything a scheme asks a mark for, and of whom. */
public record Rubric(List<Item> items) {

    /** Who gives a mark. */
    public enum Giver { ASSESSOR, VISIT, SURVEY, NOBODY }

    /**
     * Something to be marked.
     *
     * @param part  the part of the rubric it belongs to; none for an input beside the rubric
     * @param least smallest value; none where open or not a number
     * @param most  greatest value; none where open or not a number
     * @param scale most decimals; none for any
     */
    public record Item(String name, Label label, Giver giver, @Nullable String part, @Nullable String least, @Nullable String most,
                       @Nullable Integer scale) {
    }

    public Rubric {
        items = List.copyOf(items);
    }

    /** @param kind of the unit; none where the scheme knows no kinds */
    public static Rubric of(Scheme scheme, @Nullable String kind) {
        return new Rubric(Stream.concat(scheme.rubric(kind).stream().map(Rubric::item), scheme.inputs().values().stream()
                .map(Rubric::item)).toList());
    }

    public List<Item> askedOf(Giver giver) {
        return items.stream().filter(item -> item.giver() == giver).toList();
    }

    private static Item item(Indicator indicator) {
        return new Item(indicator.id(), indicator.label(), indicator.by() == null ? Giver.VISIT : Giver.ASSESSOR, indicator.part(),
                indicator.floor().toString(), indicator.max().toString(), indicator.scale());
    }

    private static Item item(Input input) {
        Input.Type.Numeric number = input.type() instanceof Input.Type.Numeric numeric ? numeric : null;
        return new Item(input.name(), input.label(), giver(input, number), null, number == null ? null : text(number.least()),
                number == null ? null : text(number.most()), number == null ? null : number.scale());
    }

    private static @Nullable String text(@Nullable Exact bound) {
        return bound == null ? null : bound.toString();
    }

    private static Giver giver(Input input, Input.Type.@Nullable Numeric number) {
        if (number != null && number.by() != null) {
            return Giver.ASSESSOR;
        }
        return switch (input.source()) {
            case SURVEY -> Giver.SURVEY;
            case SCORE, FACT, STATUS -> Giver.VISIT;
            case PRIOR_LEVEL, DECISION, ROUND_YEAR -> Giver.NOBODY;
        };
    }
}
