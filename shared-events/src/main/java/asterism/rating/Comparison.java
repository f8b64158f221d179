package asterism.rating;

import java.util.OptionalInt;

/** How two values of one type stand to each other. */
final class Comparison {
    private Comparison() {
    }

    /** @param order negative, zero or positive, as from compareTo */
    static boolean holds(Predicate.Op op, int order) {
        return switch (op) {
            case IS -> order == 0;
            case IS_NOT -> order != 0;
            case AT_LEAST -> order >= 0;
            case ABOVE -> order > 0;
            case AT_MOST -> order <= 0;
            case BELOW -> order < 0;
        };
    }

    /** The order of two values of one type; empty for different types. Choices and texts are ordered by code point, for ranking only. */
    static OptionalInt order(Value left, Value right) {
        return switch (left) {
            case Value.Num(Exact a) when right instanceof Value.Num(Exact b) -> OptionalInt.of(a.compareTo(b));
            case Value.Rank(int a, String _) when right instanceof Value.Rank(int b, String _) -> OptionalInt.of(Integer.compare(a, b));
            case Value.Day(var a) when right instanceof Value.Day(var b) -> OptionalInt.of(a.compareTo(b));
            case Value.Flag(boolean a) when right instanceof Value.Flag(boolean b) -> OptionalInt.of(Boolean.compare(a, b));
            case Value.Word(String a) when right instanceof Value.Word(String b) -> OptionalInt.of(a.compareTo(b));
            case Value _ -> OptionalInt.empty();
        };
    }
}
