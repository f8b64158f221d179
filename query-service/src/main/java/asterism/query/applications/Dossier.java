package asterism.query.applications;

import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.FormerPartsOpened;
import asterism.events.ApplicationEvent.FormerScoresOpened;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ObjectionsUntil;
import asterism.events.ApplicationEvent.PartsAsked;
import asterism.events.ApplicationEvent.PartsOpened;
import asterism.events.ApplicationEvent.ReviewRated;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationEvent.SurveyOpened;
import asterism.events.Event;
import asterism.events.Evidence;
import asterism.events.Mark;
import asterism.events.ObjectionId;
import asterism.events.Pin;
import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.applications.FactsQuestion.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lies on the table of a case: the facts of one application, asked by their kind. */
public record Dossier(List<Told> facts) {

    public Dossier {
        facts = List.copyOf(facts);
    }

    /**
     * An objection and what became of it.
     *
     * @param statement none where it is withheld
     * @param outcome   {@code OPEN}, {@code DISMISSED} or {@code UPHELD}
     * @param finding   the reason given with the outcome
     */
    public record Objection(String id, @Nullable String statement, Line raised, String outcome, @Nullable String finding) {
    }

    /**
     * A version of what was handed in.
     *
     * @param version   counted from 1
     * @param evidence  the files there were then
     */
    public record HandedIn(int version, List<Mark> marks, List<Evidence> evidence, String statement) {
    }

    /** @param version of what was handed in, for which it was given */
    public record Former(String cell, int version) {
    }

    public Optional<Pin> pin() {
        return last(ApplicationStarted.class).map(ApplicationStarted::pin);
    }

    /** What the branch handed in, version by version: each self-assessment, and each later exchange of files beside what it had said. */
    public List<HandedIn> versions() {
        List<HandedIn> versions = new ArrayList<>();
        for (Told told : facts) {
            if (told.event() instanceof SelfAssessmentRecorded own) {
                versions.add(new HandedIn(own.version(), own.marks(), own.evidence(), own.statement()));
            } else if (told.event() instanceof EvidenceRevised revised && !versions.isEmpty()) {
                HandedIn before = versions.getLast();
                versions.add(new HandedIn(revised.version(), before.marks(), revised.evidence(), before.statement()));
            }
        }
        return versions;
    }

    /** What is to be judged now; none where nothing was handed in. */
    public @Nullable HandedIn handedIn() {
        List<HandedIn> versions = versions();
        return versions.isEmpty() ? null : versions.getLast();
    }

    /** Assessors who judged an earlier version and have not said since that they stand by it. */
    public Set<String> outdated() {
        HandedIn now = handedIn();
        Map<String, Integer> judged = new TreeMap<>();
        facts.stream().map(Told::event).forEach(event -> {
            if (event instanceof ScoresSubmitted scores) {
                judged.put(scores.assessor().value(), scores.judged());
            } else if (event instanceof ScoresStoodBy stays) {
                judged.put(stays.assessor().value(), stays.judged());
            }
        });
        return now == null ? Set.of() : judged.entrySet().stream().filter(each -> each.getValue() < now.version()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public @Nullable ApplicationSubmitted submitted() {
        return last(ApplicationSubmitted.class).orElse(null);
    }

    /** The last day of the stage that has one, as last set. */
    public @Nullable StageDue due() {
        return last(StageDue.class).orElse(null);
    }

    public @Nullable ApplicationReturned returned() {
        return last(ApplicationReturned.class).orElse(null);
    }

    public @Nullable DeskReviewCompleted deskReview() {
        return last(DeskReviewCompleted.class).orElse(null);
    }

    public @Nullable AssessorsAssigned panel() {
        return last(AssessorsAssigned.class).orElse(null);
    }

    public @Nullable SiteVisitCompleted visit() {
        return last(SiteVisitCompleted.class).orElse(null);
    }

    public @Nullable SurveyClosed survey() {
        return last(SurveyClosed.class).orElse(null);
    }

    /** The parts that departments are to judge, by their ids. */
    public List<String> parts() {
        return last(PartsAsked.class).stream().flatMap(asked -> asked.parts().stream()).map(part -> part.part()).toList();
    }

    /** Ballots may be cast. */
    public boolean surveyIsOpen() {
        return last(SurveyOpened.class).isPresent() && survey() == null;
    }

    /** It waits, and its clock with it. */
    public boolean isHeld() {
        return facts.stream().map(Told::event).filter(event -> event instanceof ApplicationHeld || event instanceof ApplicationResumed)
                .reduce((_, later) -> later).filter(ApplicationHeld.class::isInstance).isPresent();
    }

    /** Assessors whose scores are in, sealed or open. */
    public Set<String> scored() {
        return all(ScoresSubmitted.class).stream().map(scores -> scores.assessor().value()).collect(Collectors.toSet());
    }

    /** How far the review of an assessor helped the branch, 1 to 5, as it said when all was over; none where it did not say. */
    public @Nullable Integer helpful(String assessor) {
        return all(ReviewRated.class).stream().filter(rated -> rated.assessor().value().equals(assessor)).map(ReviewRated::helpful)
                .findFirst().orElse(null);
    }

    /** What each assessor gave; empty until all is opened. */
    public List<Scores> scores() {
        return last(ScoresOpened.class).map(ScoresOpened::scores).orElse(List.of());
    }

    public List<ScoreModerated> moderated() {
        return all(ScoreModerated.class);
    }

    public @Nullable ScoreComputed computed() {
        return last(ScoreComputed.class).orElse(null);
    }

    public @Nullable LevelProposed proposed() {
        return last(LevelProposed.class).orElse(null);
    }

    public @Nullable LevelAllocated allocated() {
        return last(LevelAllocated.class).orElse(null);
    }

    public @Nullable LevelDecided decided() {
        return last(LevelDecided.class).orElse(null);
    }

    /**
     * The days of a public notice as they stand now.
     *
     * @param pausedOn        the day on which they were stopped; none where they run
     * @param objectionsUntil the last day for objections, where it is not that of the notice
     */
    public record NoticeDays(LocalDate postedOn, LocalDate lastDay, boolean provisional, @Nullable LocalDate pausedOn,
                             @Nullable LocalDate objectionsUntil) {

        /** Objections are taken on that day, while the notice stands. */
        public boolean takesObjections(LocalDate day) {
            return objectionsUntil != null ? !day.isAfter(objectionsUntil) : pausedOn != null || !day.isAfter(lastDay);
        }

        private static @Nullable NoticeDays after(@Nullable NoticeDays was, Event event) {
            if (event instanceof NoticePosted posted) {
                return new NoticeDays(posted.postedOn(), posted.lastDay(), posted.provisional(), null, null);
            }
            return was == null ? null : switch (event) {
                case NoticeRecounted day -> was.until(day.lastDay(), day.provisional(), was.pausedOn);
                case NoticePaused stopped -> was.until(was.lastDay, was.provisional, stopped.pausedOn());
                case NoticeResumed on -> was.until(on.lastDay(), on.provisional(), null);
                case ObjectionUpheld _ -> was.until(was.lastDay, was.provisional, null);
                case ObjectionsUntil until -> new NoticeDays(was.postedOn, was.lastDay, was.provisional, was.pausedOn, until.lastDay());
                case ApplicationResumed on when on.noticeUntil() != null -> was.until(on.noticeUntil(), on.provisional(), null);
                case Event _ -> was;
            };
        }

        private NoticeDays until(LocalDate last, boolean unsure, @Nullable LocalDate stopped) {
            return new NoticeDays(postedOn, last, unsure, stopped, objectionsUntil);
        }
    }

    /** The last notice; none where there was none. */
    public @Nullable NoticeDays notice() {
        NoticeDays days = null;
        for (Told told : facts) {
            days = NoticeDays.after(days, told.event());
        }
        return days;
    }

    public List<Objection> objections() {
        return facts.stream().flatMap(told -> told.event() instanceof ObjectionRaised raised ? Stream.of(objection(told, raised))
                : Stream.empty()).toList();
    }

    private Objection objection(Told told, ObjectionRaised raised) {
        Optional<Told> answer = facts.stream().filter(fact -> answers(fact.event(), raised.objection())).findFirst();
        return new Objection(raised.objection().value(), raised.statement().value().orElse(null), told.line(),
                answer.map(fact -> fact.event() instanceof ObjectionUpheld ? "UPHELD" : "DISMISSED").orElse("OPEN"),
                answer.map(fact -> fact.line().reason()).orElse(null));
    }

    private static boolean answers(Event event, ObjectionId objection) {
        return (event instanceof ObjectionDismissed dismissed && dismissed.objection().equals(objection))
                || (event instanceof ObjectionUpheld upheld && upheld.objection().equals(objection));
    }

    /** What the branch gave itself for an item; nothing where it gave nothing. */
    public String own(String item) {
        return last(SelfAssessmentRecorded.class).map(version -> cell(version.marks(), item)).orElse("");
    }

    /** What the visit, the survey or a department found for an item; nothing where they found nothing, or it is sealed. */
    public String found(String item) {
        return Stream.of(last(SiteVisitCompleted.class).map(SiteVisitCompleted::marks), last(SurveyClosed.class).map(SurveyClosed::marks),
                        last(PartsOpened.class).map(opened -> opened.parts().stream().flatMap(part -> part.marks().stream()).toList()))
                .flatMap(Optional::stream).map(marks -> cell(marks, item)).filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }

    /** What an assessor gave for an item, after moderation; nothing while it is sealed. */
    public String given(String assessor, String item) {
        return moderated().stream().filter(moderated -> moderated.assessor().value().equals(assessor) && moderated.input().equals(item))
                .map(ScoreModerated::after).reduce((_, later) -> later).orElseGet(() -> cell(opened(assessor), item));
    }

    /** What they gave, as it was opened. */
    private List<Mark> opened(String assessor) {
        return scores().stream().filter(scores -> scores.assessor().value().equals(assessor)).findFirst().map(Scores::marks)
                .orElse(List.of());
    }

    /** What an assessor remarked on what they gave for an item; none where they said nothing, or it is sealed. */
    public @Nullable String remark(String assessor, String item) {
        return opened(assessor).stream().filter(mark -> mark.input().equals(item)).flatMap(mark -> Stream.ofNullable(mark.remark()))
                .findFirst().orElse(null);
    }

    /** What an assessor had given for an item and gave up for another value when the evidence changed, in that order. */
    public List<Former> former(String assessor, String item) {
        return former(all(FormerScoresOpened.class).stream().flatMap(former -> former.scores().stream())
                .filter(former -> former.assessor().value().equals(assessor))
                .map(former -> new Former(cell(former.marks(), item), former.judged())), cell(opened(assessor), item));
    }

    /** What a department had given for an item and gave up for another value when the evidence changed, in that order. */
    public List<Former> formerlyFound(String item) {
        return former(all(FormerPartsOpened.class).stream().flatMap(former -> former.parts().stream())
                .map(former -> new Former(cell(former.marks(), item), former.judged())), found(item));
    }

    private static List<Former> former(Stream<Former> all, String now) {
        return all.filter(former -> !former.cell().isEmpty() && !former.cell().equals(now)).toList();
    }

    private static String cell(List<Mark> marks, String item) {
        return marks.stream().filter(mark -> mark.input().equals(item)).map(Mark::cell).findFirst().orElse("");
    }

    /** The version the stream of the case has come to. */
    public long version() {
        return facts.isEmpty() ? 0 : facts.getLast().line().version();
    }

    private <E extends Event> List<E> all(Class<E> kind) {
        return facts.stream().map(Told::event).filter(kind::isInstance).map(kind::cast).toList();
    }

    private <E extends Event> Optional<E> last(Class<E> kind) {
        return all(kind).stream().reduce((_, later) -> later);
    }
}
