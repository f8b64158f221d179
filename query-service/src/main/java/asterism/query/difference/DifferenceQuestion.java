package asterism.query.difference;

import asterism.events.BranchId;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.StreamId;
import asterism.query.facts.JournalFacts;
import asterism.query.facts.Schemes;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Params;
import asterism.query.reading.Refused;
import asterism.rating.Exact;
import asterism.rating.impact.Cause;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why is the star of a branch another one than it was, or than it was thought to be? */
@Component
public class DifferenceQuestion {
    private final JournalFacts facts;

    DifferenceQuestion(JournalFacts facts) {
        this.facts = facts;
    }

    /**
     * Which two stars. Each is that of a day, as it was known at a position; what is null is now.
     *
     * @param from         the day of the one
     * @param to           the day of the other
     * @param fromPosition what was known of the one
     * @param toPosition   what was known of the other
     * @param waitFor      only once this position is visible
     */
    public record Between(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Long fromPosition, @Nullable Long toPosition,
                          @Nullable Long waitFor) {
    }

    /**
     * One of the two stars.
     *
     * @param level        none where there was no star
     * @param number       counted from the lowest level of the scheme, which is 1; 0 without a star
     * @param application  where its last award was decided
     * @param asOfPosition what was known of it
     */
    public record Side(LocalDate on, long asOfPosition, @Nullable String level, int number, @Nullable String application) {
    }

    /**
     * What a factor did.
     *
     * @param levels to a hundredth; these add up exactly, too
     * @param exact  the same without rounding, such as {@code 1/3}
     */
    public record Part(Factor factor, BigDecimal levels, String exact) {
    }

    /**
     * Why the two differ.
     *
     * @param change    in levels
     * @param parts     of the change, which add up to it; the largest first
     * @param panelTold somebody scored both times, so that panel and performance can be told apart
     * @param steps     of the scheme that made the computed level differ
     */
    public record Why(String branch, Side from, Side to, int change, List<Part> parts, boolean panelTold, List<Cause> steps) {
    }

    /** @throws Refused where no such branch was known */
    public Answer<Why> why(String branch, Between between) {
        BranchId id = new BranchId(String.valueOf(Params.branch("branch", branch)));
        return facts.from(new Clocks(null, null, between.toPosition(), null), told -> {
            List<Fact> about = told.about(StreamId.of(id).toString());
            if (about.isEmpty()) {
                throw Refused.unknown("branch.unknown", "There is no such branch.");
            }
            long then = between.fromPosition() == null ? told.asOf() : position(between.fromPosition(), told.asOf());
            LocalDate fromDay = between.from() == null ? told.today() : between.from();
            LocalDate toDay = between.to() == null ? told.today() : between.to();
            Star from = Star.on(fromDay, about.stream().filter(fact -> fact.at().position() <= then).toList(),
                    pin -> Schemes.of(pin, told).map(Schemes.Pinned::scheme));
            Star to = Star.on(toDay, about, pin -> Schemes.of(pin, told).map(Schemes.Pinned::scheme));
            Difference difference = Difference.between(from, to);
            return new Why(branch, side(fromDay, then, from), side(toDay, told.asOf(), to), to.number() - from.number(),
                    parts(difference), difference.panelTold(), difference.steps());
        });
    }

    private static long position(long given, long most) {
        if (given < 0 || given > most) {
            throw Refused.bad("fromPosition", "position.out-of-range", "A position is 0 or more, and not after the other one.");
        }
        return given;
    }

    private static Side side(LocalDate on, long asOf, Star star) {
        Level level = star.level();
        return new Side(on, asOf, level == null ? null : level.code(), star.number(),
                star.application() == null ? null : star.application().toString());
    }

    /** Rounded so that what is lost to rounding goes to the largest part. */
    static List<Part> parts(Difference difference) {
        List<Map.Entry<Factor, Exact>> sorted = difference.parts().entrySet().stream()
                .sorted(Map.Entry.<Factor, Exact>comparingByValue(java.util.Comparator.comparing(Exact::abs)).reversed()
                        .thenComparing(Map.Entry.comparingByKey())).toList();
        List<Part> parts = new ArrayList<>();
        BigDecimal left = new BigDecimal(difference.change().toString());
        for (Map.Entry<Factor, Exact> part : sorted.reversed()) {
            boolean largest = parts.size() == sorted.size() - 1;
            BigDecimal levels = largest ? left.setScale(2, RoundingMode.UNNECESSARY)
                    : new BigDecimal(part.getValue().round(2, RoundingMode.HALF_EVEN).toString()).setScale(2, RoundingMode.UNNECESSARY);
            left = left.subtract(levels);
            parts.addFirst(new Part(part.getKey(), levels, part.getValue().toString()));
        }
        return parts;
    }
}
