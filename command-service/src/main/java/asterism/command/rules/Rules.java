package asterism.command.rules;

import asterism.events.ApplicationId;
import asterism.events.BodyEvent;
import asterism.events.BranchEvent;
import asterism.events.Level;
import asterism.events.Sha256;
import asterism.rating.Assessors;
import asterism.rating.Exact;
import asterism.rating.Input.Source;
import asterism.rating.Predicate;
import asterism.rating.Procedure;
import asterism.rating.Procedure.BodyWord;
import asterism.rating.Procedure.DayType;
import asterism.rating.Procedure.Decision;
import asterism.rating.Procedure.Departure;
import asterism.rating.Procedure.Due;
import asterism.rating.Procedure.EntryBar;
import asterism.rating.Procedure.Instance;
import asterism.rating.Procedure.Joint;
import asterism.rating.Procedure.Kind;
import asterism.rating.Procedure.Levels;
import asterism.rating.Procedure.Notice;
import asterism.rating.Procedure.Period;
import asterism.rating.Procedure.Stage;
import asterism.rating.Quorum;
import asterism.rating.Scheme;
import asterism.rating.Stated;
import asterism.rating.round.Case;
import asterism.rating.round.Rated;
import asterism.rating.round.Roster;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a scheme with its gaps filled.
 *
 * @param procedure nothing in it that the house needs is left unsaid
 */
public record Rules(Scheme scheme, Procedure procedure) {

    /** The answer to an objection, as the stage it has days of. */
    public static final String OBJECTION_ANSWER = "objection_answer";

    /** Levels from worst to best. */
    public List<Level> scale() {
        return scheme.levels().stream().map(level -> new Level(level.code())).toList();
    }

    /** The kind is one of the scheme's, or the scheme has none. */
    public boolean rates(String kind) {
        return scheme.kinds().isEmpty() || scheme.kinds().containsKey(kind);
    }

    /** The marks asked for a kind of unit. */
    public Marks marks(String kind) {
        return new Marks(scheme, Roster.rating(scheme), scheme.kinds().isEmpty() ? null : kind, joint());
    }

    /** Fewest assessors that any group needs. */
    public int fewestAssessors() {
        return scheme.assessors().values().stream().mapToInt(Assessors::min).max().orElse(1);
    }

    /** Some input is the level held so far. */
    public boolean looksBack() {
        return scheme.inputs().values().stream().anyMatch(input -> input.source() == Source.PRIOR_LEVEL);
    }

    /** Rates one unit as far as it goes without the others. */
    public Rated rate(Case one) {
        return Rated.of(Roster.rating(scheme).rateUnit(one.row(scheme)));
    }

    /** The scheme requires a corrective action of a unit that is rated so. */
    public boolean triggersCorrection(Case one) {
        return correctionTrigger().filter(trigger -> Roster.rating(scheme).holds(trigger, one.row(scheme))).isPresent();
    }

    /** What must hold for that; empty where only somebody's decision requires one. */
    public Optional<Predicate> correctionTrigger() {
        return procedure.rectification().value().flatMap(rule -> rule.trigger().value());
    }

    /** The level a quota limits. */
    public Optional<Level> stake(String quota) {
        return Stream.ofNullable(scheme.cohort()).flatMap(cohort -> cohort.quotas().stream()).filter(rule -> rule.id().equals(quota))
                .findFirst()
                .map(rule -> new Level(rule.head().levels().level()));
    }

    /** Units of that level need a seat of that quota. */
    public boolean limits(String quota, Level level) {
        return Stream.ofNullable(scheme.cohort()).flatMap(cohort -> cohort.quotas().stream()).filter(rule -> rule.id().equals(quota))
                .map(rule -> rule.head().levels())
                .anyMatch(set -> new Levels.Some(set.op(), set.level()).contains(scheme, level.code()));
    }

    /** Who decides on that level, and how far they may go from what was computed; without a level, as on the lowest. */
    public Decision decision(@Nullable Level level) {
        String code = level == null ? scheme.levels().getFirst().code() : level.code();
        return procedure.decision().get().stream().filter(rule -> rule.levels().contains(scheme, code)).findFirst()
                .orElseThrow(() -> new IllegalStateException("a scheme without a body for a level cannot be published"));
    }

    public Optional<Departure> mayDepart(Decision rule) {
        return rule.mayDepart().value();
    }

    /** What kind of body the scheme means; nearest above the branch, or beside one above it. */
    public static List<BodyEvent.Kind> kinds(Decision rule) {
        return BodyWord.of(rule.body()).map(Bodies::kinds).filter(kinds -> !kinds.isEmpty())
                .orElseGet(() -> Bodies.kinds(BodyWord.COMMITTEE));
    }

    public boolean reached(Decision rule, int present, int members) {
        return present > 0 && rule.quorum().value().flatMap(Quorum::of).map(quorum -> quorum.reached(present, members)).orElse(true);
    }

    /** The public notice of a decision on that level; empty where the scheme has none. */
    public Optional<Notice> notice(Level level) {
        return procedure.notice().value().filter(notice -> notice.levels().contains(scheme, level.code()));
    }

    /** The kind of days the notice of that level counts. */
    public DayType dayTypeOf(Level level) {
        return notice(level).flatMap(notice -> notice.dayType().value()).orElse(DayType.CALENDAR);
    }

    /** The calendar that working days are counted by; empty where nothing counts them. */
    public Optional<String> calendar() {
        return procedure.calendar().value();
    }

    /**
     * The stages of a kind that have a last day.
     *
     * @param level the one in question; none while nobody knows it, and then stages of some levels alone are left out
     */
    public List<Stage> stages(Kind kind, @Nullable Level level) {
        return procedure.stages().value().stream().flatMap(List::stream)
                .filter(stage -> stage.kind().equals(Optional.of(kind)) && stage.due().value().isPresent())
                .filter(stage -> level == null ? stage.levels() instanceof Levels.Any : stage.levels().contains(scheme, level.code()))
                .toList();
    }

    /** The desks that review an application one after the other, by the ids of their stages; none where the scheme has no word on it. */
    public List<String> desks() {
        return procedure.stages().value().stream().flatMap(List::stream)
                .filter(stage -> stage.kind().equals(Optional.of(Kind.DESK_REVIEW))).map(Stage::id).toList();
    }

    /** What comes of lateness in a stage: lapse, warn, escalate or proceed; warn where the scheme has no word on it. */
    public String ifLate(String stage) {
        return stage.equals(OBJECTION_ANSWER) ? "escalate"
                : procedure.stages().value().stream().flatMap(List::stream).filter(one -> one.id().equals(stage))
                .flatMap(one -> one.ifLate().value().stream()).findFirst().orElse("warn");
    }

    /** The kind of days a stage counts; a date of the year moves by days of the calendar. */
    public DayType dayTypeOf(String stage) {
        return period(stage).flatMap(period -> period.dayType().value()).orElse(DayType.CALENDAR);
    }

    /** The time a stage has; empty where it has none, or a date of the year. */
    public Optional<Period> period(String stage) {
        return stage.equals(OBJECTION_ANSWER) ? procedure.objection().value().flatMap(objection -> objection.answer().value())
                : procedure.stages().value().stream().flatMap(List::stream).filter(one -> one.id().equals(stage))
                        .flatMap(one -> one.due().value().stream()).filter(Due.Within.class::isInstance).map(Due.Within.class::cast)
                        .map(Due.Within::period).findFirst();
    }

    /** An application goes on with a branch that came out of its own: so it does where the star does. */
    public boolean goesOnAfter(BranchEvent.Reorganisation kind) {
        return procedure.reorganisation().value().flatMap(policy -> Optional.ofNullable(policy.get(kind.name().toLowerCase(Locale.ROOT))))
                .flatMap(Stated::value).filter(word -> !word.equals("close") && !word.equals("unrated")).isPresent();
    }

    /** What the scheme says of stages cannot be dated without a calendar. */
    public boolean stagesCountWorkingDays() {
        return procedure.stages().value().stream().flatMap(List::stream).flatMap(stage -> stage.due().value().stream())
                .anyMatch(due -> due instanceof Due.Within(Period period)
                        && period.dayType().value().filter(type -> type == DayType.WORKING).isPresent());
    }

    /** The first day on which a branch founded on that day may apply. */
    public LocalDate oldEnoughOn(LocalDate founded) {
        return entry().flatMap(entry -> entry.monthsSinceFounding().value()).map(founded::plusMonths).orElse(founded);
    }

    /**
     * The first day on which a branch may apply again after that; empty where it may at once.
     *
     * @param what {@code withdrawal} of its star, {@code refusal} of one, {@code rating}, or a ground for lowering or taking it
     */
    public Optional<LocalDate> coolDown(String what, LocalDate day) {
        return procedure.coolDown().value().filter(rule -> rule.after().value().filter(after -> after.contains(what)).isPresent())
                .flatMap(rule -> rule.years().value()).map(day::plusYears);
    }

    /** Branches that came out of one that waits wait with it. */
    public boolean coolDownFollows() {
        return procedure.coolDown().value().flatMap(rule -> rule.appliesTo().value()).filter(who -> who.contains("successor")).isPresent();
    }

    /** Who stands back includes all members of the body that decided, present or not. */
    public static boolean barsMembers(Stated<List<String>> recusal) {
        return recusal.value().filter(who -> who.contains("members")).isPresent();
    }

    /** What keeps a branch out as long as it is open. */
    public List<EntryBar> bars() {
        return entry().flatMap(entry -> entry.bars().value()).orElse(List.of());
    }

    /** What one branch gets depends on the others. */
    public boolean ratesAgainstEachOther() {
        return scheme.cohort() != null;
    }

    /** How far from a known answer an assessor may lie and still score; empty where nobody needs to show anything. */
    public Optional<Exact> calibration() {
        return procedure.calibration().value().flatMap(calibration -> calibration.mostApart().value());
    }

    /** The scheme leaves out what is done in a stage of that kind. */
    public boolean skips(Kind kind) {
        return procedure.skip().value().filter(skipped -> skipped.contains(kind)).isPresent();
    }

    /** The chair looks at this application whatever its scores are. Drawn by its id, so the same whoever asks and whenever. */
    public boolean isDrawn(ApplicationId application) {
        if (skips(Kind.MODERATION)) {
            return false;
        }
        Exact drawn = Exact.of(Long.parseLong(Sha256.of("moderation of " + application).substring(0, 12), 16));
        return sample().map(share -> drawn.compareTo(share.times(Exact.of(1L << 48))) < 0).orElse(true);
    }

    /** Some applications are proposed without a word of the chair. */
    public boolean mayPassModeration() {
        return skips(Kind.MODERATION) || sample().isPresent();
    }

    private Optional<Exact> sample() {
        return procedure.moderation().value().flatMap(moderation -> moderation.sample().value());
    }

    /** The parts that departments judge by themselves. */
    public List<Joint> joint() {
        return procedure.joint().value().orElse(List.of());
    }

    private Optional<Procedure.Entry> entry() {
        return procedure.entry().value();
    }

    /** How many levels a star may rise with one award; empty where it may rise any number. */
    public Optional<Integer> mostStepsUp() {
        return procedure.promotion().value().flatMap(promotion -> promotion.mostSteps().value());
    }

    /** An assessor who gives less than all must say why. */
    public boolean reasonForLess() {
        return procedure.scoring().value().flatMap(scoring -> scoring.reasonForLess().value()).orElse(false);
    }

    /** The zone in which the scheme's days begin and end; empty where it leaves that to the house. */
    public Optional<ZoneId> zone() {
        return procedure.zone().value();
    }

    /** The share of the invited who must answer a survey; empty where any number will do. */
    public Optional<Exact> leastAnswered() {
        return procedure.survey().value().flatMap(survey -> survey.leastAnswered().value());
    }

    /** How far apart the scores of one input may lie without a word; empty where the scheme sets no limit. */
    public Optional<Exact> widestSpread() {
        return procedure.moderation().value().flatMap(moderation -> moderation.spread().value());
    }

    /** For how many years after a post in a branch somebody stands back from judging it; empty: for ever. */
    public Optional<Integer> formerPostYears() {
        return procedure.guards().value().flatMap(guards -> guards.formerPostYears().value());
    }

    /** Whether somebody is to be reminded by days of the calendar before a last day. */
    public boolean reminds() {
        return procedure.remindBefore().value().isPresent();
    }

    /** The day, after today, on which whoever must act is reminded of a last day; empty where nobody is. */
    public Optional<LocalDate> remindOn(LocalDate lastDay, LocalDate today, @Nullable Days days) {
        return days == null ? Optional.empty() : procedure.remindBefore().value()
                .map(rule -> days.before(lastDay, rule.days().get(), rule.dayType().get())).filter(today::isBefore);
    }

    /** Empty where the scheme knows none. */
    public Optional<Objections> objections() {
        return procedure.objection().value().map(Objections::new);
    }

    /** The kinds of body in which the panel of an instance has its seats; none where any seat will do. */
    public static List<BodyEvent.Kind> kinds(Instance instance) {
        return instance.body().value().flatMap(BodyWord::of).map(Bodies::kinds).orElse(List.of());
    }

    /** The instances of appeal, in order; none where the scheme has none. */
    public List<Instance> appeals() {
        return procedure.appeal().value().orElse(List.of());
    }
}
