package asterism.query.participation;

import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.query.branches.Branches;
import asterism.query.known.Known;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for each survey that was closed, and for each time it was closed anew. */
@Component
class ParticipationProjection implements Projection {
    static final String NAME = "participation";
    static final Table<Turnout> TURNOUT = Table.of("turnout", Turnout.class, 2, "round");

    record Turnout(String application, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt,
                   String round, String branch, int invited, int answered, LocalDate closedOn) implements Known.Version<Turnout> {

        @Override
        public Turnout known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Turnout(application, from, fromAt, to, toAt, round, branch, invited, answered, closedOn);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Branches.TABLE, TURNOUT);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Branches.read(SurveyClosed.class);
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        if (fact.event() instanceof SurveyClosed survey) {
            String application = survey.application().toString();
            Known.only(TURNOUT, application, List.of(new Turnout(application, 0, Instant.EPOCH, null, null,
                    survey.application().round().value(), survey.application().branch().value(), survey.invited(), survey.answered(),
                    fact.at().effectiveOn())), fact.at(), rows);
        } else {
            Branches.fold(fact.event(), rows);
        }
    }
}
