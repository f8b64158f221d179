package asterism.query.applications;

import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.BranchEvent;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.query.course.Levels;
import asterism.query.course.Stage;
import asterism.query.facts.Importance;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A line for every fact, and where each application stands. */
@Component
class ApplicationsProjection implements Projection {
    static final String NAME = "applications";
    static final Table<Branch> BRANCH = Table.of("branch", Branch.class, 1);
    static final Table<Application> APPLICATION = Table.of("application", Application.class, 1, "branch", "round, stage");
    static final Table<Line> LINE = Table.of("line", Line.class, 2, "stream, position", "actor, position", "position");
    /** Stands for a branch where a fact is about none. */
    static final String NO_BRANCH = "";

    record Branch(String branch, String zh, String en) {
    }

    record Application(String application, String branch, String round, Stage stage, long stageSince, @Nullable String level,
                       @Nullable String decision, boolean held) {
        Application held(boolean now) {
            return new Application(application, branch, round, stage, stageSince, level, decision, now);
        }
    }

    /** @param payload as it was written: personal and sealed values stand in it under their keys */
    record Line(String branch, long position, String stream, long version, String type, String actor, @Nullable String onBehalfOf,
                @Nullable String reason, LocalDate effectiveOn, Instant recordedAt, @Nullable String level, Importance importance,
                String payload) {
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
        return List.of(BRANCH, APPLICATION, LINE);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Set.copyOf(EventTypes.all());
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        rows.put(LINE, line(fact, fact.event().about().map(BranchId::value).orElse(NO_BRANCH)));
        if (fact.event() instanceof BranchEvent.BranchRegistered branch) {
            rows.put(BRANCH, new Branch(branch.branch().value(), branch.name().zh(), branch.name().en()));
        } else if (fact.event() instanceof BranchEvent.BranchRenamed branch) {
            rows.put(BRANCH, new Branch(branch.branch().value(), branch.name().zh(), branch.name().en()));
        } else if (fact.event() instanceof ApplicationEvent event) {
            fold(event, fact, rows);
        }
    }

    private static void fold(ApplicationEvent event, Fact fact, Rows rows) {
        String id = event.application().toString();
        Optional<Application> before = rows.find(APPLICATION, id);
        Optional<Stage> stage = Stage.after(event);
        if (event instanceof ApplicationHeld || event instanceof ApplicationResumed) {
            before.ifPresent(known -> rows.put(APPLICATION, known.held(event instanceof ApplicationHeld)));
        }
        if (stage.isPresent()) {
            String level = Levels.of(event).map(Level::code).orElse(before.map(Application::level).orElse(null));
            String decision = event instanceof LevelDecided decided ? decided.decision().value()
                    : before.map(Application::decision).orElse(null);
            rows.put(APPLICATION, new Application(id, event.application().branch().value(), event.application().round().value(),
                    stage.get(), fact.at().position(), level, decision,
                    before.filter(Application::held).isPresent() && stage.get().isOpen()));
        }
    }

    private static Line line(Fact fact, String branch) {
        return new Line(branch, fact.at().position(), fact.at().stream(), fact.at().version(), fact.at().type(), fact.envelope().actor(),
                fact.envelope().onBehalfOf(), fact.envelope().reason(), fact.at().effectiveOn(), fact.at().recordedAt(),
                Levels.code(fact.event()), Importance.of(fact.event()), new String(fact.at().payload(), StandardCharsets.UTF_8));
    }
}
