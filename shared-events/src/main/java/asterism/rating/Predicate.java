package asterism.rating;

import java.util.List;

/** A condition over the values of one unit. Its parts are asked from left to right, and no further than needed. */
public sealed interface Predicate {
    record All(List<Predicate> of) implements Predicate {
    }

    record Any(List<Predicate> of) implements Predicate {
    }

    record Not(Predicate of) implements Predicate {
    }

    /** Holds when every test holds. A comparison with a missing value is false. */
    record Compare(String name, List<Test> tests) implements Predicate {
    }

    sealed interface Test {
        record Against(Op op, Operand operand) implements Test {
        }

        record In(List<Operand> operands) implements Test {
        }

        record Missing(boolean missing) implements Test {
        }
    }

    enum Op { IS, IS_NOT, AT_LEAST, ABOVE, AT_MOST, BELOW }
}
