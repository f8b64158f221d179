package asterism.command.wiring.telling;

import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.ApplicationEvent.ApplicationDeclined;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import asterism.policy.Directory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is told of a fact, and to whom.
 *
 * @param what    happened, in a few words
 * @param post    whose holders are told, those of the branch or of a body above it; none where people are told by name
 * @param persons told by name
 */
record Telling(Label what, Optional<Post> post, List<PersonId> persons) {
    /** What is told of the facts of which somebody is told. */
    private static final Map<Class<? extends Event>, Function<Event, Telling>> TOLD = Map.ofEntries(
            when(ApplicationReturned.class, _ -> branch("申请退回补正", "The application was returned for completion")),
            when(ApplicationDeclined.class, _ -> branch("申请未予受理", "The application was declined")),
            when(ApplicationLapsed.class, _ -> branch("申请逾期失效", "The application lapsed")),
            when(ApplicationHeld.class, _ -> branch("申请中止", "The application was put on hold")),
            when(ApplicationResumed.class, _ -> branch("申请恢复", "The application goes on")),
            when(ApplicationSubmitted.class, _ -> post(Post.DESK_REVIEWER, "收到申请", "An application was handed in")),
            when(AssessorsAssigned.class, assigned -> named(assigned.assessors(), "请您评审", "You are to assess")),
            when(NoticePosted.class, _ -> branch("评定结果公示", "The decision is under public notice")),
            when(ObjectionRaised.class, _ -> post(Post.ROUND_OFFICE, "有人提出异议", "Somebody objected")),
            when(StarAwarded.class, _ -> branch("星级授予", "The star was awarded")),
            when(AppealLodged.class, _ -> post(Post.COMMITTEE_SECRETARY, "收到申诉", "An appeal was lodged")),
            when(AppealAdmitted.class, admitted -> named(admitted.panel(), "请您审理申诉", "You are to judge an appeal")),
            when(AppealFoundInadmissible.class, _ -> branch("申诉不予受理", "The appeal was found inadmissible")),
            when(AppealDismissed.class, _ -> branch("申诉驳回", "The appeal was dismissed")),
            when(AppealUpheld.class, _ -> branch("申诉成立", "The appeal was upheld")),
            when(AppealDecisionReplaced.class, _ -> branch("申诉成立", "The appeal was upheld")),
            when(Downgraded.class, _ -> branch("降低星级", "The star was lowered")),
            when(Suspended.class, _ -> branch("暂停星级", "The star was suspended")),
            when(Withdrawn.class, _ -> branch("取消星级", "The star was withdrawn")),
            when(Reinstated.class, _ -> branch("恢复星级", "The star was reinstated")),
            when(Expired.class, _ -> branch("星级到期", "The star expired")),
            when(DecisionStruckOut.class, _ -> branch("决定被撤销", "A decision was struck out")),
            when(CorrectionRequired.class, _ -> branch("要求整改", "A correction is required")));

    private static <E extends Event> Map.Entry<Class<? extends Event>, Function<Event, Telling>> when(Class<E> fact,
            Function<E, Telling> told) {
        return Map.entry(fact, event -> told.apply(fact.cast(event)));
    }

    /** Facts of which somebody is told. */
    static Set<Class<? extends Event>> told() {
        return TOLD.keySet();
    }

    /** Empty where nobody is told. */
    static Optional<Telling> of(Event event) {
        return Optional.ofNullable(TOLD.get(event.getClass())).map(told -> told.apply(event));
    }

    private static Telling branch(String zh, String en) {
        return post(Post.BRANCH_SECRETARY, zh, en);
    }

    private static Telling named(List<PersonId> persons, String zh, String en) {
        return new Telling(new Label(zh, en), Optional.empty(), persons);
    }

    private static Telling post(Post post, String zh, String en) {
        return new Telling(new Label(zh, en), Optional.of(post), List.of());
    }

    /** Who holds the post on that day for that branch, or is named. */
    Stream<PersonId> readers(Directory directory, BranchId branch, LocalDate day) {
        return post.map(wanted -> directory.holders(wanted, day).stream().filter(person -> directory.held(person, day).stream()
                .anyMatch(held -> held.post() == wanted && (held.branch() == null ? directory.isUnder(branch, held.body())
                        : held.branch().equals(branch))))).orElseGet(persons::stream);
    }
}
