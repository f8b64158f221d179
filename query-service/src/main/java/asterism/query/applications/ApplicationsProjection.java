package asterism.query.applications;

import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.BallotCast;
import asterism.events.ApplicationEvent.DraftCommented;
import asterism.events.ApplicationEvent.DraftShared;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartsAsked;
import asterism.events.ApplicationEvent.ReplyRecorded;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationEvent.SurveyOpened;
import asterism.events.BranchEvent;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.query.course.Levels;
import asterism.query.course.Stage;
import asterism.query.facts.Importance;
import asterism.query.known.Known;
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
    static final Table<Line> LINE = Table.log("line", Line.class, "branch, position", "stream, position", "actor, position");
    static final Table<Contribution> CONTRIBUTION = Table.of("contribution", Contribution.class, 2);
    /** Stands for a branch where a fact is about none. */
    static final String NO_BRANCH = "";

    record Branch(String branch, String zh, String en) {
    }

    record Application(String application, String branch, String round, Stage stage, long stageSince, @Nullable String level,
                       @Nullable String decision, boolean held, @Nullable String reply) {
        Application reply(String statement) {
            return new Application(application, branch, round, stage, stageSince, level, decision, held, statement);
        }

        Application held(boolean now) {
            return new Application(application, branch, round, stage, stageSince, level, decision, now, reply);
        }
    }

    /**
     * What somebody was asked to give to an application: one view of what is there and what is missing, from whom.
     *
     * @param slot  {@code scores <person>}, {@code part <id>}, {@code survey} or {@code comments}
     * @param whom  {@code person/<id>} or {@code body/<id>}; none where many are asked and nobody is known
     * @param asked how many were asked
     * @param have  how many of them have given it
     * @param stale it was given before the evidence changed
     */
    record Contribution(String application, String slot, @Nullable String whom, int asked, int have, boolean stale) {
        Contribution have(int now) {
            return new Contribution(application, slot, whom, asked, now, false);
        }

        Contribution outdated() {
            return new Contribution(application, slot, whom, asked, have, have > 0);
        }
    }

    /** @param payload as it was written: personal and sealed values stand in it under their keys */
    record Line(long position, String branch, String stream, long version, String type, String actor, @Nullable String onBehalfOf,
                @Nullable String reason, LocalDate effectiveOn, Instant recordedAt, @Nullable String level, Importance importance,
                String payload) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 6;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(BRANCH, APPLICATION, ApplicationVersion.TABLE, LINE, CONTRIBUTION);
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
            String id = event.application().toString();
            Known.only(ApplicationVersion.TABLE, id, rows.find(APPLICATION, id).stream().map(ApplicationVersion::of).toList(), fact.at(),
                    rows);
        }
    }

    private static void fold(ApplicationEvent event, Fact fact, Rows rows) {
        String id = event.application().toString();
        Optional<Application> before = rows.find(APPLICATION, id);
        Optional<Stage> stage = Stage.after(event);
        contribute(event, rows);
        if (event instanceof ReplyRecorded reply) {
            before.ifPresent(known -> rows.put(APPLICATION, known.reply(reply.statement())));
        }
        if (event instanceof ApplicationHeld || event instanceof ApplicationResumed) {
            before.ifPresent(known -> rows.put(APPLICATION, known.held(event instanceof ApplicationHeld)));
        }
        if (stage.isPresent()) {
            String level = Levels.of(event).map(Level::code).orElse(before.map(Application::level).orElse(null));
            String decision = event instanceof LevelDecided decided ? decided.decision().value()
                    : before.map(Application::decision).orElse(null);
            rows.put(APPLICATION, new Application(id, event.application().branch().value(), event.application().round().value(),
                    stage.get(), fact.at().position(), level, decision,
                    before.filter(Application::held).isPresent() && stage.get().isOpen(),
                    before.map(Application::reply).orElse(null)));
        }
    }

    private static void contribute(ApplicationEvent event, Rows rows) {
        String id = event.application().toString();
        switch (event) {
            case AssessorsAssigned assigned -> {
                List<String> slots = assigned.assessors().stream().map(ApplicationsProjection::scores).toList();
                rows.of(CONTRIBUTION, id).stream().map(Contribution::slot)
                        .filter(slot -> slot.startsWith("scores ") && !slots.contains(slot))
                        .forEach(slot -> rows.remove(CONTRIBUTION, id, slot));
                assigned.assessors().stream().filter(person -> rows.find(CONTRIBUTION, id, scores(person)).isEmpty()).forEach(person ->
                        rows.put(CONTRIBUTION, new Contribution(id, scores(person), "person/" + person, 1, 0, false)));
            }
            case PartsAsked asked -> asked.parts().forEach(part -> rows.put(CONTRIBUTION,
                    new Contribution(id, "part " + part.part(), "body/" + part.body(), 1, 0, false)));
            case SurveyOpened opened -> rows.put(CONTRIBUTION, new Contribution(id, "survey", null, opened.codes().size(), 0, false));
            case DraftShared shared -> rows.put(CONTRIBUTION, new Contribution(id, "comments", null, shared.codes().size(), 0, false));
            case SurveyClosed closed -> rows.put(CONTRIBUTION,
                    new Contribution(id, "survey", null, closed.invited(), closed.answered(), false));
            case ScoresSubmitted scores -> given(id, scores(scores.assessor()), rows);
            case ScoresStoodBy stays -> given(id, scores(stays.assessor()), rows);
            case PartJudged part -> given(id, "part " + part.part(), rows);
            case BallotCast _ -> oneMore(id, "survey", rows);
            case DraftCommented _ -> oneMore(id, "comments", rows);
            case EvidenceRevised _ -> rows.of(CONTRIBUTION, id).stream()
                    .filter(given -> given.whom() != null).forEach(given -> rows.put(CONTRIBUTION, given.outdated()));
            case ApplicationEvent _ -> { }
        }
    }

    private static String scores(PersonId assessor) {
        return "scores " + assessor;
    }

    private static void given(String id, String slot, Rows rows) {
        rows.find(CONTRIBUTION, id, slot).ifPresent(asked -> rows.put(CONTRIBUTION, asked.have(1)));
    }

    private static void oneMore(String id, String slot, Rows rows) {
        rows.find(CONTRIBUTION, id, slot).ifPresent(asked -> rows.put(CONTRIBUTION, asked.have(asked.have() + 1)));
    }

    private static Line line(Fact fact, String branch) {
        return new Line(fact.at().position(), branch, fact.at().stream(), fact.at().version(), fact.at().type(), fact.envelope().actor(),
                fact.envelope().onBehalfOf(), fact.envelope().reason(), fact.at().effectiveOn(), fact.at().recordedAt(),
                Levels.code(fact.event()), Importance.of(fact.event()), new String(fact.at().payload(), StandardCharsets.UTF_8));
    }
}
