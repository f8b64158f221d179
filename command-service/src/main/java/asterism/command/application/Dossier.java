package asterism.command.application;

import asterism.command.core.Actors;
import asterism.events.ApplicationId;
import asterism.events.Envelope;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.rating.round.Case;
import asterism.rating.round.Marked;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has gathered in an application so far.
 *
 * @param assessed version of the self-assessment, 0 before the first
 * @param marked   what people gave, as far as it is in
 * @param lead     who leads the site visit
 * @param took     who judged in which stage, besides the assessors
 * @param clock    the last day of the stage it is in
 */
public record Dossier(ApplicationId application, Pin pin, int assessed, Marked marked, boolean surveyed, @Nullable PersonId lead,
                      Map<Stage, Set<PersonId>> took, Clock clock) {

    static Dossier open(ApplicationId application, Pin pin) {
        return new Dossier(application, pin, 0, Marked.NOTHING, false, null, Map.of(), Clock.NONE);
    }

    /** In the order they were assigned. */
    public List<PersonId> assessors() {
        return marked.assessors();
    }

    /** Marks by assessor, as far as they are in. */
    Map<PersonId, Map<String, String>> scores() {
        return marked.scores();
    }

    /** Everybody who judged in a stage. */
    public Set<PersonId> in(Stage stage) {
        return stage == Stage.ASSESSMENT ? Set.copyOf(assessors()) : took.getOrDefault(stage, Set.of());
    }

    /** Everybody who judged in any stage. */
    public Set<PersonId> judges() {
        Set<PersonId> judges = new HashSet<>(assessors());
        took.values().forEach(judges::addAll);
        return Set.copyOf(judges);
    }

    /** The stage, other than that one, in which the person has judged already. */
    Optional<Stage> otherStage(PersonId person, Stage now) {
        return List.of(Stage.values()).stream().filter(stage -> stage != now && in(stage).contains(person)).findFirst();
    }

    /** What the rating sees of it. */
    public Case rated(String kind, @Nullable Level prior) {
        return new Case(application, kind, marked, prior);
    }

    Dossier clock(Clock next) {
        return new Dossier(application, pin, assessed, marked, surveyed, lead, took, next);
    }

    Dossier assessed(int version) {
        return new Dossier(application, pin, version, marked, surveyed, lead, took, clock);
    }

    Dossier assigned(List<PersonId> people, PersonId leading) {
        return new Dossier(application, pin, assessed, marked.assigned(people), surveyed, leading, took, clock);
    }

    Dossier established(List<Mark> marks) {
        return with(marked.established(marks));
    }

    Dossier surveyed(List<Mark> marks) {
        return new Dossier(application, pin, assessed, marked.established(marks), true, lead, took, clock);
    }

    Dossier scored(PersonId assessor, List<Mark> marks) {
        return with(marked.scored(assessor, marks));
    }

    Dossier moderated(PersonId assessor, String input, String cell) {
        return with(marked.moderated(assessor, input, cell));
    }

    private Dossier with(Marked more) {
        return new Dossier(application, pin, assessed, more, surveyed, lead, took, clock);
    }

    /** The same with other marks: those of an input that assessors score are what each of them gave. */
    public Dossier corrected(Map<String, String> cells) {
        return with(marked.corrected(cells));
    }

    Dossier took(Stage stage, Envelope envelope) {
        return took(stage, Actors.of(envelope));
    }

    Dossier took(Stage stage, Set<PersonId> people) {
        Map<Stage, Set<PersonId>> all = new EnumMap<>(Stage.class);
        all.putAll(took);
        Set<PersonId> joined = new HashSet<>(in(stage));
        joined.addAll(people);
        all.put(stage, Set.copyOf(joined));
        return new Dossier(application, pin, assessed, marked, surveyed, lead, Map.copyOf(all), clock);
    }
}
