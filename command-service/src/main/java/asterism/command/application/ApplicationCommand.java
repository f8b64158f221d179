package asterism.command.application;

import asterism.command.core.Command;
import asterism.command.core.Evidenced;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Evidence;
import asterism.events.InvalidValue;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.ObjectionId;
import asterism.events.PersonId;
import asterism.events.Sha256;
import asterism.events.StreamId;
import asterism.events.Texts;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be asked of an application. Who asks, and the reason where one is due, come with the asking. */
public sealed interface ApplicationCommand extends Command {

    ApplicationId application();

    @Override
    default StreamId stream() {
        return StreamId.of(application());
    }

    record StartApplication(ApplicationId application) implements ApplicationCommand {
    }

    /** @param marks what the branch gives itself, by input or indicator; may be empty where the scheme asks none */
    record RecordSelfAssessment(ApplicationId application, List<Mark> marks, List<Evidence> evidence, String statement)
            implements ApplicationCommand, Evidenced {
        public RecordSelfAssessment {
            marks = few("marks", marks);
            evidence = few("evidence", evidence);
            Texts.statement("statement", statement);
        }
    }

    /**
     * Exchanges or adds files while the application is judged. What was judged before must then be looked at again.
     *
     * @param evidence all files there are now
     */
    record ReviseEvidence(ApplicationId application, List<Evidence> evidence) implements ApplicationCommand, Evidenced {
        public ReviseEvidence {
            evidence = some("evidence", evidence);
        }
    }

    /** @param codes SHA-256 of the codes that are given out, unseen, to the members */
    record ShareDraft(ApplicationId application, List<String> codes) implements ApplicationCommand {
        public ShareDraft {
            codes = hashes(codes);
        }
    }

    /** By whoever has a code; nobody knows who that is. */
    record CommentOnDraft(ApplicationId application, String code, String statement) implements ApplicationCommand {
        public CommentOnDraft {
            Texts.line("code", code);
            Texts.statement("statement", statement);
        }
    }

    /** Hands the application in, or again what was missing. */
    record SubmitApplication(ApplicationId application, @Nullable Level target) implements ApplicationCommand {
    }

    record AcceptApplication(ApplicationId application) implements ApplicationCommand {
    }

    /** Needs a reason. */
    record DeclineApplication(ApplicationId application) implements ApplicationCommand {
    }

    /** @param dueOn last day for handing in what is missing */
    record ReturnForCompletion(ApplicationId application, List<String> gaps, LocalDate dueOn) implements ApplicationCommand {
        public ReturnForCompletion {
            gaps = some("gaps", gaps);
            gaps.forEach(gap -> Texts.line("gaps", gap));
        }
    }

    /** Needs a reason. */
    record WithdrawApplication(ApplicationId application) implements ApplicationCommand {
    }

    record CompleteDeskReview(ApplicationId application, String findings) implements ApplicationCommand {
        public CompleteDeskReview {
            Texts.statement("findings", findings);
        }
    }

    /** @param lead one of the assessors */
    record AssignAssessors(ApplicationId application, List<PersonId> assessors, PersonId lead) implements ApplicationCommand {
        public AssignAssessors {
            assessors = some("assessors", assessors);
        }
    }

    /** @param marks what the visit itself establishes: the score inputs that no group of assessors gives */
    record CompleteSiteVisit(ApplicationId application, LocalDate visitedOn, String findings, List<Mark> marks)
            implements ApplicationCommand {
        public CompleteSiteVisit {
            Texts.statement("findings", findings);
            marks = few("marks", marks);
        }
    }

    /** @param answered at most {@code invited} */
    record CloseSurvey(ApplicationId application, int invited, int answered, List<Mark> marks) implements ApplicationCommand {
        public CloseSurvey {
            if (answered < 0 || answered > invited || invited > 10_000_000) {
                throw new InvalidValue("survey.impossible-turnout", "answered must lie between 0 and invited");
            }
            marks = few("marks", marks);
        }
    }

    /** @param codes SHA-256 of the codes that are given out, unseen, to those invited */
    record OpenSurvey(ApplicationId application, List<String> codes) implements ApplicationCommand {
        public OpenSurvey {
            codes = hashes(codes);
        }
    }

    /** By whoever has a code; nobody knows who that is. */
    record CastBallot(ApplicationId application, String code, List<Mark> marks) implements ApplicationCommand {
        public CastBallot {
            Texts.line("code", code);
            marks = some("marks", marks);
        }
    }

    /** Closes a survey by ballots with what they say. */
    record CountBallots(ApplicationId application) implements ApplicationCommand {
    }

    /**
     * What the department of the person who asks gives for its part.
     *
     * @param part   its id in the scheme
     * @param judged the version of the self-assessment and evidence they looked at
     */
    record JudgePart(ApplicationId application, String part, int judged, List<Mark> marks) implements ApplicationCommand {
        public JudgePart {
            Texts.line("part", part);
            marks = some("marks", marks);
        }
    }

    /** The assessor who asks looked at the changed evidence, and the scores stay. */
    record StandByScores(ApplicationId application, int judged) implements ApplicationCommand {
    }

    /**
     * The scores of the assessor who asks.
     *
     * @param judged the version of the self-assessment they looked at
     */
    record SubmitScores(ApplicationId application, int judged, List<Mark> marks) implements ApplicationCommand {
        public SubmitScores {
            marks = some("marks", marks);
        }
    }

    /**
     * Replaces what one assessor gave. Needs a reason.
     *
     * @param to the new value, as the scheme writes it
     */
    record ModerateScore(ApplicationId application, PersonId assessor, String input, String to) implements ApplicationCommand {
        public ModerateScore {
            Texts.line("input", input);
            Texts.line("to", to);
        }
    }

    /** The panel chair stands for the score: its level is the proposal. */
    record ConfirmScore(ApplicationId application) implements ApplicationCommand {
    }

    /** By the house alone: what the round's quotas made of the proposal. */
    record PlaceInRound(ApplicationId application, Computed computed, String ranking, List<String> trace) implements ApplicationCommand {
        public PlaceInRound {
            trace = List.copyOf(trace);
        }
    }

    /**
     * The deciding body decides; the decision's id is the id of the command. A level other than the allocated one needs a reason.
     *
     * @param level   none to grant no rating
     * @param present the members who took part
     */
    record Decide(ApplicationId application, @Nullable Level level, List<PersonId> present) implements ApplicationCommand {
        public Decide {
            present = some("present", present);
        }
    }

    record PostNotice(ApplicationId application) implements ApplicationCommand {
    }

    /** Anybody may object; the objection's id is the id of the command. */
    record RaiseObjection(ApplicationId application, String statement) implements ApplicationCommand {
        public RaiseObjection {
            Texts.statement("statement", statement);
        }
    }

    /** Needs a reason; where the scheme asks for a vote, it is said who sat and how many of them are of that answer. */
    interface AnswerObjection {
        ApplicationId application();

        ObjectionId objection();

        /** Who sat over it; none where nobody voted. */
        @Nullable List<PersonId> present();

        /** How many of them are of this answer. */
        @Nullable Integer inFavour();

        /** Nobody where nobody voted. */
        default List<PersonId> sitting() {
            return Objects.requireNonNullElse(present(), List.of());
        }
    }

    record DismissObjection(ApplicationId application, ObjectionId objection, @Nullable List<PersonId> present, @Nullable Integer inFavour)
            implements ApplicationCommand, AnswerObjection {
        public DismissObjection {
            votes(present, inFavour);
        }
    }

    /** The application goes back to the deciding body. */
    record UpholdObjection(ApplicationId application, ObjectionId objection, @Nullable List<PersonId> present, @Nullable Integer inFavour)
            implements ApplicationCommand, AnswerObjection {
        public UpholdObjection {
            votes(present, inFavour);
        }
    }

    /**
     * Erases for good what somebody said without signing in. Needs a reason.
     *
     * @param statement the name of its key, as the fact tells it
     */
    record EraseStatement(ApplicationId application, String statement) implements ApplicationCommand {
        public EraseStatement {
            Texts.line("statement", statement);
        }
    }

    /** By the house alone, when the last day of a stage is over and the stage is not. */
    record RecordOverdue(ApplicationId application) implements ApplicationCommand {
    }

    /** By the house alone, on the day that was set: whoever must act is reminded of what is due. */
    record RemindOwner(ApplicationId application) implements ApplicationCommand {
    }

    /**
     * Stops the clock until the application is resumed. Needs a reason.
     *
     * @param linked the case it waits for, by its reference
     */
    record PutOnHold(ApplicationId application, HoldCause cause, @Nullable String linked) implements ApplicationCommand {
        public PutOnHold {
            if (linked != null) {
                Texts.line("linked", linked);
            }
        }
    }

    /** Needs a reason. */
    record ResumeApplication(ApplicationId application) implements ApplicationCommand {
    }

    /**
     * Lets a branch that came out of another go on with its application.
     *
     * @param dueOn last day for that branch to assess itself and hand in
     */
    record ReaddressApplication(ApplicationId application, BranchId to, LocalDate dueOn) implements ApplicationCommand {
    }

    /** By the house alone: what was re-addressed begins anew in the branch that takes it over. */
    record TakeOverApplication(ApplicationId application, ApplicationId of, LocalDate dueOn) implements ApplicationCommand {
    }

    /** By the house alone, when an appeal against the refusal was upheld. */
    record ReopenDecision(ApplicationId application, DecisionId decision, AppealId appeal) implements ApplicationCommand {
    }

    /**
     * By the house alone, when the branch is no more.
     *
     * @param successors the branches that came out of it
     * @param approval   reference of the order
     */
    record EndApplication(ApplicationId application, Reorganisation because, List<BranchId> successors, String approval)
            implements ApplicationCommand {
        public EndApplication {
            successors = List.copyOf(successors);
            Texts.line("approval", approval);
        }
    }

    /** By the house alone, when a year of a calendar is published: the last day that waits is counted again. */
    record RecountDays(ApplicationId application) implements ApplicationCommand {
    }

    /** By the house alone, when the last day of a notice is over. */
    record CloseNotice(ApplicationId application) implements ApplicationCommand {
    }

    /** Lets the application go on under another version of its scheme; else it stays under the one it was started with. Needs a reason. */
    record MigrateCase(ApplicationId application, String version) implements ApplicationCommand {
        public MigrateCase {
            Texts.line("version", version);
        }
    }

    /** What the branch says to the findings, to be published beside the rating. */
    record ReplyToFindings(ApplicationId application, String statement) implements ApplicationCommand {
        public ReplyToFindings {
            Texts.statement("statement", statement);
        }
    }

    /**
     * How far the review of one assessor helped the branch.
     *
     * @param helpful 1 to 5
     */
    record RateReview(ApplicationId application, PersonId assessor, int helpful) implements ApplicationCommand {
        public RateReview {
            if (helpful < 1 || helpful > 5) {
                throw new InvalidValue("review.helpfulness-range", "how far a review helped lies between 1 and 5");
            }
        }
    }

    /** The star begins today. */
    record Award(ApplicationId application) implements ApplicationCommand {
    }

    private static List<String> hashes(List<String> codes) {
        if (codes.isEmpty() || codes.size() > 5_000 || new HashSet<>(codes).size() < codes.size()) {
            throw new InvalidValue("codes.malformed", "1 to 5000 codes are needed, each another one");
        }
        codes.forEach(Sha256::check);
        return List.copyOf(codes);
    }

    private static void votes(@Nullable List<PersonId> present, @Nullable Integer inFavour) {
        int sitting = present == null ? -1 : some("present", present).size();
        if (inFavour == null ? present != null : inFavour < 0 || inFavour > sitting) {
            throw new InvalidValue("vote.impossible", "inFavour is how many of those present are of that answer");
        }
    }

    private static <T> List<T> some(String what, List<T> list) {
        if (list.isEmpty()) {
            throw new InvalidValue("list.empty", what + " must not be empty");
        }
        return few(what, list);
    }

    private static <T> List<T> few(String what, List<T> list) {
        if (list.size() > 500) {
            throw new InvalidValue("list.too-long", what + " has more than 500 entries");
        }
        return List.copyOf(list);
    }
}
