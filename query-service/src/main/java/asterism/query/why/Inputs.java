package asterism.query.why;

import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.Fact;
import asterism.events.Label;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.RoundEvent.TieResolved;
import asterism.query.course.Case;
import asterism.query.course.Case.Found;
import asterism.query.why.Node.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came from outside: scores with their assessors and moderation, marks of the visit, the survey, the level held before, a vote;
 * and the evidence handed in for it. What nobody gave rests on the scheme's own word for that, or on the panel as it was assigned.
 *
 * @param prior where the scheme looks back, the ruling it found
 * @param panel the fact that assigned the assessors
 */
record Inputs(Case of, Clauses clauses, Persons persons, @Nullable Node prior, @Nullable Fact panel, List<Fact> round) {

    Node node(String name, @Nullable String value) {
        List<Node> reasons = Stream.of(scores(name), established(name), survey(name), voted(name), held(name), evidence(name))
                .flatMap(List::stream).toList();
        Node node = clauses.cite(Node.of(Kind.INPUT, name, value), name);
        return reasons.isEmpty() ? node.said(clauses.pinned().fact()) : node.because(reasons);
    }

    /** In the order of the panel, which is all that tells assessors apart where they are not named. */
    private List<Node> scores(String name) {
        List<Node> scores = new ArrayList<>();
        Optional<Found<ScoresOpened>> opened = of.last(ScoresOpened.class);
        Map<PersonId, Map<String, Mark>> given = of.given();
        int place = 0;
        for (PersonId assessor : given.keySet()) {
            place++;
            Mark mark = given.getOrDefault(assessor, Map.of()).get(name);
            if (mark != null && opened.isPresent()) {
                scores.add(score(Integer.toString(place), assessor, mark, opened.get().fact()));
            }
        }
        return scores;
    }

    private Node score(String place, PersonId assessor, Mark mark, Fact opened) {
        Optional<Found<ScoresSubmitted>> sealed = of.all(ScoresSubmitted.class).stream()
                .filter(scores -> scores.event().assessor().equals(assessor)).reduce((_, later) -> later);
        List<Node> moderated = of.all(ScoreModerated.class).stream()
                .filter(each -> each.event().assessor().equals(assessor) && each.event().input().equals(mark.input()))
                .map(each -> Node.of(Kind.MODERATION, mark.input(), each.event().after()).was(each.event().before())
                        .noted(each.fact().envelope().reason()).by(persons.of(each.fact().envelope().actor())).said(each.fact()))
                .toList();
        return Node.of(Kind.SCORE, place, moderated.isEmpty() ? mark.cell() : moderated.getLast().value()).was(mark.cell())
                .noted(persons.remark(mark.remark())).by(persons.of(assessor))
                .detail("judged", sealed.map(scores -> scores.event().judged()).orElse(null))
                .detail("openedAt", opened.at().position()).said(sealed.map(Found::fact).orElse(opened)).because(moderated);
    }

    private List<Node> established(String name) {
        return of.all(SiteVisitCompleted.class).stream().flatMap(visit -> visit.event().marks().stream()
                .filter(mark -> mark.input().equals(name)).map(mark -> Node.of(Kind.VISIT, name, mark.cell())
                        .noted(persons.remark(mark.remark())).by(persons.of(visit.fact().envelope().actor()))
                        .detail("visitedOn", visit.event().visitedOn()).said(visit.fact()))).toList();
    }

    private List<Node> survey(String name) {
        return of.all(SurveyClosed.class).stream().flatMap(survey -> survey.event().marks().stream()
                .filter(mark -> mark.input().equals(name)).map(mark -> Node.of(Kind.SURVEY, name, mark.cell())
                        .detail("invited", survey.event().invited()).detail("answered", survey.event().answered())
                        .said(survey.fact()))).toList();
    }

    private List<Node> voted(String name) {
        return !clauses.isVote(name) ? List.of() : round.stream().flatMap(fact -> fact.event() instanceof TieResolved vote
                && vote.order().contains(of.application().branch())
                ? Stream.of(Node.of(Kind.TIE, vote.quota(), Integer.toString(vote.order().indexOf(of.application().branch()) + 1))
                        .detail("minutes", vote.minutes()).said(fact)) : Stream.<Node>empty()).toList();
    }

    private List<Node> held(String name) {
        return prior != null && clauses.isPriorLevel(name) ? List.of(prior) : List.of();
    }

    private List<Node> evidence(String name) {
        return of.last(SelfAssessmentRecorded.class).stream().flatMap(own -> own.event().evidence().stream()
                .filter(file -> file.input().equals(name)).map(file -> Node.of(Kind.EVIDENCE, file.sha256(), null)
                        .labelled(new Label(file.title(), file.title())).detail("version", own.event().version()).said(own.fact())))
                .toList();
    }
}
