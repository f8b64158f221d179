package asterism.query.whatif;

import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationDeclined;
import asterism.events.ApplicationEvent.ApplicationEnded;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationReaddressed;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartsOpened;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.BranchEvent;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.Keys;
import asterism.events.RoundEvent;
import asterism.events.SchemeEvent;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent;
import asterism.query.ledger.Entries;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import asterism.rating.whatif.Known;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * All that the rating of a round looks at, on two clocks: the facts themselves, as they were written, by the round, branch or scheme
 * they are about. What is left out of a rating later, nobody can know now; so nothing is summed up.
 */
@Component
class RatingInputsProjection implements Projection {
    static final String NAME = "rating_inputs";
    static final Table<Given> GIVEN = Table.log("given", Given.class, "subject, position", "event_id");
    private static final Set<Class<? extends ApplicationEvent>> OF_APPLICATIONS = Set.of(SelfAssessmentRecorded.class,
            EvidenceRevised.class, AssessorsAssigned.class, SiteVisitCompleted.class, SurveyClosed.class, ScoresSubmitted.class,
            ScoresStoodBy.class, PartJudged.class, PartsOpened.class, ScoresOpened.class,
            ScoreModerated.class, LevelProposed.class, ApplicationWithdrawn.class, ApplicationDeclined.class, ApplicationEnded.class,
            ApplicationLapsed.class, ApplicationReaddressed.class);

    /**
     * A fact.
     *
     * @param subject  {@code round/<id>}, {@code branch/<id>} or {@code scheme/<id>}
     * @param position since which it is known
     * @param validOn  the day from which it holds
     */
    record Given(long position, String subject, String eventId, LocalDate validOn, Instant recordedAt, String type, String payload) {

        /** As the rating reads it; what is sealed stays closed. */
        Known known() {
            return new Known(position, validOn, EventJson.read(type, payload.getBytes(StandardCharsets.UTF_8), Keys.NONE));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(GIVEN);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        Set<Class<? extends Event>> ofStars = Entries.read(CorrectionRequired.class, CorrectionRechecked.class, CorrectionEnded.class,
                SurveillanceOpened.class, SurveillanceClosed.class);
        return Stream.of(OF_APPLICATIONS.stream(), ofStars.stream(), EventTypes.all().stream()
                .filter(type -> RoundEvent.class.isAssignableFrom(type) || SchemeEvent.class.isAssignableFrom(type)
                        || BranchEvent.class.isAssignableFrom(type))).flatMap(types -> types).collect(Collectors.toSet());
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        rows.put(GIVEN, new Given(fact.at().position(), subject(fact.event()), fact.at().eventId().toString(), fact.at().effectiveOn(),
                fact.at().recordedAt(), fact.at().type(), new String(fact.at().payload(), StandardCharsets.UTF_8)));
    }

    private static String subject(Event event) {
        return switch (event) {
            case ApplicationEvent application -> "round/" + application.application().round();
            case StandingEvent star -> "branch/" + star.branch();
            case Event other -> other.stream().toString();
        };
    }
}
