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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has gathered in an application so far.
 *
 * @param assessed    version of the self-assessment and its evidence, 0 before the first
 * @param members     SHA-256 of codes with which members may still comment on the draft
 * @param established marks of the site visit and the survey, by input
 * @param took        who judged in which stage, besides the assessors
 * @param clock       the last day of the stage it is in
 * @param voices      what others than its judges said of it
 * @param migrated    it goes on under another version of the scheme than its round
 */
public record Dossier(
        ApplicationId application, Pin pin, int assessed, Set<String> members, Map<String, String> established, Survey survey,
        Panel panel, Map<Stage, Set<PersonId>> took, Clock clock, Voices voices, boolean migrated) {

    static Dossier open(ApplicationId application, Pin pin) {
        return new Dossier(application, pin, 0, Set.of(), Map.of(), Survey.NONE, Panel.EMPTY, Map.of(), Clock.NONE, Voices.NONE,
                false);
    }

    /** In the order they were assigned. */
    public List<PersonId> assessors() {
        return panel.assessors();
    }

    /** Everybody who judged in a stage. */
    public Set<PersonId> in(Stage stage) {
        Set<PersonId> people = new HashSet<>(took.getOrDefault(stage, Set.of()));
        if (stage == Stage.ASSESSMENT) {
            people.addAll(panel.assessors());
        }
        return Set.copyOf(people);
    }

    /** Everybody who judged in any stage. */
    public Set<PersonId> judges() {
        Set<PersonId> judges = new HashSet<>(panel.assessors());
        took.values().forEach(judges::addAll);
        return Set.copyOf(judges);
    }

    /** The stage, other than that one, in which the person has judged already. */
    Optional<Stage> otherStage(PersonId person, Stage now) {
        return List.of(Stage.values()).stream().filter(stage -> stage != now && in(stage).contains(person)).findFirst();
    }

    /** What the rating sees of it. */
    public Case rated(String kind, @Nullable Level prior) {
        return new Case(application, kind, marked(), prior);
    }

    /** What people gave, without who looked at which version. */
    Marked marked() {
        return new Marked(established, panel.assessors(), cells(panel.sheets()), cells(panel.parts()));
    }

    private static <K> Map<K, Map<String, String>> cells(Map<K, Sheet> sheets) {
        return sheets.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, sheet -> sheet.getValue().cells()));
    }

    Dossier clock(Clock next) {
        return new Dossier(application, pin, assessed, members, established, survey, panel, took, next, voices, migrated);
    }

    Dossier assessed(int version) {
        return new Dossier(application, pin, version, members, established, survey, panel, took, clock, voices, migrated);
    }

    Dossier members(Set<String> codes) {
        return new Dossier(application, pin, assessed, Set.copyOf(codes), established, survey, panel, took, clock, voices, migrated);
    }

    Dossier established(List<Mark> marks) {
        return new Dossier(application, pin, assessed, members, marked().established(marks).established(), survey, panel, took, clock,
                voices, migrated);
    }

    Dossier survey(Survey next) {
        return new Dossier(application, pin, assessed, members, established, next, panel, took, clock, voices, migrated);
    }

    Dossier panel(Panel next) {
        return new Dossier(application, pin, assessed, members, established, survey, next, took, clock, voices, migrated);
    }

    Dossier voices(Voices next) {
        return new Dossier(application, pin, assessed, members, established, survey, panel, took, clock, next, migrated);
    }

    Dossier under(Pin other) {
        return new Dossier(application, other, assessed, members, established, survey, panel, took, clock, voices, true);
    }

    /** Nobody has judged anything of it yet. */
    boolean isUnjudged() {
        return established.isEmpty() && panel.sheets().isEmpty() && panel.parts().isEmpty() && !survey.takesBallots();
    }

    /** The same with other marks: those of an input that assessors score are what each of them gave. */
    public Dossier corrected(Map<String, String> cells) {
        Marked corrected = marked().corrected(cells);
        return new Dossier(application, pin, assessed, members, corrected.established(), survey, panel.with(corrected), took, clock,
                voices, migrated);
    }

    Dossier took(Stage stage, Envelope envelope) {
        return took(stage, Actors.of(envelope));
    }

    Dossier took(Stage stage, Set<PersonId> people) {
        Map<Stage, Set<PersonId>> all = new EnumMap<>(Stage.class);
        all.putAll(took);
        Set<PersonId> joined = new HashSet<>(took.getOrDefault(stage, Set.of()));
        joined.addAll(people);
        all.put(stage, Set.copyOf(joined));
        return new Dossier(application, pin, assessed, members, established, survey, panel, Map.copyOf(all), clock, voices, migrated);
    }
}
