package asterism.command.standing;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.rules.Days;
import asterism.command.rules.Rules;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.Level;
import asterism.events.Sha256;
import asterism.rating.Exact;
import asterism.rating.Procedure.Effect;
import asterism.rating.Procedure.FollowUp;
import asterism.rating.Procedure.Happening;
import asterism.rating.Procedure.InForce;
import asterism.rating.Procedure.Missed;
import asterism.rating.Procedure.Period;
import asterism.rating.Procedure.Surveillance;
import asterism.rating.Procedure.Unit;
import asterism.rating.Stated;
import asterism.standing.Fate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the pinned rules say of a star that stands.
 *
 * @param days      the calendar of the round the star comes from; none where the step counts no days
 * @param decidedOn the day on which the body decided on the award that is to begin; none where none is
 * @param corrects  the scheme requires a corrective action of a branch that is rated as this one is
 */
record Terms(Rules rules, @Nullable Days days, @Nullable LocalDate decidedOn, boolean corrects) {

    /** Levels from worst to best. */
    List<Level> scale() {
        return rules.scale();
    }

    /**
     * The last day of a star; empty where the next round or nothing ends it. Years that start with the announcement start with the
     * first day of the star, which is the day it is announced.
     */
    Optional<LocalDate> lastDay(LocalDate from) {
        return rules.procedure().validity().value().flatMap(inForce -> switch (inForce) {
            case InForce.UntilNextRound _, InForce.Unlimited _ -> Optional.empty();
            case InForce.Years(int years, var starts) -> Optional.of((starts.equals("decision") && decidedOn != null ? decidedOn : from)
                    .plusYears(years).minusDays(1));
            case InForce.CalendarYears(int years, _) -> Optional.of(LocalDate.of(from.getYear() + years, 12, 31));
        });
    }

    /** How many levels an award may rise; empty where the scheme sets no limit. */
    Optional<Integer> mostUp() {
        return rules.mostStepsUp();
    }

    /** How many levels a star may fall at once; empty where the scheme sets no limit. */
    Optional<Integer> mostDown() {
        return rules.procedure().downgrade().value().flatMap(downgrade -> downgrade.mostSteps().value());
    }

    /** What becomes of the star of a reorganised branch. */
    Fate afterReorganisation(Reorganisation kind) {
        return Fate.of(rules.procedure(), kind);
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
        return rules.coolDown("withdrawal", from).or(() -> rules.coolDown(ground, from));
    }

    /** The last day of a corrective action that is required on a day; empty where the scheme sets no limit. */
    Optional<LastDay> correctionBy(LocalDate required) {
        return rules.procedure().rectification().value().map(rule -> counted().period(
                new Period(rule.days(), Unit.DAYS, rule.dayType(), new Stated.Is<>("rectification"), new Stated.Is<>(false)), required));
    }

    /** The day, after today, on which whoever must act is reminded of a last day; empty where nobody is. */
    Optional<LocalDate> remindOn(LocalDate lastDay, LocalDate today) {
        return rules.remindOn(lastDay, today, days);
    }

    /** What follows a missed corrective action; empty where the body above judges. */
    Optional<Missed> afterMissed() {
        return rules.procedure().rectification().value().flatMap(rule -> rule.ifMissed().value())
                .filter(missed -> !missed.equals(new Missed.Word("judge")));
    }

    /** What follows at once when that is recorded; empty where the scheme has no word on it. */
    Optional<Missed> effect(Happening on, String code) {
        return rules.procedure().effects().value().stream().flatMap(List::stream).filter(rule -> rule.on() == on)
                .filter(rule -> rule.codes().value().filter(codes -> !codes.isEmpty() && !codes.contains(code)).isEmpty())
                .map(Effect::then).findFirst();
    }

    Optional<Surveillance> surveillance(String id) {
        return rules.procedure().surveillance().value().stream().flatMap(List::stream).filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The rule looks at stars of that level. */
    boolean watches(Surveillance rule, Level level) {
        return rule.levels().value().filter(levels -> levels.contains(rules.scheme(), level.code())).isPresent();
    }

    /** The lot of a year, which anybody can draw again: the share of all hashes, from the lowest. */
    boolean drawn(Surveillance rule, BranchId branch, int year) {
        String hash = Sha256.of(rule.id() + "/" + year + "/" + branch).substring(0, 8);
        Exact lot = Exact.of(Long.parseLong(hash, 16)).dividedBy(Exact.of(1L << 32));
        return rule.share().value().filter(share -> lot.compareTo(share) < 0).isPresent();
    }

    /** What the scheme foresees for branches of a level. */
    List<FollowUp> followUps(Level level) {
        return rules.procedure().followUp().value().stream().flatMap(List::stream)
                .filter(rule -> rule.levels().contains(rules.scheme(), level.code())).toList();
    }

    boolean foresees(String action, Level level) {
        return followUps(level).stream().anyMatch(rule -> rule.action().equals(action));
    }

    /** An indicator or input of the scheme. */
    boolean knows(String item) {
        return rules.scheme().inputs().containsKey(item)
                || rules.scheme().rubrics().values().stream().flatMap(List::stream).anyMatch(indicator -> indicator.id().equals(item));
    }

    private Days counted() {
        if (days == null) {
            throw new IllegalStateException("the calendar of the round is missing");
        }
        return days;
    }
}
