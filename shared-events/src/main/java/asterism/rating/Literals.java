package asterism.rating;

import java.util.Optional;

/** Reads the texts of a document as values of a type. */
final class Literals {
    private Literals() {
    }

    static Optional<? extends Value> like(Scheme scheme, Value value, Operand.Literal literal) {
        return switch (value) {
            case Value.Num _ -> literal.number().map(Value.Num::new);
            case Value.Rank _ -> scheme.rank(literal.text());
            case Value.Flag _ -> flag(literal.text());
            case Value.Day _ -> literal.day().map(Value.Day::new);
            case Value.Word _ -> Optional.of(new Value.Word(literal.text()));
        };
    }

    static Optional<? extends Value> read(Scheme scheme, Input.Type type, Operand.Literal literal) {
        return switch (type) {
            case Input.Type.Numeric _ -> literal.number().map(Value.Num::new);
            case Input.Type.OfLevel _ -> scheme.rank(literal.text());
            case Input.Type.YesNo _ -> flag(literal.text());
            case Input.Type.Date _ -> literal.day().map(Value.Day::new);
            case Input.Type.Choice(var values) -> values.contains(literal.text()) ? Optional.of(new Value.Word(literal.text()))
                    : Optional.empty();
            case Input.Type.Text _ -> Optional.of(new Value.Word(literal.text()));
        };
    }

    private static Optional<Value.Flag> flag(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(new Value.Flag(text.equals("true"))) : Optional.empty();
    }
}
