package asterism.rating;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a rating comes about: stages, bodies, days. Checked for form only; the product runs it. Each key holds a value,
 * expressly none, or is {@code not_stated} until a {@link LocalRules} document fills it. The keys from {@code survey} on are of
 * language 2 and none in a document of language 1.
 */
public record Procedure(
        Stated<String> calendar, Stated<List<Stage>> stages, Stated<List<Decision>> decision, Stated<Notice> notice,
        Stated<Objection> objection,
        Stated<List<Instance>> appeal, Stated<InForce> validity, Stated<List<Surveillance>> surveillance,
        Stated<Rectification> rectification,
        Stated<Suspension> suspension, Stated<CoolDown> coolDown, Stated<Plaque> plaque, Stated<Map<String, Stated<String>>> reorganisation,
        Stated<List<FollowUp>> followUp, Stated<Survey> survey, Stated<Moderation> moderation, Stated<Guards> guards,
        Stated<Downgrade> downgrade, Stated<Promotion> promotion, Stated<Scoring> scoring, Stated<ZoneId> zone,
        Stated<ImpactLimit> impact, Stated<Entry> entry, Stated<List<Joint>> joint,
        Stated<List<Kind>> skip, Stated<Calibration> calibration, Stated<List<Effect>> effects, Stated<RemindBefore> remindBefore) {

    /** Which levels a rule is about. */
    public sealed interface Levels {
        record Any() implements Levels {
        }

        record Some(Predicate.Op op, String level) implements Levels {
        }

        /**
         * Whether a level of the scheme is among them.
         *
         * @throws IllegalArgumentException when the scheme has no such level
         */
        default boolean contains(Scheme scheme, String level) {
            return switch (this) {
                case Any _ -> true;
                case Some(Predicate.Op op, String bound) -> Comparison.holds(op, place(scheme, level) - place(scheme, bound));
            };
        }

        private static int place(Scheme scheme, String level) {
            return scheme.rank(level).orElseThrow(() -> new IllegalArgumentException("no level " + level)).place();
        }
    }

    /** Assessors score only after a case with a known answer, no mark of which they gave further apart than this. */
    public record Calibration(Stated<Exact> mostApart) {
    }

    /**
     * A part that a department judges by itself.
     *
     * @param body the department's id
     * @param of   the inputs and indicators it gives, none of which assessors, the survey or the committee give
     */
    public record Joint(String id, Stated<String> body, List<String> of, Label label) {
    }

    /** What can keep a branch out of a round. */
    public enum EntryBar { VETO, COMPLAINT, CORRECTION, SUSPENSION, SURVEILLANCE }

    /**
     * Who may apply.
     *
     * @param monthsSinceFounding a branch must be at least so old
     * @param bars                what must not be open: a veto or an upheld complaint that nobody looked into since, a corrective
     *                            action, a suspension, a surveillance
     */
    public record Entry(Stated<Integer> monthsSinceFounding, Stated<List<EntryBar>> bars) {
    }

    /**
     * What a new version may do to the units of the last round.
     *
     * @param mostFalling share of the units, 0 to 1, that it may cost their level or a part of it
     * @param mostMoving  share of the units that it may move in any way
     * @param mostCutMove how far it may move a cut point, in the points of the value it cuts
     */
    public record ImpactLimit(Stated<Exact> mostFalling, Stated<Exact> mostMoving, Stated<Exact> mostCutMove) {
    }

    /** Whether an assessor who gives less than all must say why. */
    public record Scoring(Stated<Boolean> reasonForLess) {
    }

    /** A survey counts when at least this share of those who were invited, 0 to 1, has answered. */
    public record Survey(Stated<Exact> leastAnswered) {
    }

    /**
     * Which scores are moderated.
     *
     * @param spread scores of one input that lie further apart than this, in its own points, are moderated or confirmed with a reason
     * @param sample the share of applications, 0 to 1, that is drawn to be confirmed by the chair; all where there is none. One that is
     *               not drawn, and whose scores lie close enough, is proposed at once.
     */
    public record Moderation(Stated<Exact> spread, Stated<Exact> sample) {
    }

    /** For how many years after the end of a post in a branch its former holder stands back from judging it. */
    public record Guards(Stated<Integer> formerPostYears) {
    }

    /**
     * What a star may be lowered or taken for, and how far at once.
     *
     * @param grounds   by their codes; none where any ground will do
     * @param mostSteps none where it may fall any number of levels
     */
    public record Downgrade(Stated<List<String>> grounds, Stated<Integer> mostSteps) {
    }

    /** How long before its last day is over whoever must act is reminded, 1 or more days of that type. */
    public record RemindBefore(Stated<Integer> days, Stated<DayType> dayType) {
    }

    /** How many levels a star may rise with one award; a jump beyond that takes effect only with a reason. */
    public record Promotion(Stated<Integer> mostSteps) {
    }

    public enum DayType { WORKING, CALENDAR }

    public enum Unit { DAYS, MONTHS, YEARS }

    /**
     * A stretch of time; its last day is the n-th day of that type.
     *
     * @param count          1 or more
     * @param from           stage or event that starts it
     * @param firstDayCounts whether the day of that event is the first day, or the day after
     */
    public record Period(Stated<Integer> count, Unit unit, Stated<DayType> dayType, Stated<String> from, Stated<Boolean> firstDayCounts) {
    }

    public sealed interface Due {
        record Within(Period period) implements Due {
        }

        record On(MonthDay day) implements Due {
        }

        record Between(MonthDay from, MonthDay to) implements Due {
        }
    }

    /** What is done in a stage. A scheme names, dates and repeats these; it does not invent others. */
    public enum Kind { SELF_ASSESSMENT, DESK_REVIEW, SITE_VISIT, SCORING, MODERATION, DECISION, PUBLIC_NOTICE, AWARD }

    /**
     * A stage.
     *
     * @param kind   what is done in it: the key of language 2, else what the id says; empty where neither does
     * @param due    its last day; a period begins with the stage
     * @param ifLate lapse, warn, escalate or proceed; none where the document does not give the key
     */
    public record Stage(String id, Optional<Kind> kind, String actor, Stated<Due> due, Stated<String> ifLate, Levels levels, Label label) {
    }

    /** Who decides which levels; how far the body may go from the computed level, always with a reason. */
    public record Decision(Levels levels, String body, Stated<String> quorum, Stated<Departure> mayDepart) {
    }

    public record Departure(int up, int down) {
    }

    public record Notice(
            Stated<Integer> days, Stated<DayType> dayType, Stated<Boolean> postingDayCounts, Levels levels,
            Stated<Boolean> holdsOnObjection) {
    }

    /** Who may object: whoever comes, those with a post in the branch, or those with a post in any branch. */
    public enum Objector {
        ANYBODY, UNIT, UNITS;

        /** Empty where the word is none that means one of these. */
        public static Optional<Objector> of(String word) {
            return switch (word) {
                case "anyone", "any_person" -> Optional.of(ANYBODY);
                case "unit" -> Optional.of(UNIT);
                case "units" -> Optional.of(UNITS);
                case String _ -> Optional.empty();
            };
        }
    }

    /** How somebody objects: as they like, or with their name. */
    public enum Form {
        ANY, SIGNED;

        /** Empty where the word is none that means one of these. */
        public static Optional<Form> of(String word) {
            return switch (word) {
                case "any", "written_or_spoken" -> Optional.of(ANY);
                case "signed" -> Optional.of(SIGNED);
                case String _ -> Optional.empty();
            };
        }
    }

    /** What a word for a body means, by how it ends; a panel or team is put together from whoever may sit on one. */
    public enum BodyWord {
        DEPARTMENT("department"), WORK_COMMITTEE("work_committee"), COMMITTEE("committee"), DISCIPLINE_BODY("discipline_body"),
        AGENCY("agency"), PANEL("panel"), TEAM("team");

        private final String ending;

        BodyWord(String ending) {
            this.ending = ending;
        }

        /** Empty where the word ends like none of these. */
        public static Optional<BodyWord> of(String word) {
            return Stream.of(values()).filter(one -> word.endsWith(one.ending)).findFirst();
        }
    }

    /**
     * The right to object, within the notice itself or a period of its own.
     *
     * @param within   a period begins when the notice is posted, or from {@code notice_end} when it ends
     * @param by       a word of {@link Objector}
     * @param form     a word of {@link Form}
     * @param body     whose people answer, by {@link BodyWord}
     * @param vote     how many of the body, or of a panel, must be of an answer, as for a {@link Quorum}
     * @param recusal  who stands back besides those who always do: {@code members} are all of the body that decided, present or not
     * @param mayLower after an objection was upheld, the body may decide on less than what was objected to
     */
    public record Objection(
            Stated<Within> within, Stated<String> by, Stated<String> form, Stated<String> body, Stated<String> vote, Stated<Period> answer,
            Stated<List<String>> recusal, Stated<Boolean> mayLower) {
    }

    public sealed interface Within {
        record TheNotice() implements Within {
        }

        record APeriod(Period period) implements Within {
        }
    }

    /**
     * One instance of appeal; empty grounds mean any ground.
     *
     * @param mayExtend the panel may look anew at more of the decision than the appeal contests
     * @param recusal   as for objections
     * @param body      in which the panel has its seats, by {@link BodyWord}
     */
    public record Instance(
            String id, Stated<Period> within, Stated<List<String>> grounds, Stated<Integer> maxRequests, Stated<Boolean> mayLower,
            Stated<Boolean> mayExtend, Stated<Boolean> newEvidence, Stated<Boolean> suspendsLevel, Stated<List<String>> recusal,
            Stated<String> body,
            Stated<Period> answer) {
    }

    public sealed interface InForce {
        record UntilNextRound() implements InForce {
        }

        record Unlimited() implements InForce {
        }

        record Years(int years, String starts) implements InForce {
        }

        record CalendarYears(int years, String starts) implements InForce {
        }
    }

    public record Surveillance(String id, Stated<String> every, Stated<Exact> share, Stated<Levels> levels, Stated<List<String>> trigger) {
    }

    /**
     * How something is put right.
     *
     * @param days    time for it
     * @param trigger what must hold of a branch that is granted a level for the scheme to require it at once
     */
    public record Rectification(Stated<Integer> days, Stated<DayType> dayType, Stated<Missed> ifMissed, Stated<Predicate> trigger) {
    }

    public sealed interface Missed {
        record Word(String word) implements Missed {
        }

        record Moved(int by) implements Missed {
        }
    }

    public record Suspension(Stated<Period> max, Stated<String> then) {
    }

    /**
     * How long a branch waits before it may apply again.
     *
     * @param after     {@code withdrawal}, {@code refusal}, {@code rating}, or grounds for lowering or taking a star
     * @param appliesTo the {@code unit}, and the {@code successor} where those that came out of it by a merger or a split wait as well
     */
    public record CoolDown(Stated<List<String>> after, Stated<Integer> years, Stated<List<String>> appliesTo) {
    }

    public record Plaque(Stated<Levels> levels, Stated<Period> returnWithin, Stated<String> ifNotReturned) {
    }

    public record FollowUp(Levels levels, String action, Label label) {
    }

    /** What has an effect on a star that stands. */
    public enum Happening { VETO_EVENT, COMPLAINT }

    /**
     * What follows at once when something is recorded about a branch with a star.
     *
     * @param codes of the vetoes or the matters of complaint it is about; empty for all
     * @param then  the star is lowered, suspended or taken, or the body judges
     */
    public record Effect(Happening on, Stated<List<String>> codes, Missed then) {
    }
}
