package asterism.command.standing;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.rules.Days;
import asterism.command.rules.Rules;
import asterism.events.Level;
import asterism.rating.Procedure.InForce;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the pinned rules say of a star that stands.
 *
 * @param days the calendar of the round the star comes from; none where the step counts no days
 */
record Terms(Rules rules, @Nullable Days days) {

    /** Levels from worst to best. */
    List<Level> scale() {
        return rules.scale();
    }

    /**
     * The last day of a star; empty where the next round or nothing ends it. Years that start with the announcement or the
     * decision both start with the first day of the star, which is the day it is announced.
     */
    Optional<LocalDate> lastDay(LocalDate from) {
        return rules.procedure().validity().value().flatMap(inForce -> switch (inForce) {
            case InForce.UntilNextRound _, InForce.Unlimited _ -> Optional.empty();
            case InForce.Years(int years, _) -> Optional.of(from.plusYears(years).minusDays(1));
            case InForce.CalendarYears(int years, _) -> Optional.of(LocalDate.of(from.getYear() + years, 12, 31));
        });
    }

    /** How many levels an award may rise; empty where the scheme sets no limit. */
    Optional<Integer> mostUp() {
        return rules.procedure().promotion().value().flatMap(promotion -> promotion.mostSteps().value());
    }

    /** How many levels a star may fall at once; empty where the scheme sets no limit. */
    Optional<Integer> mostDown() {
        return rules.procedure().downgrade().value().flatMap(downgrade -> downgrade.mostSteps().value());
    }

    /** The scheme lists its grounds and that one is not among them. */
    boolean unlisted(String ground) {
        return rules.procedure().downgrade().value().flatMap(downgrade -> downgrade.grounds().value())
                .filter(grounds -> !grounds.contains(ground)).isPresent();
    }

    /** The last day of the longest suspension; empty where the scheme sets no limit. */
    Optional<LastDay> longestSuspension(LocalDate from) {
        return rules.procedure().suspension().value().flatMap(suspension -> suspension.max().value())
                .map(period -> counted().period(period, from));
    }

    /** What becomes of a star whose suspension nobody lifted: {@code judge}, {@code withdraw} or {@code reinstate}. */
    String afterSuspension() {
        return rules.procedure().suspension().value().flatMap(suspension -> suspension.then().value()).orElse("judge");
    }

    /** The last day to give back the plaque of that level; empty where there is none to give back. */
    Optional<LocalDate> plaqueBy(Level level, LocalDate from) {
        return rules.procedure().plaque().value()
                .filter(plaque -> plaque.levels().value().filter(levels -> levels.contains(rules.scheme(), level.code())).isPresent())
                .flatMap(plaque -> plaque.returnWithin().value()).map(period -> counted().period(period, from).day());
    }

    /** A plaque that does not come back is announced to be void. */
    boolean voidsPlaques() {
        return rules.procedure().plaque().value().flatMap(plaque -> plaque.ifNotReturned().value()).isPresent();
    }

    /** The first day on which a branch may apply again after its star was withdrawn on that ground; empty where it may at once. */
    Optional<LocalDate> reentryFrom(String ground, LocalDate from) {
        return rules.procedure().coolDown().value()
                .filter(rule -> rule.after().value().filter(after -> after.contains("withdrawal") || after.contains(ground)).isPresent())
                .flatMap(rule -> rule.years().value()).map(from::plusYears);
    }

    private Days counted() {
        if (days == null) {
            throw new IllegalStateException("the calendar of the round is missing");
        }
        return days;
    }
}
