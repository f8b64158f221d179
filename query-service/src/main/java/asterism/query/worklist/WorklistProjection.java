package asterism.query.worklist;

import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealAgainstRefusal;
import asterism.events.AppealEvent.AppealAnswerOverdue;
import asterism.events.AppealEvent.AppealAnswerRecounted;
import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.AppealEvent.AppealConfined;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealEffectStayed;
import asterism.events.AppealEvent.AppealEvidenceSubmitted;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealOwnerReminded;
import asterism.events.AppealEvent.AppealReaddressed;
import asterism.events.AppealEvent.AppealReminderSet;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealEvent.RefusalFell;
import asterism.events.AppealEvent;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.OwnerReminded;
import asterism.events.ApplicationEvent.PartAsked;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartsAsked;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.DraftDue;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.ApplicationEvent.SurveyOpened;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.PersonId;
import asterism.events.RoundEvent;
import asterism.events.RoundEvent.AssignmentCommitted;
import asterism.events.RoundEvent.AssignmentRefused;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.RosterSealed;
import asterism.events.RoundEvent.RoundClosed;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.StandingEvent;
import asterism.events.StreamId;
import asterism.query.course.Stage;
import asterism.query.known.Known;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for every open step. */
@Component
class WorklistProjection implements Projection {
    static final String NAME = "worklist";
    private static final String SEAL = "SealRoster";
    private static final String CLOSE = "CloseRound";
    static final Table<Round> ROUND = Table.of("round", Round.class, 1);
    static final Table<Branch> BRANCH = Table.of("branch", Branch.class, 1);
    static final Table<Case> CASE = Table.of("work_case", Case.class, 1);
    static final Table<Item> ITEM = Table.of("item", Item.class, 2, "step", "person", "body");

    /**
     * What the open step of a round follows from.
     *
     * @param round     its stream
     * @param reviewing applications that were handed in and are not ranked yet
     * @param placed    those that are, and have no award or end yet
     * @param step      the one it has come to; none where it is closed
     */
    record Round(String round, String zh, String en, String office, LocalDate applicationsUntil, int reviewing, int placed,
                 @Nullable String step) {

        /** After one of its applications went from one stage to another. */
        Round moved(Stage from, Stage to) {
            return new Round(round, zh, en, office, applicationsUntil,
                    reviewing + more(from, to, Stage::isReviewed), placed + more(from, to, Stage::isPlaced), step);
        }

        private static int more(Stage from, Stage to, Predicate<Stage> where) {
            return (where.test(to) ? 1 : 0) - (where.test(from) ? 1 : 0);
        }

        Round at(@Nullable String next) {
            return new Round(round, zh, en, office, applicationsUntil, reviewing, placed, next);
        }

        /** The step, once nothing it needs is missing. */
        List<Item> open(LocalDate on) {
            if (step == null) {
                return List.of();
            }
            boolean ready = switch (step) {
                case SEAL -> reviewing == 0 && placed > 0;
                case CLOSE -> placed == 0;
                case String _ -> true;
            };
            LocalDate from = on.isAfter(applicationsUntil) ? on : applicationsUntil.plusDays(1);
            return ready ? List.of(new Item(round, step, "", step, null, office, null, null, from)) : List.of();
        }
    }

    record Branch(String branch, String zh, String en) {
    }

    /**
     * What the open steps of an application follow from.
     *
     * @param panel      assessors, separated by spaces
     * @param waiting    those whose scores are not in, or are stale
     * @param parts      parts that departments are asked for, each as part@department, separated by spaces
     * @param missing    those that are not judged, or are stale
     * @param survey     the step that closes the survey
     * @param objections how many wait for an answer
     * @param held       the step that lets it go on; none where it is not on hold
     * @param reminded   the day on which whoever must act was reminded of the last one
     * @param superior   the body that is to see to a step that is late
     */
    record Case(String subject, String branch, Stage stage, LocalDate since, @Nullable LocalDate dueOn, @Nullable String lead,
            String panel, String waiting, String parts, String missing, String survey, int objections, @Nullable String held,
            @Nullable LocalDate reminded, @Nullable String superior) {

        Case at(Stage next, LocalDate on) {
            return next == stage ? this : new Case(subject, branch, next, on, null, lead, panel, waiting, parts, missing, survey,
                    objections, next.isOpen() ? held : null, null, null);
        }

        Case due(@Nullable LocalDate day) {
            return new Case(subject, branch, stage, since, day, lead, panel, waiting, parts, missing, survey, objections, held, null, null);
        }

        Case objections(int open) {
            return new Case(subject, branch, stage, since, dueOn, lead, panel, waiting, parts, missing, survey, open, held, reminded,
                    superior);
        }

        Case panel(String leading, String people) {
            return new Case(subject, branch, stage, since, dueOn, leading, people, people, parts, missing, survey, objections, held,
                    reminded, superior);
        }

        Case waiting(String people, String stillMissing) {
            return new Case(subject, branch, stage, since, dueOn, lead, panel, people, parts, stillMissing, survey, objections, held,
                    reminded, superior);
        }

        Case parts(String asked) {
            return new Case(subject, branch, stage, since, dueOn, lead, panel, waiting, asked, asked, survey, objections, held, reminded,
                    superior);
        }

        Case survey(String step) {
            return new Case(subject, branch, stage, since, dueOn, lead, panel, waiting, parts, missing, step, objections, held, reminded,
                    superior);
        }

        Case held(@Nullable String until) {
            return new Case(subject, branch, stage, since, dueOn, lead, panel, waiting, parts, missing, survey, objections, until,
                    reminded, superior);
        }

        Case reminded(LocalDate day) {
            return new Case(subject, branch, stage, since, dueOn, lead, panel, waiting, parts, missing, survey, objections, held, day,
                    superior);
        }

        Case late(LocalDate day, @Nullable BodyId escalatedTo) {
            return new Case(subject, branch, stage, since, day, lead, panel, waiting, parts, missing, survey, objections, held, reminded,
                    escalatedTo == null ? null : escalatedTo.value());
        }

        Item forPost(String step, @Nullable LocalDate due) {
            return new Item(subject, step, branch, step, null, null, due, reminded, since);
        }

        /** @param asked part@department */
        Item forPart(String asked, @Nullable LocalDate due) {
            int at = asked.lastIndexOf('@');
            return new Item(subject, WorklistQuestion.JUDGE + " " + asked.substring(0, at), branch, WorklistQuestion.JUDGE, null,
                    asked.substring(at + 1), due, reminded, since);
        }

        Item forPerson(String step, String person, @Nullable LocalDate due) {
            return new Item(subject, step + " " + person, branch, step, person, null, due, reminded, since);
        }
    }

    /**
     * An open step.
     *
     * @param slot     tells the steps of a subject apart
     * @param branch   it is about; empty where it is about a round
     * @param step     the command that takes it, or {@link WorklistQuestion#SEE_TO}
     * @param person   the only person who can; none where a post decides
     * @param body     it is for; none where the branch says for which
     * @param reminded the day on which whoever must act was reminded of the last one; none where nobody was
     */
    record Item(String subject, String slot, String branch, String step, @Nullable String person, @Nullable String body,
            @Nullable LocalDate dueOn, @Nullable LocalDate reminded, LocalDate since) {

        /** A body sees to it that something late is done. */
        static Item superior(String subject, String branch, String body, @Nullable LocalDate dueOn, LocalDate since) {
            return new Item(subject, WorklistQuestion.SEE_TO, branch, WorklistQuestion.SEE_TO, null, body, dueOn, null, since);
        }

        Item due(LocalDate day) {
            return new Item(subject, slot, branch, step, person, body, day, null, since);
        }

        Item reminded(LocalDate day) {
            return new Item(subject, slot, branch, step, person, body, dueOn, day, since);
        }

        Item about(String other) {
            return new Item(subject, slot, other, step, person, body, dueOn, reminded, since);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 9;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ROUND, BRANCH, CASE, ITEM, ItemVersion.TABLE);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Stream.concat(Stream.of(BranchRegistered.class, BranchRenamed.class, BranchEnded.class), EventTypes.all().stream()
                .filter(type -> ApplicationEvent.class.isAssignableFrom(type) || AppealEvent.class.isAssignableFrom(type)
                        || StandingEvent.class.isAssignableFrom(type) || RoundEvent.class.isAssignableFrom(type)))
                .collect(Collectors.toSet());
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        move(fact, rows);
        subjects(fact.event()).forEach(subject -> Known.only(ItemVersion.TABLE, subject,
                rows.of(ITEM, subject).stream().map(ItemVersion::of).toList(), fact.at(), rows));
    }

    /** Whose steps a fact may open or end. */
    private static List<String> subjects(Event event) {
        return switch (event) {
            case ApplicationEvent about -> List.of(about.application().toString(), StreamId.of(about.application().round()).toString());
            case AppealEvent about -> List.of(about.appeal().value());
            case RoundEvent about -> List.of(about.stream().toString());
            case StandingEvent about -> List.of(about.stream().toString());
            case BranchEnded ended -> List.of(StreamId.standing(ended.branch()).toString());
            case Event _ -> List.of();
        };
    }

    private static void move(Fact fact, Rows rows) {
        switch (fact.event()) {
            case RoundEvent event -> fold(event, fact.at().effectiveOn(), rows);
            case BranchRegistered branch -> rows.put(BRANCH, new Branch(branch.branch().value(), branch.name().zh(), branch.name().en()));
            case BranchRenamed branch -> rows.put(BRANCH, new Branch(branch.branch().value(), branch.name().zh(), branch.name().en()));
            case ApplicationEvent event -> fold(event, fact.at().effectiveOn(), rows);
            case AppealEvent event -> fold(event, fact.at().effectiveOn(), rows);
            case StandingEvent event -> StarSteps.fold(event, fact.at().effectiveOn(), rows);
            case BranchEnded ended -> StarSteps.fold(ended, fact.at().effectiveOn(), rows);
            case Event _ -> { }
        }
    }

    private static void fold(ApplicationEvent event, LocalDate on, Rows rows) {
        String id = event.application().toString();
        Case before = rows.find(CASE, id)
                .orElseGet(() -> new Case(id, event.application().branch().value(), Stage.DRAFT, on, null, null, "", "", "", "",
                        "CloseSurvey", 0, null, null, null));
        Case after = after(before, event, on);
        rows.put(CASE, after);
        Optional<Round> round = rows.find(ROUND, StreamId.of(event.application().round()).toString());
        round.filter(_ -> before.stage() != after.stage()).ifPresent(of -> put(of.moved(before.stage(), after.stage()), on, rows));
        replace(id, Steps.of(after, round.map(Round::applicationsUntil).orElse(null)), rows);
    }

    private static void fold(RoundEvent event, LocalDate on, Rows rows) {
        String stream = event.stream().toString();
        if (event instanceof RoundOpened opened) {
            put(new Round(stream, opened.title().zh(), opened.title().en(), opened.office().value(), opened.applicationsUntil(), 0, 0,
                    SEAL),
                    on, rows);
            return;
        }
        rows.find(ROUND, stream).ifPresent(round -> put(switch (event) {
            case RosterSealed _, TieResolved _ -> round.at("AllocateQuota");
            case QuotaTied _ -> round.at("ResolveTie");
            case QuotaAllocated _ -> round.at(CLOSE);
            case RoundClosed _ -> round.at(null);
            case RoundOpened _, AssignmentCommitted _, AssignmentRefused _, QuotaReallocated _ -> round;
        }, on, rows));
    }

    private static void put(Round round, LocalDate on, Rows rows) {
        rows.put(ROUND, round);
        List<Item> open = round.open(on);
        if (open.isEmpty() || rows.find(ITEM, round.round(), open.getFirst().slot()).isEmpty()) {
            replace(round.round(), open, rows);
        }
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
            case PartsAsked asked -> moved.parts(asked.parts().stream().map(part -> part.part() + "@" + part.body())
                    .collect(Collectors.joining(" ")));
            case PartJudged part -> moved.waiting(at.waiting(), some(at.missing())
                    .filter(other -> !other.startsWith(part.part() + "@")).collect(Collectors.joining(" ")));
            case EvidenceRevised _ -> moved.waiting(at.panel(), at.parts());
            case SurveyOpened _ -> moved.survey("CountBallots");
            case NoticePosted posted -> moved.due(posted.lastDay()).objections(0);
            case NoticeRecounted recounted -> at.objections() > 0 ? moved : moved.due(recounted.lastDay());
            case NoticePaused _ -> moved.due(null);
            case NoticeResumed resumed -> moved.due(resumed.lastDay());
            case StageDue due -> moved.due(due.dueOn());
            case DraftDue due -> moved.due(due.dueOn());
            case OwnerReminded _ -> moved.reminded(on);
            case StageOverdue late -> moved.late(late.dueOn(), late.escalatedTo());
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
        return some(several).filter(other -> !other.equals(one)).collect(Collectors.joining(" "));
    }

    static Stream<String> some(String several) {
        return Stream.of(several.split(" ")).filter(one -> !one.isEmpty());
    }

    private static void fold(AppealEvent event, LocalDate on, Rows rows) {
        String id = event.appeal().value();
        String branch = event.branch().value();
        switch (event) {
            case AppealLodged _ -> replace(id, List.of(new Item(id, "AdmitAppeal", branch, "AdmitAppeal", null, null, null, null, on)),
                 rows);
            case AppealAdmitted admitted -> replace(id, admitted.panel().stream().map(person -> new Item(id, "UpholdAppeal " + person,
                    branch, "UpholdAppeal", person.value(), null, admitted.answerBy(), null, on)).toList(), rows);
            case AppealFoundInadmissible _, AppealDismissed _, AppealUpheld _, AppealDecisionReplaced _ -> replace(id, List.of(), rows);
            case AppealAnswerRecounted day -> rows.of(ITEM, id).forEach(item -> rows.put(ITEM, item.due(day.answerBy())));
            case AppealReaddressed moved -> moved.to().stream().findFirst().ifPresent(to ->
                    rows.of(ITEM, id).forEach(item -> rows.put(ITEM, item.about(to.value()))));
            case AppealOwnerReminded _ -> rows.of(ITEM, id).forEach(item -> rows.put(ITEM, item.reminded(on)));
            case AppealAnswerOverdue late when late.escalatedTo() != null ->
                    rows.put(ITEM, Item.superior(id, branch, late.escalatedTo().value(), late.dueOn(), on));
            case AppealCarriedFurther _, AppealEvidenceSubmitted _, AppealEffectStayed _, AppealReminderSet _, AppealAnswerOverdue _,
                 AppealAgainstRefusal _, AppealConfined _, RefusalFell _ -> {
            }
        }
    }
}
