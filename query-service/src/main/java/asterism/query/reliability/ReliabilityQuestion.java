package asterism.query.reliability;

import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.PersonId;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import asterism.events.StreamId;
import asterism.policy.Directory;
import asterism.policy.Policy.Subject;
import asterism.policy.Policy;
import asterism.query.course.Case;
import asterism.query.directory.WhoIsWho;
import asterism.query.facts.JournalFacts;
import asterism.query.facts.JournalFacts.Told;
import asterism.query.facts.Schemes;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far can the scores of a round be relied on? */
@Component
public class ReliabilityQuestion {
    private static final Set<Class<? extends Event>> READ = Set.of(ApplicationStarted.class, ApplicationTakenOver.class,
            AssessorsAssigned.class,
            SiteVisitCompleted.class, SurveyClosed.class, ScoresOpened.class, ScoreModerated.class, ScoreComputed.class);
    /** As which those who watch over how others judge are permitted to. */
    public static final String COMPARE = "CompareAssessors";
    private final JournalFacts facts;
    private final WhoIsWho who;

    ReliabilityQuestion(JournalFacts facts, WhoIsWho who) {
        this.facts = facts;
        this.who = who;
    }

    /**
     * Krippendorff's alpha of one input, over the scores as they were given; none where all are the same.
     *
     * @param low  with {@code high} the interval in which alpha by intervals lies in 95 of 100 draws of the units
     * @param groups of assessors who can be compared with each other; with more than one nothing is said of their leniency
     */
    public record Agreement(String input, int units, int scores, @Nullable BigDecimal nominal, @Nullable BigDecimal ordinal,
                            @Nullable BigDecimal interval, @Nullable BigDecimal ratio, @Nullable BigDecimal low, @Nullable BigDecimal high,
                            int groups) {
    }

    /**
     * An assessor and one input.
     *
     * @param scored   units
     * @param mean     of what they gave
     * @param apart    points by which they stand above the mean of their panels on average; none where nobody scored beside them
     * @param leniency points by which they give more than the others for the same work; none where the panels cannot be compared
     * @param drift    by how much their distance from the panel grew from the first half of their units to the second, in the order in
     *                 which the scores were opened; none below four units
     */
    public record Assessor(String person, @Nullable String name, String input, int scored, BigDecimal mean, @Nullable BigDecimal apart,
                           @Nullable BigDecimal leniency, @Nullable BigDecimal drift) {
    }

    /** @param adjusted what the unit would have got from assessors of middling leniency: beside the raw mean, never in its place */
    public record Beside(String application, String input, BigDecimal raw, BigDecimal adjusted) {
    }

    /**
     * A computed level, before the round's seats, that hangs on who judged.
     *
     * @param without the other level where one assessor had given what the rest gave on average, by their place in the panel
     * @param lowest  the level by the lowest score of each input
     * @param highest the level by the highest
     */
    public record FragileStar(String application, String level, Map<Integer, String> without, String lowest, String highest) {
    }

    /**
     * The reliability of a round.
     *
     * @param cases     whose scores are open
     * @param assessors all for those who watch over how others judge; for an assessor of the round their own; none for everybody else
     */
    public record Reliability(String round, int cases, List<Agreement> agreement, @Nullable List<Assessor> assessors, List<Beside> beside,
                              List<FragileStar> fragile) {
    }

    /** @throws Refused where no score of the round is open */
    public Answer<Reliability> of(String round, Clocks clocks, @Nullable Principal person) {
        RoundId id = new RoundId(round);
        Directory directory = who.directory();
        WhoIsWho.Names names = who.names();
        return facts.from(clocks, told -> {
            boolean named = person != null && mayName(new PersonId(person.getName()), office(id, told), directory, told.today());
            List<Case> cases = Case.of(told.applications(id, READ)).stream().filter(each -> !each.given().isEmpty()).toList();
            if (cases.isEmpty()) {
                throw Refused.unknown("round.no-scores", "There is no such round, or none of its scores is open.");
            }
            Map<String, List<Leniency.Score>> scores = Scores.byInput(cases);
            List<Agreement> agreement = new ArrayList<>();
            List<Assessor> assessors = new ArrayList<>();
            List<Beside> beside = new ArrayList<>();
            scores.forEach((input, given) -> {
                agreement.add(agreement(input, given));
                Optional<Leniency> leniency = Leniency.of(given);
                assessors.addAll(assessors(input, given, leniency, names));
                leniency.ifPresent(all -> Scores.units(given).forEach((unit, own) -> beside.add(new Beside(unit, input,
                        decimal(Scores.mean(own)), decimal(all.worth().getOrDefault(unit, 0.0))))));
            });
            return new Reliability(round, cases.size(), agreement, seen(assessors, named, person), beside, fragile(cases, told));
        });
    }

    /** Where assessors of a round stand beside their panels: all for those who watch over how others judge, else whoever asks alone. */
    public Answer<List<Assessor>> assessors(String round, Principal person) {
        RoundId id = new RoundId(round);
        Directory directory = who.directory();
        WhoIsWho.Names names = who.names();
        return facts.from(Clocks.NOW, told -> {
            List<Assessor> all = Scores.byInput(Case.of(told.applications(id, Set.of(ScoresOpened.class)))).entrySet().stream()
                    .flatMap(input -> assessors(input.getKey(), input.getValue(), Leniency.of(input.getValue()), names).stream()).toList();
            List<Assessor> seen = seen(all, mayName(new PersonId(person.getName()), office(id, told), directory, told.today()), person);
            return seen == null ? List.of() : seen;
        });
    }

    private static List<Assessor> assessors(String input, List<Leniency.Score> given, Optional<Leniency> leniency, WhoIsWho.Names names) {
        return Scores.assessors(given).entrySet().stream().map(one -> new Assessor(one.getKey(), names.of(one.getKey()).orElse(null), input,
                one.getValue().size(), decimal(Scores.mean(one.getValue())), decimal(Scores.apart(one.getKey(), given)),
                leniency.map(all -> decimal(all.points().getOrDefault(one.getKey(), 0.0))).orElse(null),
                decimal(Scores.drift(one.getKey(), given)))).toList();
    }

    /** How far the assessors of a round agree on each input; none where no score of it is open. */
    List<Agreement> agreement(String round) {
        return facts.from(Clocks.NOW, told -> Scores.byInput(Case.of(told.applications(new RoundId(round), Set.of(ScoresOpened.class))))
                .entrySet().stream().map(input -> agreement(input.getKey(), input.getValue())).toList()).answer();
    }

    /** Which of these applications have a computed level that hangs on who judged, by their ids. */
    public Answer<Map<String, FragileStar>> fragile(Collection<String> applications) {
        return facts.from(Clocks.NOW, told -> fragile(Case.of(told.streams(applications.stream().map("application/"::concat).toList()))
                .stream().filter(each -> !each.given().isEmpty()).toList(), told).stream()
                .collect(Collectors.toMap(FragileStar::application, Function.identity())));
    }

    private static @Nullable BodyId office(RoundId round, Told told) {
        return told.about(StreamId.of(round).toString()).stream().map(Fact::event).filter(RoundOpened.class::isInstance)
                .map(RoundOpened.class::cast).findFirst().map(RoundOpened::office).orElse(null);
    }

    private static boolean mayName(PersonId person, @Nullable BodyId office, Directory directory, LocalDate today) {
        return Policy.permitting(COMPARE, directory.held(person, today), new Subject(null, office), directory).isPresent();
    }

    /** Whoever scored sees where they stand beside their panels, and nobody else among those who judge does. */
    private static @Nullable List<Assessor> seen(List<Assessor> all, boolean overseer, @Nullable Principal person) {
        List<Assessor> own = all.stream().filter(each -> person != null && each.person().equals(person.getName())).toList();
        return overseer ? all : own.isEmpty() ? null : own;
    }

    private static Agreement agreement(String input, List<Leniency.Score> scores) {
        List<double[]> units = Scores.units(scores).values().stream()
                .map(unit -> unit.stream().mapToDouble(Leniency.Score::points).toArray()).toList();
        Optional<Alpha.Interval> interval = Alpha.interval(units, Alpha.Metric.INTERVAL);
        return new Agreement(input, units.size(), scores.size(), decimal(Alpha.of(units, Alpha.Metric.NOMINAL)),
                decimal(Alpha.of(units, Alpha.Metric.ORDINAL)), decimal(Alpha.of(units, Alpha.Metric.INTERVAL)),
                decimal(Alpha.of(units, Alpha.Metric.RATIO)), interval.map(each -> decimal(each.low())).orElse(null),
                interval.map(each -> decimal(each.high())).orElse(null), Leniency.groups(scores).size());
    }

    private static List<FragileStar> fragile(List<Case> cases, Told told) {
        Map<BranchId, String> kinds = new HashMap<>();
        for (Fact fact : told.ofType(EventTypes.nameOf(BranchRegistered.class))) {
            if (fact.event() instanceof BranchRegistered branch) {
                kinds.put(branch.branch(), branch.kind());
            }
        }
        return cases.stream().flatMap(each -> each.pin().flatMap(pin -> Schemes.of(pin, told)).flatMap(pinned -> Fragile.of(each,
                        pinned.scheme(), kinds.getOrDefault(each.application().branch(), ""))).stream())
                .map(each -> new FragileStar(each.application(), each.level(), each.without(), each.lowest(), each.highest())).toList();
    }

    private static @Nullable BigDecimal decimal(OptionalDouble number) {
        return number.isPresent() ? decimal(number.getAsDouble()) : null;
    }

    private static BigDecimal decimal(double number) {
        return BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_EVEN);
    }
}
