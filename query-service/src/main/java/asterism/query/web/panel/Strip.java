package asterism.query.web.panel;

import asterism.rating.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the assessors of one case gave, the lowest first: each the sum of their marks.
 *
 * @param spread from the lowest to the highest
 * @param median of all
 */
public record Strip(List<Dot> dots, Exact spread, Exact median) {
    private static final Exact TENTH = Exact.ONE.dividedBy(Exact.of(10));
    private static final int FINEST = 2;

    /** What an assessor gave in all. */
    public record Given(String name, boolean lead, Exact total) {
    }

    /** @param outlier it lies further from the median of the others than it may */
    public record Dot(String name, boolean lead, Exact total, boolean outlier) {
        public String points() {
            return text(total);
        }
    }

    /**
     * The scale of all strips of a page.
     *
     * @param least at or below the lowest total
     * @param most  the most there is to give
     */
    public record Scale(Exact least, Exact most) {

        /** Whole tens, so that a difference of a point is as wide in each case. */
        static Scale of(List<Strip> strips, Exact most) {
            Exact lowest = strips.stream().flatMap(strip -> strip.dots().stream()).map(Dot::total).min(Comparator.naturalOrder())
                    .orElse(Exact.ZERO);
            Exact tens = lowest.times(TENTH).round(0, RoundingMode.FLOOR).times(Exact.of(10));
            Exact top = strips.stream().flatMap(strip -> strip.dots().stream()).map(Dot::total).reduce(most, Exact::max);
            return new Scale(tens, tens.compareTo(top) < 0 ? top : tens.plus(Exact.ONE));
        }

        /** Where a total stands, from 0 to 100. */
        public BigDecimal at(Exact total) {
            return new BigDecimal(total.minus(least).times(Exact.of(100)).dividedBy(most.minus(least)).round(1, RoundingMode.HALF_UP)
                    .toString());
        }

        public String from() {
            return text(least);
        }

        public String to() {
            return text(most);
        }
    }

    /**
     * The strip of a case whose scores are open.
     *
     * @param limit how far a total may lie from the median of the others; none for a tenth of the most
     */
    static Strip of(List<Given> given, Exact most, @Nullable Exact limit) {
        List<Given> sorted = given.stream().sorted(Comparator.comparing(Given::total)).toList();
        Exact far = limit == null ? most.times(TENTH) : limit;
        List<Dot> dots = IntStream.range(0, sorted.size()).mapToObj(i -> {
            Given one = sorted.get(i);
            List<Exact> others = new ArrayList<>(sorted.stream().map(Given::total).toList());
            others.remove(i);
            return new Dot(one.name(), one.lead(), one.total(),
                    others.size() > 1 && one.total().minus(median(others)).abs().compareTo(far) > 0);
        }).toList();
        return new Strip(dots, sorted.isEmpty() ? Exact.ZERO : sorted.getLast().total().minus(sorted.getFirst().total()),
                median(sorted.stream().map(Given::total).toList()));
    }

    private static Exact median(List<Exact> sorted) {
        int half = sorted.size() / 2;
        return sorted.isEmpty() ? Exact.ZERO : sorted.size() % 2 == 1 ? sorted.get(half)
                : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(Exact.of(2));
    }

    public String apart() {
        return text(spread);
    }

    public String middle() {
        return text(median);
    }

    public boolean hasOutlier() {
        return dots.stream().anyMatch(Dot::outlier);
    }

    static String text(Exact number) {
        return new BigDecimal(number.round(FINEST, RoundingMode.HALF_UP).toString()).stripTrailingZeros().toPlainString();
    }
}
