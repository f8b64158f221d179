package asterism.query.web.asking;

import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.InvalidValue;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.Post;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.Outcome;
import asterism.policy.Directory;
import asterism.query.applications.ApplicationsQuestion;
import asterism.query.applications.Dossier;
import asterism.query.applications.FactsQuestion;
import asterism.query.course.Stage;
import asterism.query.directory.WhoIsWho.Names;
import asterism.query.directory.WhoIsWho;
import asterism.query.rating.StarsQuestion;
import asterism.query.reading.Answer;
import asterism.query.schemes.Rubric.Giver;
import asterism.query.schemes.Rubric;
import asterism.query.schemes.SchemesQuestion;
import asterism.query.web.Words;
import asterism.query.web.asking.Drawn.Option;
import asterism.rating.Scheme;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be chosen in a form, from what is known of its subject. */
@Component
class Options {
    private static final List<Post> OVER_OBJECTIONS = List.of(Post.COMMITTEE_SECRETARY, Post.COMMITTEE_MEMBER, Post.APPEAL_PANEL,
            Post.DISCIPLINE_OFFICER, Post.ROUND_OFFICE);
    private final FactsQuestion facts;
    private final SchemesQuestion schemes;
    private final ApplicationsQuestion applications;
    private final StarsQuestion stars;
    private final WhoIsWho who;
    private final Words words;

    Options(FactsQuestion facts, SchemesQuestion schemes, ApplicationsQuestion applications, StarsQuestion stars, WhoIsWho who,
            Words words) {
        this.facts = facts;
        this.schemes = schemes;
        this.applications = applications;
        this.stars = stars;
        this.who = who;
        this.words = words;
    }

    /** What a form is about, read once. */
    record About(Form form, String subject, Dossier dossier, Optional<Scheme> scheme, Rubric rubric, LocalDate today) {
        List<Rubric.Item> asked() {
            return switch (form.command()) {
                case "SubmitScores", "ModerateScore" -> rubric.askedOf(Giver.ASSESSOR);
                case "CompleteSiteVisit" -> rubric.askedOf(Giver.VISIT);
                case "CloseSurvey", "CastBallot" -> rubric.askedOf(Giver.SURVEY);
                case "RecordSelfAssessment" -> Stream.of(Giver.ASSESSOR, Giver.VISIT).flatMap(giver -> rubric.askedOf(giver).stream())
                        .toList();
                case String _ -> rubric.items();
            };
        }

        String branch() {
            return form.stream().equals("application") ? ApplicationId.of(subject).branch().value() : subject;
        }
    }

    /** @throws InvalidValue where the subject cannot be one */
    About about(Form form, String subject) {
        Answer<List<FactsQuestion.Told>> told = facts.told(switch (form.stream()) {
            case "application" -> "application/" + ApplicationId.of(subject);
            case "branch", "standing" -> latest(new BranchId(subject).value()).map("application/"::concat).orElse("");
            case String stream -> stream + "/" + subject;
        });
        Dossier dossier = new Dossier(told.answer());
        Optional<Scheme> scheme = dossier.pin().flatMap(schemes::pinned);
        return new About(form, subject, dossier, scheme, scheme.map(found -> Rubric.of(found, kind(form, subject))).orElse(
                new Rubric(List.of())), told.at().today());
    }

    private Optional<String> latest(String branch) {
        return applications.of(branch).answer().stream().findFirst().map(ApplicationsQuestion.Head::application);
    }

    private String kind(Form form, String subject) {
        BranchId branch = form.stream().equals("application") ? ApplicationId.of(subject).branch() : new BranchId(subject);
        return who.directory().branch(branch).map(registered -> registered.kind()).orElse("");
    }

    List<Option> of(Field field, About about) {
        return switch (field.name()) {
            case "level", "target", "to" -> field.kind() == Field.Kind.CHOICE ? about.scheme().map(this::levels).orElse(List.of())
                    : List.of();
            case "assessors", "lead" -> people(Post.ASSESSOR, about.today());
            case "present" -> named((about.form().command().equals("Decide") ? Stream.of(Post.COMMITTEE_MEMBER) : OVER_OBJECTIONS.stream())
                    .flatMap(post -> who.directory().holders(post, about.today()).stream()).distinct());
            case "voters" -> people(Post.COMMITTEE_MEMBER, about.today());
            case "panel" -> panel(about);
            case "version" -> field.kind() == Field.Kind.CHOICE ? schemes.scheme(about.subject()).answer().versions().stream()
                    .map(version -> version.scheme().version()).map(version -> new Option(version, version)).toList() : List.of();
            case "round" -> facts.streams("round/", "round.opened/1").answer().stream().map(stream -> stream.substring("round/".length()))
                    .map(round -> new Option(round, round)).toList().reversed();
            case "part" -> about.dossier().parts().stream().map(part -> new Option(part, part)).toList();
            case "occasion" -> Arrays.stream(Occasion.values()).map(occasion -> new Option(occasion.name(),
                    words.say("occasion.", occasion.name()))).toList();
            case "assessor" -> named(about.dossier().scores().stream().map(scores -> scores.assessor()));
            case "input", "item", "items" -> about.asked().stream().map(item -> new Option(item.name(), words.name(item.label()))).toList();
            case "outcome" -> Arrays.stream(Outcome.values()).map(outcome -> new Option(outcome.name(),
                    words.say("outcome.", outcome.name()))).toList();
            case "cause" -> Arrays.stream(HoldCause.values()).map(cause -> new Option(cause.name(), words.say("cause.", cause.name())))
                    .toList();
            case "contested" -> Stream.concat(decisions(about.subject(), _ -> true).stream(), refusals(about.subject())).toList();
            case "decision" -> {
                Set<String> open = Outstanding.of(facts.told("standing/" + about.subject()).answer()).decisions();
                yield decisions(about.subject(), decision -> open.contains(decision.because()));
            }
            case "action" -> Outstanding.of(facts.told("standing/" + about.subject()).answer()).actions().entrySet().stream()
                    .map(action -> new Option(action.getKey(), words.name(action.getValue()))).toList();
            case "application" -> applications.of(about.branch()).answer().stream().map(head -> new Option(head.application(),
                    head.round())).toList();
            case String _ -> List.of();
        };
    }

    private List<Option> levels(Scheme scheme) {
        return scheme.levels().reversed().stream().map(level -> new Option(level.code(), words.name(level.label()))).toList();
    }

    private List<Option> decisions(String branch, Predicate<StarsQuestion.Decided> wanted) {
        return stars.told(branch).answer().decisions().stream().filter(wanted.and(decision -> !decision.struck()))
                .map(decision -> new Option(
                decision.because(), words.say("decided." + decision.kind(), words.level(decision.level())) + " · "
                        + words.day(decision.effectiveOn()))).toList();
    }

    /** The decisions that granted the branch no star. */
    private Stream<Option> refusals(String branch) {
        return applications.of(branch).answer().stream().filter(head -> head.stage() == Stage.NOT_GRANTED)
                .flatMap(head -> Stream.ofNullable(head.decision()).map(decision -> new Option(decision,
                        words.say("stage.", head.stage().name()) + " · " + head.round())));
    }

    /** Who may judge an appeal; whoever has a tie to the branch, or had a part in what is contested, stands back and cannot be chosen. */
    private List<Option> panel(About about) {
        Directory directory = who.directory();
        Hearing hearing = Hearing.of(facts, applications, about.subject());
        Names names = who.names();
        return directory.holders(Post.APPEAL_PANEL, about.today()).stream().map(person -> new Option(person.value(),
                names.of(person.value()).orElse(person.value()), hearing.part(person).map(part -> words.say("part.", part.name()))
                .or(() -> hearing.branch().flatMap(branch -> directory.tie(person, branch, about.today(), about.today()))
                        .map(tie -> words.say("tie.", tie.name()))).orElse(null))).toList();
    }

    private List<Option> people(Post post, LocalDate day) {
        return named(who.directory().holders(post, day).stream());
    }

    private List<Option> named(Stream<PersonId> people) {
        Names names = who.names();
        return people.map(person -> new Option(person.value(), names.of(person.value()).orElse(person.value()))).toList();
    }

    /** What stands in the field before anybody has filled it in. */
    List<String> given(Field field, About about) {
        Dossier dossier = about.dossier();
        return switch (about.form().command() + "." + field.name()) {
            case "SubmitScores.judged", "StandByScores.judged", "JudgePart.judged" -> Stream.ofNullable(dossier.handedIn())
                    .map(handedIn -> Integer.toString(handedIn.version())).toList();
            case "RecordSelfAssessment.statement" -> Stream.ofNullable(dossier.handedIn()).map(last -> last.statement())
                    .toList();
            case "RecordSelfAssessment.evidence", "ReviseEvidence.evidence" -> Stream.ofNullable(dossier.handedIn())
                    .flatMap(last -> last.evidence().stream()).map(file -> Filled.file(file.sha256(), file.input(), file.title()))
                    .toList();
            case "Decide.level" -> Stream.ofNullable(dossier.allocated()).flatMap(allocated -> Stream.ofNullable(allocated.computed()
                    .level())).map(level -> level.code()).toList();
            case "CompleteSiteVisit.visitedOn", "ReinstateStar.from", "Downgrade.from", "SuspendStar.from", "WithdrawStar.from",
                 "PairBranch.from", "EffectAward.from", "RecordPlaqueReturned.on" -> List.of(about.today().toString());
            case "LodgeAppeal.branch", "StartApplication.application" -> List.of(about.subject());
            case "LodgeAppeal.appeal" -> List.of("appeal-" + about.today() + "-" + about.subject());
            case String _ -> List.of();
        };
    }

    /** The mark that stands for an item before anybody has given one here. */
    String mark(String item, About about) {
        return about.form().command().equals("RecordSelfAssessment") ? Stream.ofNullable(about.dossier().handedIn())
                .flatMap(last -> last.marks().stream()).filter(mark -> mark.input().equals(item)).map(mark -> mark.cell())
                .findFirst().orElse("") : "";
    }
}
