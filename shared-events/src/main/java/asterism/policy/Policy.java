package asterism.policy;

import static asterism.events.Post.ADMINISTRATOR;
import static asterism.events.Post.APPEAL_PANEL;
import static asterism.events.Post.ASSESSOR;
import static asterism.events.Post.BRANCH_SECRETARY;
import static asterism.events.Post.COMMITTEE_SECRETARY;
import static asterism.events.Post.DESK_REVIEWER;
import static asterism.events.Post.DISCIPLINE_OFFICER;
import static asterism.events.Post.PANEL_CHAIR;
import static asterism.events.Post.ROUND_OFFICE;
import static asterism.policy.Policy.Reach.ANYWHERE;
import static asterism.policy.Policy.Reach.DOWNWARD;
import static asterism.policy.Policy.Reach.OWN;
import static java.util.Map.entry;

import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.Post;
import asterism.policy.Directory.Held;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask what: by the posts a person holds today, and by where the subject stands to the body of the post. Whether the
 * procedure allows it now, and whether that person is biased, the decision itself looks at.
 */
public final class Policy {
    /** Who may see the journal as it is, and how the house is doing. */
    public static final Set<Post> OVERSEERS = Set.of(Post.AUDITOR, Post.ADMINISTRATOR);
    /** No post of the person permits the command. */
    public static final String POST_MISSING = "policy.post-missing";
    /** A post would permit the command, but the subject belongs elsewhere. */
    public static final String NOT_YOUR_BODY = "policy.not-your-body";

    /** Where the subject stands to a post. */
    public enum Relation {
        /** It is the branch of the post; or, for a post without branch, its body. */
        OWN,
        /** It stands somewhere below the body of the post. */
        SUBORDINATE,
        /** Neither. */
        FOREIGN
    }

    /** How far a post reaches. */
    enum Reach {
        OWN, DOWNWARD, ANYWHERE;

        boolean covers(Relation relation) {
            return switch (this) {
                case OWN -> relation == Relation.OWN;
                case DOWNWARD -> relation != Relation.FOREIGN;
                case ANYWHERE -> true;
            };
        }
    }

    /**
     * What a command is about.
     *
     * @param branch none where it is about no branch
     * @param body   none where it is about no body, such as a scheme
     */
    public record Subject(@Nullable BranchId branch, @Nullable BodyId body) {
        public static final Subject NOWHERE = new Subject(null, null);
    }

    private static final Set<String> ANYBODY = Set.of("RaiseObjection", "CastBallot", "CommentOnDraft");

    private static final Map<String, Map<Post, Reach>> PERMITTED = Map.ofEntries(
            entry("PublishSchemeVersion", Map.of(ROUND_OFFICE, ANYWHERE, COMMITTEE_SECRETARY, ANYWHERE, ADMINISTRATOR, ANYWHERE)),
            entry("ValidateSchemeVersion", Map.of(ROUND_OFFICE, ANYWHERE, COMMITTEE_SECRETARY, ANYWHERE, ADMINISTRATOR, ANYWHERE)),
            entry("ReportImpact", Map.of(ROUND_OFFICE, ANYWHERE, COMMITTEE_SECRETARY, ANYWHERE, ADMINISTRATOR, ANYWHERE)),
            entry("ActivateSchemeVersion", Map.of(COMMITTEE_SECRETARY, ANYWHERE, ADMINISTRATOR, ANYWHERE)),
            entry("PublishCalibrationCase", Map.of(ROUND_OFFICE, ANYWHERE, COMMITTEE_SECRETARY, ANYWHERE)),
            entry("TakeCalibration", Map.of(ASSESSOR, ANYWHERE)),
            entry("AdoptLocalRules", Map.of(ROUND_OFFICE, ANYWHERE, COMMITTEE_SECRETARY, ANYWHERE, ADMINISTRATOR, ANYWHERE)),
            entry("PublishCalendarYear", Map.of(ROUND_OFFICE, ANYWHERE, ADMINISTRATOR, ANYWHERE)),
            entry("EstablishBody", Map.of(ADMINISTRATOR, ANYWHERE)),
            entry("RegisterPerson", Map.of(ADMINISTRATOR, ANYWHERE)),
            entry("AssignPost", Map.of(ADMINISTRATOR, ANYWHERE)),
            entry("EndPost", Map.of(ADMINISTRATOR, ANYWHERE)),
            entry("ErasePersonalValues", Map.of(ADMINISTRATOR, ANYWHERE)),
            entry("DelegatePost", everyPost(OWN)),
            entry("RevokeDelegation", everyPost(OWN)),
            entry("RecordQualification", Map.of(ADMINISTRATOR, ANYWHERE, ROUND_OFFICE, DOWNWARD)),
            entry("EndQualification", Map.of(ADMINISTRATOR, ANYWHERE, ROUND_OFFICE, DOWNWARD)),
            entry("DeclareRelation", everyPost(ANYWHERE)),
            entry("RecordRelation", Map.of(ADMINISTRATOR, ANYWHERE, DISCIPLINE_OFFICER, ANYWHERE)),
            entry("EndRelation", Map.of(ADMINISTRATOR, ANYWHERE, DISCIPLINE_OFFICER, ANYWHERE)),
            entry("RegisterBranch", Map.of(ADMINISTRATOR, ANYWHERE, ROUND_OFFICE, DOWNWARD)),
            entry("RenameBranch", Map.of(ADMINISTRATOR, ANYWHERE, ROUND_OFFICE, DOWNWARD)),
            entry("TransferBranch", Map.of(ADMINISTRATOR, ANYWHERE, ROUND_OFFICE, DOWNWARD)),
            entry("MergeBranches", Map.of(ADMINISTRATOR, ANYWHERE, ROUND_OFFICE, DOWNWARD)),
            entry("SplitBranch", Map.of(ADMINISTRATOR, ANYWHERE, ROUND_OFFICE, DOWNWARD)),
            entry("AbolishBranch", Map.of(ADMINISTRATOR, ANYWHERE, ROUND_OFFICE, DOWNWARD)),
            entry("RetryReactions", Map.of(ADMINISTRATOR, ANYWHERE)),
            entry("KeepHooks", Map.of(ADMINISTRATOR, ANYWHERE)),
            entry("RotateLogKey", Map.of(ADMINISTRATOR, ANYWHERE)),
            entry("KeepEvidence", Map.of(BRANCH_SECRETARY, OWN, ROUND_OFFICE, DOWNWARD, DESK_REVIEWER, DOWNWARD, ASSESSOR, ANYWHERE,
                    DISCIPLINE_OFFICER, ANYWHERE)),
            entry("SeeToIt", Map.of(ROUND_OFFICE, OWN, COMMITTEE_SECRETARY, OWN)),
            entry("ReadEvidence", Map.of(BRANCH_SECRETARY, OWN, ROUND_OFFICE, DOWNWARD, DESK_REVIEWER, DOWNWARD, PANEL_CHAIR, DOWNWARD,
                    COMMITTEE_SECRETARY, DOWNWARD, Post.COMMITTEE_MEMBER, DOWNWARD, ASSESSOR, ANYWHERE, APPEAL_PANEL, ANYWHERE,
                    DISCIPLINE_OFFICER, ANYWHERE, Post.AUDITOR, ANYWHERE)),
            entry("CompareAssessors", Map.of(Post.AUDITOR, ANYWHERE, ADMINISTRATOR, ANYWHERE, DISCIPLINE_OFFICER, ANYWHERE, ROUND_OFFICE,
                    DOWNWARD, PANEL_CHAIR, DOWNWARD)),
            entry("AskWhatIf", Map.of(Post.AUDITOR, ANYWHERE, ADMINISTRATOR, ANYWHERE, APPEAL_PANEL, ANYWHERE, ROUND_OFFICE, DOWNWARD,
                    COMMITTEE_SECRETARY, DOWNWARD)),
            entry("OpenRound", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("ProposeAssignment", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("CommitAssignment", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("SealRoster", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("AllocateQuota", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("ReallocateQuota", Map.of(COMMITTEE_SECRETARY, DOWNWARD)),
            entry("ResolveTie", Map.of(COMMITTEE_SECRETARY, DOWNWARD, ROUND_OFFICE, DOWNWARD)),
            entry("CloseRound", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("StartApplication", Map.of(BRANCH_SECRETARY, OWN)),
            entry("RecordSelfAssessment", Map.of(BRANCH_SECRETARY, OWN)),
            entry("SubmitApplication", Map.of(BRANCH_SECRETARY, OWN)),
            entry("WithdrawApplication", Map.of(BRANCH_SECRETARY, OWN)),
            entry("PutOnHold", Map.of(ROUND_OFFICE, DOWNWARD, COMMITTEE_SECRETARY, DOWNWARD, DISCIPLINE_OFFICER, ANYWHERE)),
            entry("ResumeApplication", Map.of(ROUND_OFFICE, DOWNWARD, COMMITTEE_SECRETARY, DOWNWARD)),
            entry("ReaddressApplication", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("AcceptApplication", Map.of(ROUND_OFFICE, DOWNWARD, DESK_REVIEWER, DOWNWARD)),
            entry("DeclineApplication", Map.of(ROUND_OFFICE, DOWNWARD, DESK_REVIEWER, DOWNWARD)),
            entry("ReturnForCompletion", Map.of(DESK_REVIEWER, DOWNWARD)),
            entry("CompleteDeskReview", Map.of(DESK_REVIEWER, DOWNWARD)),
            entry("AssignAssessors", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("CompleteSiteVisit", Map.of(ASSESSOR, ANYWHERE)),
            entry("ReviseEvidence", Map.of(BRANCH_SECRETARY, OWN)),
            entry("ShareDraft", Map.of(BRANCH_SECRETARY, OWN)),
            entry("OpenSurvey", Map.of(ROUND_OFFICE, DOWNWARD, DESK_REVIEWER, DOWNWARD)),
            entry("CountBallots", Map.of(ROUND_OFFICE, DOWNWARD, DESK_REVIEWER, DOWNWARD)),
            entry("JudgePart", Map.of(DESK_REVIEWER, ANYWHERE, ROUND_OFFICE, ANYWHERE, DISCIPLINE_OFFICER, ANYWHERE)),
            entry("StandByScores", Map.of(ASSESSOR, ANYWHERE)),
            entry("MigrateCase", Map.of(ROUND_OFFICE, DOWNWARD, COMMITTEE_SECRETARY, DOWNWARD)),
            entry("ReplyToFindings", Map.of(BRANCH_SECRETARY, OWN)),
            entry("RateReview", Map.of(BRANCH_SECRETARY, OWN)),
            entry("CloseSurvey", Map.of(ROUND_OFFICE, DOWNWARD, DESK_REVIEWER, DOWNWARD)),
            entry("SubmitScores", Map.of(ASSESSOR, ANYWHERE)),
            entry("ModerateScore", Map.of(PANEL_CHAIR, DOWNWARD)),
            entry("ConfirmScore", Map.of(PANEL_CHAIR, DOWNWARD)),
            entry("Decide", Map.of(COMMITTEE_SECRETARY, DOWNWARD)),
            entry("EraseStatement", Map.of(ADMINISTRATOR, ANYWHERE)),
            entry("PostNotice", Map.of(COMMITTEE_SECRETARY, DOWNWARD, ROUND_OFFICE, DOWNWARD)),
            entry("DismissObjection", Map.of(COMMITTEE_SECRETARY, DOWNWARD, ROUND_OFFICE, DOWNWARD)),
            entry("UpholdObjection", Map.of(COMMITTEE_SECRETARY, DOWNWARD, ROUND_OFFICE, DOWNWARD)),
            entry("Award", Map.of(COMMITTEE_SECRETARY, DOWNWARD)),
            entry("Downgrade", Map.of(DISCIPLINE_OFFICER, ANYWHERE, COMMITTEE_SECRETARY, DOWNWARD)),
            entry("SuspendStar", Map.of(DISCIPLINE_OFFICER, ANYWHERE, COMMITTEE_SECRETARY, DOWNWARD)),
            entry("ReinstateStar", Map.of(COMMITTEE_SECRETARY, DOWNWARD)),
            entry("WithdrawStar", Map.of(COMMITTEE_SECRETARY, DOWNWARD)),
            entry("RecordPlaqueReturned", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("GrantProvisionalLevel", Map.of(COMMITTEE_SECRETARY, DOWNWARD)),
            entry("RecordPastLevel", Map.of(COMMITTEE_SECRETARY, DOWNWARD)),
            entry("EffectAward", Map.of(COMMITTEE_SECRETARY, DOWNWARD)),
            entry("RequireCorrection", Map.of(DISCIPLINE_OFFICER, ANYWHERE, COMMITTEE_SECRETARY, DOWNWARD)),
            entry("ShowCorrection", Map.of(BRANCH_SECRETARY, OWN)),
            entry("RecheckCorrection", Map.of(DISCIPLINE_OFFICER, ANYWHERE, DESK_REVIEWER, DOWNWARD, ROUND_OFFICE, DOWNWARD)),
            entry("OpenSurveillance", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("CloseSurveillance", Map.of(ROUND_OFFICE, DOWNWARD, DESK_REVIEWER, DOWNWARD)),
            entry("RecordVeto", Map.of(DISCIPLINE_OFFICER, ANYWHERE, ROUND_OFFICE, DOWNWARD)),
            entry("UpholdComplaint", Map.of(DISCIPLINE_OFFICER, ANYWHERE, ROUND_OFFICE, DOWNWARD)),
            entry("NotePoints", Map.of(ROUND_OFFICE, DOWNWARD, DESK_REVIEWER, DOWNWARD)),
            entry("RecognisePractice", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("PairBranch", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("EndPairing", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("LodgeAppeal", Map.of(BRANCH_SECRETARY, OWN)),
            entry("AdmitAppeal", Map.of(COMMITTEE_SECRETARY, DOWNWARD)),
            entry("FindInadmissible", Map.of(COMMITTEE_SECRETARY, DOWNWARD)),
            entry("SubmitAppealEvidence", Map.of(BRANCH_SECRETARY, OWN)),
            entry("ReplaceDecision", Map.of(APPEAL_PANEL, ANYWHERE)),
            entry("ReviewDecision", Map.of(COMMITTEE_SECRETARY, DOWNWARD)),
            entry("CloseFollowUp", Map.of(ROUND_OFFICE, DOWNWARD)),
            entry("DismissAppeal", Map.of(APPEAL_PANEL, ANYWHERE)),
            entry("UpholdAppeal", Map.of(APPEAL_PANEL, ANYWHERE)));

    private Policy() {
    }

    private static Map<Post, Reach> everyPost(Reach reach) {
        return Stream.of(Post.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> reach));
    }

    /** The house knows a command of that name which somebody who signs for it may take; what nobody signs for cannot be delegated. */
    public static boolean knows(String command) {
        return PERMITTED.containsKey(command) || command.equals("RaiseObjection");
    }

    /** The command is open to whoever comes, signed in or not. */
    public static boolean openToAnybody(String command) {
        return ANYBODY.contains(command);
    }

    /**
     * Whether these posts permit the command: empty, or the code of the refusal. A command this table does not name is for the
     * house alone.
     *
     * @param posts those held today
     */
    public static Optional<String> refusal(String command, List<Held> posts, Subject subject, Directory directory) {
        if (ANYBODY.contains(command)) {
            return Optional.empty();
        }
        return refusal(rule(command), posts, subject, directory);
    }

    /** How far each post reaches that permits the command at all. */
    static Map<Post, Reach> rule(String command) {
        return PERMITTED.getOrDefault(command, Map.of());
    }

    /** What a rule like this says. */
    static Optional<String> refusal(Map<Post, Reach> rule, List<Held> posts, Subject subject, Directory directory) {
        if (posts.stream().noneMatch(held -> rule.containsKey(held.post()))) {
            return Optional.of(POST_MISSING);
        }
        return posts.stream().anyMatch(held -> covers(rule, held, subject, directory)) ? Optional.empty() : Optional.of(NOT_YOUR_BODY);
    }

    /** The post that permits the command about the subject; the first of several. */
    public static Optional<Held> permitting(String command, List<Held> posts, Subject subject, Directory directory) {
        Map<Post, Reach> permitted = rule(command);
        return posts.stream().filter(held -> covers(permitted, held, subject, directory)).findFirst();
    }

    /** The posts that permit a command somewhere. */
    public static Set<Post> posts(String command) {
        return Set.copyOf(rule(command).keySet());
    }

    /** The commands that some of these posts permit somewhere. */
    public static Set<String> permitted(List<Held> posts) {
        return PERMITTED.entrySet().stream().filter(rule -> posts.stream().anyMatch(held -> rule.getValue().containsKey(held.post())))
                .map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    /** The commands that this post permits somewhere. */
    public static Set<String> permitted(Post post) {
        return PERMITTED.entrySet().stream().filter(rule -> rule.getValue().containsKey(post)).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean covers(Map<Post, Reach> permitted, Held held, Subject subject, Directory directory) {
        Reach reach = permitted.get(held.post());
        return reach != null && reach.covers(relation(held, subject, directory));
    }

    /** Where a subject stands to a post. */
    public static Relation relation(Held held, Subject subject, Directory directory) {
        if (held.branch() != null) {
            return held.branch().equals(subject.branch()) ? Relation.OWN : Relation.FOREIGN;
        }
        if (subject.branch() != null) {
            return directory.isUnder(subject.branch(), held.body()) ? Relation.SUBORDINATE : Relation.FOREIGN;
        }
        BodyId body = subject.body();
        if (held.body().equals(body)) {
            return Relation.OWN;
        }
        return body != null && directory.upward(body).anyMatch(held.body()::equals) ? Relation.SUBORDINATE : Relation.FOREIGN;
    }
}
