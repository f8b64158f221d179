package asterism.query.web.asking;

import asterism.query.reading.Refused;
import asterism.query.web.asking.Field.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every command that people give on a page. */
public final class Forms {
    private static final Map<String, Form> ALL = Stream.of(applying(), reviewing(), surveying(), deciding(), appealing(), standing(),
            watching(), rounds(), schemes())
            .flatMap(List::stream).collect(Collectors.toUnmodifiableMap(Form::command, Function.identity()));

    private Forms() {
    }

    /** The names of all commands with a form. */
    public static Set<String> commands() {
        return ALL.keySet();
    }

    public static Optional<Form> of(String command) {
        return Optional.ofNullable(ALL.get(command));
    }

    /** @throws Refused where there is no such form */
    static Form required(String command) {
        return of(command).orElseThrow(() -> Refused.unknown("command.unknown", "There is no such form."));
    }

    private static List<Form> applying() {
        return List.of(
                new Form("StartApplication", "application", "applications", false, List.of(given("application"))),
                application("RecordSelfAssessment", "self-assessment").with(marks(), evidence(), text("statement")),
                application("SubmitApplication", "submission").with(choice("target").mayBeEmpty()),
                application("WithdrawApplication", "withdrawal").reason(),
                application("ReviseEvidence", "evidence").with(evidence()),
                application("ReplyToFindings", "reply").with(text("statement")),
                application("RateReview", "reviews/{assessor}/helpfulness").with(choice("assessor"), number("helpful")).unguarded());
    }

    private static List<Form> surveying() {
        return List.of(
                application("ShareDraft", "draft-sharing").with(Field.of("codes", Kind.LINES)),
                application("CommentOnDraft", "comments").with(line("code"), text("statement")).unguarded(),
                application("OpenSurvey", "ballot-survey").with(Field.of("codes", Kind.LINES)),
                application("CastBallot", "ballots").with(line("code"), marks()).unguarded(),
                application("CountBallots", "ballot-count").unguarded(),
                application("CloseSurvey", "survey").with(number("invited"), number("answered"), marks()).unguarded());
    }

    private static List<Form> reviewing() {
        return List.of(
                application("AcceptApplication", "acceptance"),
                application("DeclineApplication", "decline").reason(),
                application("ReturnForCompletion", "return").with(Field.of("gaps", Kind.LINES), day("dueOn")),
                application("CompleteDeskReview", "desk-review").with(text("findings")),
                application("AssignAssessors", "assessors").with(many("assessors"), choice("lead")),
                application("CompleteSiteVisit", "site-visit").with(day("visitedOn"), text("findings"), marks()),
                application("JudgePart", "parts/{part}").with(choice("part"), Field.of("judged", Kind.GIVEN_NUMBER), marks()).unguarded(),
                application("StandByScores", "scores/confirmation").with(Field.of("judged", Kind.GIVEN_NUMBER)).unguarded(),
                application("MigrateCase", "migration").with(line("version")).reason(),
                application("SubmitScores", "scores").with(Field.of("judged", Kind.GIVEN_NUMBER), marks()).unguarded(),
                application("ModerateScore", "moderation").with(choice("assessor"), choice("input"), line("to")).reason(),
                application("ConfirmScore", "confirmation").mayGiveReason());
    }

    private static List<Form> deciding() {
        return List.of(
                application("Decide", "decision").with(choice("level").mayBeEmpty(), many("present")).mayGiveReason(),
                application("PostNotice", "notice"),
                application("RaiseObjection", "objections").with(text("statement")).unguarded(),
                application("DismissObjection", "objections/{objection}/dismissal").with(given("objection"), many("present").mayBeEmpty(),
                        number("inFavour").mayBeEmpty()).reason(),
                application("UpholdObjection", "objections/{objection}/upholding").with(given("objection"), many("present").mayBeEmpty(),
                        number("inFavour").mayBeEmpty()).reason(),
                application("Award", "award"),
                application("PutOnHold", "hold").with(choice("cause"), line("linked").mayBeEmpty()).reason(),
                application("ResumeApplication", "resumption").reason(),
                application("ReaddressApplication", "readdressing").with(line("to"), day("dueOn")));
    }

    private static List<Form> appealing() {
        return List.of(
                new Form("LodgeAppeal", "branch", "appeals", false, List.of(given("appeal"), given("branch"), choice("contested"),
                        line("ground"), many("items").mayBeEmpty(), text("statement"))),
                appeal("AdmitAppeal", "admission").with(many("panel")),
                appeal("FindInadmissible", "inadmissibility").with(line("code")).reason(),
                appeal("DismissAppeal", "dismissal").reason(),
                appeal("UpholdAppeal", "upholding").reason(),
                appeal("SubmitAppealEvidence", "evidence").with(evidence(), text("statement")).unguarded(),
                appeal("ReplaceDecision", "replacement").with(line("level").mayBeEmpty()).reason());
    }

    private static List<Form> standing() {
        return List.of(
                star("Downgrade", "downgrade").with(choice("to").mayBeEmpty(), line("ground"), day("factOn"), day("from")).reason(),
                star("SuspendStar", "suspension").with(line("ground"), day("factOn"), day("from"), day("lastDay").mayBeEmpty()).reason(),
                star("ReinstateStar", "reinstatement").with(day("from")).reason(),
                star("WithdrawStar", "star-withdrawal").with(line("ground"), day("factOn"), day("from")).reason(),
                star("RecordPlaqueReturned", "plaque-return").with(day("on")),
                star("RequireCorrection", "correction").with(line("ground"), text("demand"), day("factOn"), day("dueOn").mayBeEmpty())
                        .reason(),
                star("ShowCorrection", "correction/evidence").with(evidence(), text("statement")),
                star("RecheckCorrection", "correction/recheck").with(Field.of("cured", Kind.YES_NO), text("finding")),
                star("CloseSurveillance", "surveillance/finding").with(choice("outcome"), text("finding")),
                star("UpholdComplaint", "complaints").with(line("matter"), day("factOn"), text("finding")),
                star("NotePoints", "points").with(choice("item"), line("points"), day("factOn"), text("statement")),
                star("PairBranch", "pairings").with(line("strong"), text("purpose"), day("from")),
                star("EndPairing", "pairings/{strong}/end").with(given("strong"), text("result")),
                star("EffectAward", "award-effect").with(choice("application"), day("from")).reason(),
                star("ReviewDecision", "decisions/{decision}/review").with(choice("decision"), Field.of("stands", Kind.YES_NO),
                        text("finding")),
                star("CloseFollowUp", "follow-ups/{action}/end").with(choice("action"), text("finding")));
    }

    private static List<Form> watching() {
        return List.of(
                star("OpenSurveillance", "surveillance").with(line("surveillance"), choice("occasion"), line("trigger").mayBeEmpty()),
                star("RecordVeto", "vetoes").with(line("veto"), day("factOn"), evidence(), text("statement")),
                star("RecognisePractice", "practices").with(choice("item"), line("title"), evidence()));
    }

    private static List<Form> rounds() {
        return List.of(round("SealRoster", "roster"), round("AllocateQuota", "allocation"), round("CloseRound", "close"),
                round("ReallocateQuota", "reallocations").with(line("quota"), Field.of("to", Kind.LINES), line("minutes")).reason(),
                round("ResolveTie", "tie").with(given("quota"), Field.of("order", Kind.LINES), many("voters"), line("minutes")));
    }

    private static List<Form> schemes() {
        return List.of(scheme("ReportImpact", "impacts").with(choice("version"), choice("round")),
                scheme("ActivateSchemeVersion", "activations").with(choice("version"), day("from")));
    }

    private static Form scheme(String command, String path) {
        return new Form(command, "scheme", "schemes/{subject}/" + path, true, List.of());
    }

    private static Form application(String command, String path) {
        return new Form(command, "application", "applications/{subject}/" + path, true, List.of());
    }

    private static Form appeal(String command, String path) {
        return new Form(command, "appeal", "appeals/{subject}/" + path, true, List.of());
    }

    private static Form star(String command, String path) {
        return new Form(command, "standing", "branches/{subject}/" + path, true, List.of());
    }

    private static Form round(String command, String path) {
        return new Form(command, "round", "rounds/{subject}/" + path, true, List.of());
    }

    private static Field text(String name) {
        return Field.of(name, Kind.TEXT);
    }

    private static Field line(String name) {
        return Field.of(name, Kind.LINE);
    }

    private static Field day(String name) {
        return Field.of(name, Kind.DAY);
    }

    private static Field number(String name) {
        return Field.of(name, Kind.NUMBER);
    }

    private static Field choice(String name) {
        return Field.of(name, Kind.CHOICE);
    }

    private static Field many(String name) {
        return Field.of(name, Kind.MANY);
    }

    private static Field given(String name) {
        return Field.of(name, Kind.GIVEN);
    }

    private static Field evidence() {
        return Field.of("evidence", Kind.EVIDENCE).mayBeEmpty();
    }

    private static Field marks() {
        return Field.of("marks", Kind.MARKS);
    }
}
