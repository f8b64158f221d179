package asterism.query.participation;

import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.query.branches.Branches;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A row for each survey that was closed. */
@Component
class ParticipationProjection implements Projection {
    static final String NAME = "participation";
    static final Table<Turnout> TURNOUT = Table.of("turnout", Turnout.class, 1, "round");

    record Turnout(String application, String round, String branch, int invited, int answered, LocalDate closedOn, long position,
                   Instant recordedAt) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
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
            rows.put(TURNOUT, new Turnout(survey.application().toString(), survey.application().round().value(),
                    survey.application().branch().value(), survey.invited(), survey.answered(), fact.at().effectiveOn(),
                    fact.at().position(), fact.at().recordedAt()));
        } else {
            Branches.fold(fact.event(), rows);
        }
    }
}
