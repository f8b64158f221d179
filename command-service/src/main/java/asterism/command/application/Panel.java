package asterism.command.application;

import asterism.events.ApplicationEvent.FormerPart;
import asterism.events.ApplicationEvent.FormerScores;
import asterism.events.ApplicationEvent.PartMarks;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.PersonId;
import asterism.rating.round.Marked;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who judges, and what they gave.
 *
 * @param assessors   in the order they were assigned
 * @param lead        who leads the site visit
 * @param sheets      by assessor, as far as they are in
 * @param parts       by part of the scheme, as far as departments judged theirs
 * @param former      what assessors gave for earlier versions, in the order in which they gave them up
 * @param formerParts what departments gave for earlier versions, in that order
 */
record Panel(List<PersonId> assessors, @Nullable PersonId lead, Map<PersonId, Sheet> sheets, Map<String, Sheet> parts,
             List<FormerScores> former, List<FormerPart> formerParts) {
    static final Panel EMPTY = new Panel(List.of(), null, Map.of(), Map.of(), List.of(), List.of());

    Panel assigned(List<PersonId> people, PersonId leading) {
        return new Panel(List.copyOf(people), leading, sheets, parts, former, formerParts);
    }

    Panel scored(PersonId assessor, Sheet sheet) {
        return new Panel(assessors, lead, with(sheets, assessor, sheet), parts, former, formerParts);
    }

    /** Theirs, for the first time or anew; what they gave before is kept. */
    Panel gave(PersonId assessor, Sheet sheet) {
        Stream<FormerScores> before = Stream.ofNullable(sheets.get(assessor))
                .map(given -> new FormerScores(assessor, given.judged(), given.marks()));
        return new Panel(assessors, lead, with(sheets, assessor, sheet), parts, Stream.concat(former.stream(), before).toList(),
                formerParts);
    }

    Panel judged(String part, Sheet sheet) {
        return new Panel(assessors, lead, sheets, with(parts, part, sheet), former, formerParts);
    }

    /** A department's, for the first time or anew; what it gave before is kept. */
    Panel gave(String part, Sheet sheet) {
        Stream<FormerPart> before = Stream.ofNullable(parts.get(part)).map(given -> new FormerPart(part, given.judged(), given.marks()));
        return new Panel(assessors, lead, sheets, with(parts, part, sheet), former,
                Stream.concat(formerParts.stream(), before).toList());
    }

    Panel moderated(PersonId assessor, String input, String cell) {
        return scored(assessor, sheet(assessor).with(Map.of(input, cell)));
    }

    /** The same judgements with those values. */
    Panel with(Marked marked) {
        return new Panel(assessors, lead, with(sheets, marked.scores()), with(parts, marked.parts()), former, formerParts);
    }

    private static <K> Map<K, Sheet> with(Map<K, Sheet> sheets, Map<K, Map<String, String>> cells) {
        Map<K, Sheet> all = new HashMap<>(sheets);
        all.replaceAll((key, sheet) -> sheet.with(cells.getOrDefault(key, Map.of())));
        return Map.copyOf(all);
    }

    Sheet sheet(PersonId assessor) {
        return sheets.getOrDefault(assessor, Sheet.NONE);
    }

    /** Every assessor has judged that version. */
    boolean hasScored(int version) {
        return assessors.stream().allMatch(assessor -> sheet(assessor).judged() == version);
    }

    /** Every one of these parts is judged in that version. */
    boolean hasJudged(Collection<String> asked, int version) {
        return asked.stream().allMatch(part -> parts.getOrDefault(part, Sheet.NONE).judged() == version);
    }

    List<Scores> openedScores() {
        return assessors.stream().map(assessor -> new Scores(assessor, sheet(assessor).marks())).toList();
    }

    List<PartMarks> openedParts() {
        return new TreeMap<>(parts).entrySet().stream().map(part -> new PartMarks(part.getKey(), part.getValue().marks())).toList();
    }

    /** The same judgements with their values, which were sealed. */
    Panel opened(List<Scores> scores) {
        Panel opened = this;
        for (Scores one : scores) {
            opened = opened.scored(one.assessor(), new Sheet(sheet(one.assessor()).judged(), one.marks()));
        }
        return opened;
    }

    /** The same judgements of the departments with their values, which were sealed. */
    Panel openedParts(List<PartMarks> marks) {
        Panel opened = this;
        for (PartMarks one : marks) {
            opened = opened.judged(one.part(), new Sheet(parts.getOrDefault(one.part(), Sheet.NONE).judged(), one.marks()));
        }
        return opened;
    }

    private static <K> Map<K, Sheet> with(Map<K, Sheet> sheets, K key, Sheet sheet) {
        Map<K, Sheet> all = new HashMap<>(sheets);
        all.put(key, sheet);
        return Map.copyOf(all);
    }
}
