package asterism.rating.whatif;

import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationDeclined;
import asterism.events.ApplicationEvent.ApplicationEnded;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationReaddressed;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartsOpened;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.Reorganised;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.Evidence;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.StandingEvent;
import asterism.rating.Input;
import asterism.rating.Scheme;
import asterism.rating.round.Case;
import asterism.rating.round.Marked;
import asterism.rating.round.Roster;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the facts of a world come to: who takes part, with what. */
final class World {
    private final Inputs inputs;
    private final Premises premises;
    private final Scheme scheme;
    private final long known;
    private final Set<Long> leftOut;
    private final Map<BranchId, LocalDate> countsFrom;
    private final Map<BranchId, String> kinds = new HashMap<>();
    private final Map<ApplicationId, Course> courses = new LinkedHashMap<>();
    private final List<TieResolved> votes = new ArrayList<>();
    private final Stars stars;
    private final Stars since;

    /** One application on its way. */
    private static final class Course {
        private Marked marked = Marked.NOTHING;
        private final Map<PersonId, Integer> judged = new HashMap<>();
        private final Map<String, Integer> parts = new HashMap<>();
        private final Map<Integer, List<Evidence>> evidence = new HashMap<>();
        private boolean ranked;
    }

    World(Inputs inputs, Premises premises, Runnable step) {
        this.inputs = inputs;
        this.premises = premises;
        scheme = premises.scheme();
        known = premises.known();
        leftOut = premises.leftOut();
        countsFrom = premises.countsFrom();
        List<Level> scale = scheme.levels().stream().map(level -> new Level(level.code())).toList();
        stars = new Stars(scale, premises.fates(), inputs.round());
        since = new Stars(scale, premises.fates(), inputs.round());
        long last = premises.lastKnown(Long.MAX_VALUE);
        inputs.facts().stream().filter(this::counts).forEach(fact -> {
            if (fact.position() <= (isOfRoster(fact.event()) ? inputs.ranked() : known)) {
                take(fact);
            }
            if (fact.position() <= last) {
                since.take(fact.event());
            }
            step.run();
        });
    }

    private boolean counts(Known fact) {
        LocalDate from = fact.event().about().map(countsFrom::get).orElse(null);
        return !leftOut.contains(fact.position()) && (from == null || !Premises.isBefore(fact, from));
    }

    /** Who takes part is settled when the seats are given out; what counts for them, by what is known. */
    private static boolean isOfRoster(Event event) {
        return event instanceof LevelProposed || event instanceof ApplicationWithdrawn || event instanceof ApplicationEnded
                || event instanceof ApplicationLapsed || event instanceof ApplicationDeclined || event instanceof ApplicationReaddressed
                || event instanceof BranchRegistered;
    }

    private void take(Known fact) {
        switch (fact.event()) {
            case ApplicationEvent event -> take(event, courses.computeIfAbsent(event.application(), _ -> new Course()));
            case BranchRegistered branch -> kinds.put(branch.branch(), branch.kind());
            case Reorganised _, StandingEvent _ -> stars.take(fact.event());
            case TieResolved vote -> votes.add(vote);
            case Event _ -> { }
        }
    }

    private void take(ApplicationEvent event, Course course) {
        BranchId branch = event.application().branch();
        switch (event) {
            case SelfAssessmentRecorded assessed -> course.evidence.put(assessed.version(), assessed.evidence());
            case EvidenceRevised revised -> course.evidence.put(revised.version(), revised.evidence());
            case AssessorsAssigned panel -> course.marked = course.marked.assigned(
                    panel.assessors().stream().filter(person -> premises.judges(branch, person)).toList());
            case SiteVisitCompleted visit -> course.marked = course.marked.established(visit.marks());
            case SurveyClosed survey -> course.marked = course.marked.established(survey.marks());
            case ScoresSubmitted scores -> course.judged.put(scores.assessor(), scores.judged());
            case ScoresStoodBy stays -> course.judged.computeIfPresent(stays.assessor(), (_, _) -> stays.judged());
            case PartJudged part -> course.parts.put(part.part(), part.judged());
            case PartsOpened opened -> opened.parts().stream().filter(one -> course.parts.containsKey(one.part())).forEach(one ->
                    course.marked = course.marked.judged(one.part(), one.marks()));
            case ScoresOpened opened -> opened.scores().stream().filter(one -> isGiven(one, course, branch)).forEach(one ->
                    course.marked = course.marked.scored(one.assessor(), one.marks()));
            case ScoreModerated score -> course.marked = course.marked.scores().containsKey(score.assessor())
                    ? course.marked.moderated(score.assessor(), score.input(), score.after()) : course.marked;
            case LevelProposed _ -> course.ranked = true;
            case ApplicationWithdrawn _, ApplicationEnded _, ApplicationLapsed _, ApplicationDeclined _, ApplicationReaddressed _ ->
                    course.ranked = false;
            case ApplicationEvent _ -> { }
        }
    }

    /** What was opened of a score that was never handed in is nothing. */
    private boolean isGiven(Scores scores, Course course, BranchId branch) {
        return course.judged.containsKey(scores.assessor()) && premises.judges(branch, scores.assessor());
    }

    /** Everybody who takes part. */
    Roster roster() {
        boolean looksBack = scheme.inputs().values().stream().anyMatch(input -> input.source() == Input.Source.PRIOR_LEVEL);
        return new Roster(scheme, inputs.year(), courses.entrySet().stream().filter(one -> one.getValue().ranked).map(one -> {
            BranchId branch = one.getKey().branch();
            Level prior = looksBack ? stars.of(branch).on(inputs.day()).map(Entry::level).orElse(null) : null;
            String kind = Optional.ofNullable(kinds.get(branch))
                    .orElseThrow(() -> new IllegalStateException(branch + " takes part and was never registered"));
            return new Case(one.getKey(), kind, marked(branch, one.getValue()), prior);
        }).toList(), votes);
    }

    /** The level a branch holds on a day, by all that is known by now. */
    Optional<Level> held(BranchId branch, LocalDate day) {
        return since.of(branch).on(day).map(Entry::level);
    }

    private Marked marked(BranchId branch, Course course) {
        Marked marked = course.marked;
        for (Suppose.WithoutScore without : premises.scoresLeftOut(branch)) {
            marked = marked.without(without.assessor(), without.input());
        }
        Set<String> gone = premises.evidenceLeftOut();
        if (gone.isEmpty()) {
            return marked;
        }
        for (Map.Entry<PersonId, Integer> judged : course.judged.entrySet()) {
            for (String input : supported(course.evidence.getOrDefault(judged.getValue(), List.of()), gone)) {
                marked = marked.without(judged.getKey(), input);
            }
        }
        for (Map.Entry<String, Integer> judged : course.parts.entrySet()) {
            for (String input : supported(course.evidence.getOrDefault(judged.getValue(), List.of()), gone)) {
                marked = marked.without(judged.getKey(), input);
            }
        }
        Set<String> last = course.evidence.keySet().stream().max(Integer::compare)
                .map(version -> supported(course.evidence.getOrDefault(version, List.of()), gone)).orElse(new HashSet<>());
        for (String input : last) {
            marked = marked.without(input);
        }
        return marked;
    }

    private static Set<String> supported(List<Evidence> evidence, Set<String> gone) {
        return evidence.stream().filter(file -> gone.contains(file.sha256())).map(Evidence::input).collect(Collectors.toSet());
    }
}
