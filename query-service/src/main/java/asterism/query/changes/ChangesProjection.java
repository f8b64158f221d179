package asterism.query.changes;

import asterism.events.AppealEvent;
import asterism.events.ApplicationEvent;
import asterism.events.BranchEvent;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.RoundEvent;
import asterism.events.StandingEvent;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for every fact that others may want to hear of. */
@Component
class ChangesProjection implements Projection {
    static final String NAME = "changes";
    static final Table<Change> CHANGE = Table.log("change", Change.class);

    /** @param branch the fact is about; none where it is about more than one */
    record Change(
            long position, String type, String stream, @Nullable String branch, LocalDate effectiveOn, Instant recordedAt) {
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
        return List.of(CHANGE);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return EventTypes.all().stream().filter(type -> Stream.of(ApplicationEvent.class, AppealEvent.class, BranchEvent.class,
                RoundEvent.class, StandingEvent.class).anyMatch(each -> each.isAssignableFrom(type))).collect(Collectors.toSet());
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        rows.put(CHANGE, new Change(fact.at().position(), fact.at().type(), fact.at().stream(),
                fact.event().about().map(BranchId::value).orElse(null), fact.at().effectiveOn(),
                fact.at().recordedAt()));
    }
}
