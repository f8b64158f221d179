package asterism.query.worklist;

import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealAnswerOverdue;
import asterism.events.AppealEvent.AppealAnswerRecounted;
import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealEffectStayed;
import asterism.events.AppealEvent.AppealEvidenceSubmitted;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealReaddressed;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealEvent;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.PartAsked;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartsAsked;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.SurveyOpened;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.PersonId;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.StandingEvent;
import asterism.query.course.Stage;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for every open step. */
@Component
class WorklistProjection implements Projection {
    static final String NAME = "worklist";
    static final Table<Round> ROUND = Table.of("round", Round.class, 1);
    static final Table<Branch> BRANCH = Table.of("branch", Branch.class, 1);
    static final Table<Case> CASE = Table.of("work_case", Case.class, 1);
    static final Table<Item> ITEM = Table.of("item", Item.class, 2, "step", "person");

    record Round(String round, LocalDate applicationsUntil) {
    }

    record Branch(String branch, String zh, String en) {
    }

    /**
     * What the open steps of an application follow from.
     *
     * @param panel      assessors, separated by spaces
     * @param waiting    those whose scores are not in, or are stale
     * @param parts      parts that departments are asked for, separated by spaces
     * @param missing    those that are not judged, or are stale
     * @param survey     the step that closes the survey
     * @param objections how many wait for an answer
     * @param held       the step that lets it go on; none where it is not on hold
     */
    record Case(String subject, String branch, Stage stage, LocalDate since, @Nullable LocalDate dueOn, @Nullable String lead,
            String panel, String waiting, String parts, String missing, String survey, int objections, @Nullable String held) {

        Case at(Stage next, LocalDate on) {
            return next == stage ? this : new Case(subject, branch, next, on, null, lead, panel, waiting, parts, missing, survey,
                    objections, next.isOpen() ? held : null);
        }

        Case due(LocalDate day) {
            return new Case(subject, branch, stage, since, day, lead, panel, waiting, parts, missing, survey, objections, held);
        }

        Case objections(int open) {
            return new Case(subject, branch, stage, since, dueOn, lead, panel, waiting, parts, missing, survey, open, held);
        }

        Case panel(String leading, String people) {
            return new Case(subject, branch, stage, since, dueOn, leading, people, people, parts, missing, survey, objections, held);
        }

        Case waiting(String people, String stillMissing) {
            return new Case(subject, branch, stage, since, dueOn, lead, panel, people, parts, stillMissing, survey, objections, held);
        }

        Case parts(String asked) {
            return new Case(subject, branch, stage, since, dueOn, lead, panel, waiting, asked, asked, survey, objections, held);
        }

        Case survey(String step) {
            return new Case(subject, branch, stage, since, dueOn, lead, panel, waiting, parts, missing, step, objections, held);
        }

        Case held(@Nullable String until) {
            return new Case(subject, branch, stage, since, dueOn, lead, panel, waiting, parts, missing, survey, objections, until);
        }

        Item forPost(String step, @Nullable LocalDate due) {
            return new Item(subject, step, branch, step, null, due, since);
        }

        Item forPart(String part, @Nullable LocalDate due) {
            return new Item(subject, "JudgePart " + part, branch, "JudgePart", null, due, since);
        }

        Item forPerson(String step, String person, @Nullable LocalDate due) {
            return new Item(subject, step + " " + person, branch, step, person, due, since);
        }
    }

    /**
     * An open step.
     *
     * @param slot   tells the steps of a subject apart
     * @param step   the command that takes it
     * @param person the only person who can; none where a post decides
     */
    record Item(String subject, String slot, String branch, String step, @Nullable String person, @Nullable LocalDate dueOn,
            LocalDate since) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ROUND, BRANCH, CASE, ITEM);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Stream.concat(Stream.of(RoundOpened.class, BranchRegistered.class, BranchRenamed.class), EventTypes.all().stream()
                .filter(type -> ApplicationEvent.class.isAssignableFrom(type) || AppealEvent.class.isAssignableFrom(type)
                        || StandingEvent.class.isAssignableFrom(type)))
                .collect(Collectors.toSet());
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        switch (fact.event()) {
            case RoundOpened round -> rows.put(ROUND, new Round(round.round().value(), round.applicationsUntil()));
            case BranchRegistered branch -> rows.put(BRANCH, new Branch(branch.branch().value(), branch.name().zh(), branch.name().en()));
            case BranchRenamed branch -> rows.put(BRANCH, new Branch(branch.branch().value(), branch.name().zh(), branch.name().en()));
            case ApplicationEvent event -> fold(event, fact.at().effectiveOn(), rows);
            case AppealEvent event -> fold(event, fact.at().effectiveOn(), rows);
            case StandingEvent event -> StarSteps.fold(event, fact.at().effectiveOn(), rows);
            case Event _ -> { }
        }
    }

    private static void fold(ApplicationEvent event, LocalDate on, Rows rows) {
        String id = event.application().toString();
        Case before = rows.find(CASE, id)
                .orElseGet(() -> new Case(id, event.application().branch().value(), Stage.DRAFT, on, null, null, "", "", "", "",
                        "CloseSurvey", 0, null));
        Case after = after(before, event, on);
        rows.put(CASE, after);
        LocalDate until = rows.find(ROUND, event.application().round().value()).map(Round::applicationsUntil).orElse(null);
        replace(id, Steps.of(after, until), rows);
    }

    private static void replace(String subject, List<Item> now, Rows rows) {
        Set<String> open = now.stream().map(Item::slot).collect(Collectors.toSet());
        rows.of(ITEM, subject).stream().filter(item -> !open.contains(item.slot()))
                .forEach(item -> rows.remove(ITEM, subject, item.slot()));
        now.forEach(item -> rows.put(ITEM, item));
    }

    private static Case after(Case at, ApplicationEvent event, LocalDate on) {
        Case moved = at.at(stage(at.stage(), event), on);
        return switch (event) {
            case ApplicationReturned back -> moved.due(back.dueOn()).objections(0);
            case ApplicationTakenOver over -> moved.due(over.dueOn());
            case AssessorsAssigned assigned -> moved.panel(assigned.lead().value(),
                    assigned.assessors().stream().map(PersonId::value).collect(Collectors.joining(" ")));
            case ScoresSubmitted scores -> moved.waiting(without(at.waiting(), scores.assessor().value()), at.missing());
            case ScoresStoodBy stays -> moved.waiting(without(at.waiting(), stays.assessor().value()), at.missing());
            case PartsAsked asked -> moved.parts(asked.parts().stream().map(PartAsked::part).collect(Collectors.joining(" ")));
            case PartJudged part -> moved.waiting(at.waiting(), without(at.missing(), part.part()));
            case EvidenceRevised _ -> moved.waiting(at.panel(), at.parts());
            case SurveyOpened _ -> moved.survey("CountBallots");
            case NoticePosted posted -> moved.due(posted.lastDay()).objections(0);
            case NoticeRecounted recounted -> moved.due(recounted.lastDay());
            case StageDue due -> moved.due(due.dueOn());
            case ObjectionRaised _ -> moved.objections(at.objections() + 1);
            case ObjectionDismissed _ -> moved.objections(at.objections() - 1);
            case ApplicationHeld hold -> moved.held(hold.successors().isEmpty() ? "ResumeApplication" : "ReaddressApplication");
            case ApplicationResumed resumed -> resumed(moved, resumed).held(null);
            case ApplicationEvent _ -> moved;
        };
    }

    private static Case resumed(Case at, ApplicationResumed resumed) {
        LocalDate due = resumed.completeBy() == null ? resumed.noticeUntil() : resumed.completeBy();
        return due == null ? at : at.due(due);
    }

    /** What was missing goes straight back to the desk. */
    private static Stage stage(Stage before, ApplicationEvent event) {
        Stage after = Stage.after(event).orElse(before);
        return before == Stage.RETURNED && after == Stage.SUBMITTED ? Stage.DESK_REVIEW : after;
    }

    private static String without(String several, String one) {
        return Stream.of(several.split(" ")).filter(other -> !other.equals(one)).collect(Collectors.joining(" "));
    }

    private static void fold(AppealEvent event, LocalDate on, Rows rows) {
        String id = event.appeal().value();
        String branch = event.branch().value();
        switch (event) {
            case AppealLodged _ -> replace(id, List.of(new Item(id, "AdmitAppeal", branch, "AdmitAppeal", null, null, on)), rows);
            case AppealAdmitted admitted -> replace(id, admitted.panel().stream().map(person -> new Item(id, "UpholdAppeal " + person,
                    branch, "UpholdAppeal", person.value(), admitted.answerBy(), on)).toList(), rows);
            case AppealFoundInadmissible _, AppealDismissed _, AppealUpheld _, AppealDecisionReplaced _ -> replace(id, List.of(), rows);
            case AppealAnswerRecounted day -> rows.of(ITEM, id).forEach(item -> rows.put(ITEM,
                    new Item(id, item.slot(), item.branch(), item.step(), item.person(), day.answerBy(), item.since())));
            case AppealReaddressed moved -> moved.to().stream().findFirst().ifPresent(to -> rows.of(ITEM, id).forEach(item -> rows.put(ITEM,
                    new Item(id, item.slot(), to.value(), item.step(), item.person(), item.dueOn(), item.since()))));
            case AppealCarriedFurther _, AppealEvidenceSubmitted _, AppealEffectStayed _, AppealAnswerOverdue _ -> {
            }
        }
    }
}
