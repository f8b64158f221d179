package asterism.events;

import java.time.LocalDate;
import java.util.List;

/** What happened to a rating scheme. */
public sealed interface SchemeEvent extends Event {

    SchemeId scheme();

    @Override
    default StreamId stream() {
        return StreamId.of(scheme());
    }

    /**
     * A version of the scheme was published; once it is activated, rounds may use it.
     *
     * @param sha256       of the document
     * @param document     the whole text: the rules must be readable as long as the ratings are
     * @param acknowledged codes of the linter's warnings that the publisher accepted
     */
    @Wire("scheme.version-published/1")
    record SchemeVersionPublished(
            SchemeId scheme, @Open String version, @Open String sha256, @Open String document, @Open List<String> acknowledged)
            implements SchemeEvent {
    }

    /** The office's own rules fill what the scheme leaves unsaid. */
    @Wire("scheme.local-rules-adopted/1")
    record LocalRulesAdopted(SchemeId scheme, @Open String version, @Open String sha256, @Open String document) implements SchemeEvent {
    }

    /**
     * What a version would do to the units of a round that was rated by another.
     *
     * @param sha256     of the version's text
     * @param localRules SHA-256 of the local rules it was rated with
     * @param units      all that were rated by both
     * @param rising     those it lifts or gives a level
     * @param falling    those it lowers or leaves without a level
     * @param otherwise  those whose reason or whose level's name changes
     * @param cutMove    the greatest move of a cut point, decimal, in the points of the value it cuts
     * @param inputs     SHA-256 of all that the round was rated on; empty in reports of before it was kept
     * @param report     SHA-256 of the list of units that change
     */
    @Wire("scheme.impact-reported/2")
    record ImpactReported(
            SchemeId scheme, @Open String version, @Open String sha256, @Open String localRules, RoundId round, int units, int rising,
            int falling, int otherwise, @Open String cutMove, @Open String inputs, @Open String report) implements SchemeEvent {
    }

    /**
     * The version is the one in force for rounds that open on that day or later, until another takes its place.
     *
     * @param sha256 of its text
     * @param from   first such day
     */
    @Wire("scheme.version-activated/1")
    record SchemeVersionActivated(SchemeId scheme, @Open String version, @Open String sha256, @Open LocalDate from) implements SchemeEvent {
    }

    /**
     * A case with a known answer, on which assessors show that they score as others do.
     *
     * @param name     of the case within the scheme
     * @param kind     the kind of unit it is about
     * @param material what is to be judged
     * @param answer   the marks it deserves, under a key of its own
     */
    @Wire("scheme.calibration-case-published/1")
    record CalibrationCasePublished(SchemeId scheme, @Open String version, @Open String name, @Open String kind, @Open String material,
                                    Secret<List<Mark>> answer) implements SchemeEvent {
    }

    /**
     * Somebody scored a calibration case, once.
     *
     * @param passed  every mark lay close enough to the answer
     * @param furthest how far the worst mark lay from it, in its points
     */
    @Wire("scheme.calibration-taken/1")
    record CalibrationTaken(SchemeId scheme, @Open String name, PersonId person, boolean passed, @Open String furthest)
            implements SchemeEvent {
    }
}
