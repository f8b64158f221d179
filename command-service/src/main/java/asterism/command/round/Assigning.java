package asterism.command.round;

import asterism.command.application.ApplicationState;
import asterism.command.application.ApplicationState.SiteVisit;
import asterism.command.application.Dossier;
import asterism.command.core.Asked;
import asterism.command.core.Reading;
import asterism.command.round.Assignment.Candidate;
import asterism.command.round.Assignment.Need;
import asterism.command.round.RoundCommand.ProposeAssignment;
import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.events.ApplicationId;
import asterism.events.AssignmentPlan;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.UnreadableFact;
import asterism.policy.Directory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what a proposal of assignments goes by. */
final class Assigning {
    private Assigning() {
    }

    static Assignment assignment(ProposeAssignment wish, RoundOpened as, Asked asked, Reading reading) {
        Rules rules = RuleBook.rules(as.pin(), reading::document);
        LocalDate since = RoundCapability.since(rules, asked);
        List<Candidate> candidates = candidates(reading.directory(), asked.today());
        List<ApplicationState> underway = RoundCapability.applications(as.round(), reading).values().stream()
                .filter(ApplicationState::isUnderway).toList();
        List<Need> needs = underway.stream().filter(SiteVisit.class::isInstance).flatMap(state -> state.file().stream())
                .filter(dossier -> dossier.assessors().isEmpty()).map(dossier -> need(dossier, candidates, since, asked, reading)).toList();
        List<Set<PersonId>> panels = underway.stream().flatMap(state -> state.file().stream()).map(Dossier::assessors)
                .filter(people -> !people.isEmpty()).map(Set::copyOf).toList();
        return new Assignment(as.round(), needs, candidates, panels, Optional.ofNullable(wish.size()).orElse(rules.fewestAssessors()),
                Optional.ofNullable(wish.most()).orElse(Integer.MAX_VALUE));
    }

    private static List<Candidate> candidates(Directory directory, LocalDate day) {
        return directory.all(Post.ASSESSOR, day).stream().flatMap(person -> directory.held(person, day).stream()
                .filter(held -> held.post() == Post.ASSESSOR).map(Directory.Held::body).limit(1)
                .map(body -> new Candidate(person, body, directory.fields(person, day)))).toList();
    }

    private static Need need(Dossier dossier, List<Candidate> candidates, LocalDate since, Asked asked, Reading reading) {
        ApplicationId application = dossier.application();
        Directory directory = reading.directory();
        Set<PersonId> judges = dossier.judges();
        return new Need(application, directory.branch(application.branch()).orElseThrow().kind(), candidates.stream()
                .map(Candidate::person)
                .filter(person -> judges.contains(person)
                        || directory.tie(person, application.branch(), since, asked.today()).isPresent())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The plan a text is; empty where it is another. */
    static Optional<AssignmentPlan> plan(String text) {
        try {
            return Optional.of(AssignmentPlan.of(text));
        } catch (UnreadableFact _) {
            return Optional.empty();
        }
    }
}
