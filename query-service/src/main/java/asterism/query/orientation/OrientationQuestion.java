package asterism.query.orientation;

import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.Label;
import asterism.events.Pin;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import asterism.query.course.Case;
import asterism.query.facts.JournalFacts;
import asterism.query.facts.JournalFacts.Told;
import asterism.query.facts.Schemes;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Refused;
import asterism.rating.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which groups of indicators do the points of a round come from? */
@Component
public class OrientationQuestion {
    private final JournalFacts facts;

    OrientationQuestion(JournalFacts facts) {
        this.facts = facts;
    }

    /**
     * A group of indicators.
     *
     * @param points  of a case on average, weighted as the scheme weights them; below zero for deductions
     * @param percent of all points, to a tenth
     * @param before  the same percentage in the round before; none where there is none, or its scheme had no such group
     */
    public record Group(String group, @Nullable Label label, BigDecimal points, BigDecimal percent, @Nullable BigDecimal before) {
    }

    /**
     * Where the points of a round come from.
     *
     * @param before the last round before it
     */
    public record Report(String round, @Nullable String before, int cases, List<Group> groups) {
    }

    /** @throws Refused where there is no such round, or nothing is computed in it yet */
    public Answer<Report> of(String round, Clocks clocks) {
        return facts.from(clocks, told -> {
            List<RoundOpened> rounds = told.ofType(EventTypes.nameOf(RoundOpened.class)).stream().map(Fact::event)
                    .filter(RoundOpened.class::isInstance).map(RoundOpened.class::cast).toList();
            int at = rounds.stream().map(opened -> opened.round().value()).toList().indexOf(round);
            Orientation now = (at < 0 ? Optional.<Orientation>empty() : orientation(rounds.get(at), told))
                    .filter(found -> found.cases() > 0)
                    .orElseThrow(() -> Refused.unknown("round.no-scores", "There is no such round, or nothing is computed in it yet."));
            Optional<Orientation> before = at < 1 ? Optional.empty() : orientation(rounds.get(at - 1), told);
            return new Report(round, at < 1 ? null : rounds.get(at - 1).round().value(), now.cases(), now.groups().stream()
                    .map(group -> group(group, now, before)).toList());
        });
    }

    private static Group group(Orientation.Group group, Orientation now, Optional<Orientation> before) {
        return new Group(group.group(), group.label(), decimal(group.points().dividedBy(Exact.of(now.cases())), 2),
                percent(group, now), before.filter(last -> last.cases() > 0)
                .flatMap(last -> last.group(group.group()).map(was -> percent(was, last))).orElse(null));
    }

    private static BigDecimal percent(Orientation.Group group, Orientation of) {
        return decimal(group.share(of.all()).times(Exact.of(100)), 1);
    }

    private static BigDecimal decimal(Exact number, int scale) {
        return new BigDecimal(number.round(scale, RoundingMode.HALF_EVEN).toString()).setScale(scale, RoundingMode.UNNECESSARY);
    }

    private static Optional<Orientation> orientation(RoundOpened round, Told told) {
        Pin pin = round.pin();
        return Schemes.of(pin, told).map(pinned -> Orientation.of(Case.of(told.applications(new RoundId(round.round().value()),
                Set.of(ApplicationStarted.class, ApplicationTakenOver.class, ScoreComputed.class))), pinned.scheme()));
    }
}
