package asterism.query.whatif;

import asterism.events.InvalidValue;
import asterism.events.PersonId;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import asterism.events.SchemeEvent.ImpactReported;
import asterism.events.SchemeId;
import asterism.policy.Directory;
import asterism.policy.Policy;
import asterism.query.directory.WhoIsWho;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.At;
import asterism.query.reading.Refused;
import asterism.query.whatif.Reports.State;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What would the stars of a round be? Asked by those who may ask it of that round, and kept for all of them. */
@Component
public class WhatIfQuestion {
    private static final String ASK = "AskWhatIf";
    private final Live live;
    private final Runs runs;
    private final Reports reports;
    private final WhoIsWho people;

    WhatIfQuestion(Live live, Runs runs, Reports reports, WhoIsWho people) {
        this.live = live;
        this.runs = runs;
        this.reports = reports;
        this.people = people;
    }

    /**
     * A report as it stands.
     *
     * @param report   asks for it again; who asks the same at the same position gets the same
     * @param position of the last fact it looks at
     * @param state    {@code RUNNING}, {@code DONE}, {@code REFUSED}, {@code FAILED}, {@code CANCELLED}, or {@code LOST} where the process
     *                 that worked it out has ended: ask again
     * @param percent  how far it has come
     */
    public record Shown(String report, JsonNode question, String askedBy, Instant askedAt, long position, String state, int percent,
                        @Nullable JsonNode result, @Nullable String code, @Nullable String sentence) {
    }

    private record Place(long position, LocalDate today) {
    }

    /**
     * Has a question worked out, and waits a moment for the end.
     *
     * @param body the question as JSON
     */
    public Shown ask(String body, Principal person) {
        Question question = Question.read(body);
        Place place = live.ask(RatingInputsProjection.NAME, view -> {
            permit(person, new RatingInputs(view, view.at().position()).opened(question.round()), view.at().today());
            return new Place(view.at().position(), view.at().today());
        }).answer();
        return shown(found(runs.ask(question, person.getName(), place.position(), place.today())));
    }

    /** @throws Refused where there is no such report for this person: none is kept, or they may not ask about its round */
    public Shown report(String report, Principal person) {
        return shown(mine(report, person));
    }

    /** Gives up a question that is still being worked out. */
    public Shown cancel(String report, Principal person) {
        runs.cancel(mine(report, person).report());
        return shown(found(report));
    }

    /** The newest reports about a round. */
    public Answer<List<Shown>> about(RoundId round, Principal person, int most) {
        At at = permitted(round, person);
        return new Answer<>(at, reports.newest().stream().filter(row -> Question.read(row.question()).round().equals(round))
                .limit(most).map(this::shown).toList());
    }

    /** What was reported of a scheme's versions before they came into force, the newest last. */
    Answer<List<ImpactReported>> impacts(String scheme) {
        return live.ask(RatingInputsProjection.NAME, view -> {
            try {
                return new RatingInputs(view, view.at().position()).impacts(new SchemeId(scheme));
            } catch (InvalidValue e) {
                throw Refused.unknown("scheme.unknown", "There is no such scheme.");
            }
        });
    }

    private Reports.Row found(String report) {
        return reports.find(report).orElseThrow(WhatIfQuestion::unknown);
    }

    private static Refused unknown() {
        return Refused.unknown("what-if.unknown", "There is no such report, or it is not kept any more.");
    }

    /** A report about a round of others is as if it were not there. */
    private Reports.Row mine(String report, Principal person) {
        Reports.Row row = found(report);
        RoundId round = Question.read(row.question()).round();
        boolean may = live.ask(RatingInputsProjection.NAME, view -> refusal(person,
                new RatingInputs(view, view.at().position()).opened(round), view.at().today()).isEmpty()).answer();
        if (!may) {
            throw unknown();
        }
        return row;
    }

    private At permitted(RoundId round, Principal person) {
        return live.ask(RatingInputsProjection.NAME, view -> {
            permit(person, new RatingInputs(view, view.at().position()).opened(round), view.at().today());
            return view.at();
        }).answer();
    }

    private void permit(Principal person, RoundOpened round, LocalDate today) {
        refusal(person, round, today).ifPresent(code -> {
            throw Refused.forbidden(code, "None of your posts lets you ask what if about this round.");
        });
    }

    private Optional<String> refusal(Principal person, RoundOpened round, LocalDate today) {
        Directory directory = people.directory();
        return Policy.refusal(ASK, directory.held(new PersonId(person.getName()), today), new Policy.Subject(null, round.office()),
                directory);
    }

    private Shown shown(Reports.Row row) {
        boolean lost = row.state() == State.RUNNING && runs.isLost(row);
        long percent = row.ofSteps() == 0 ? 0 : 100 * row.steps() / row.ofSteps();
        return new Shown(row.report(), Result.tree(row.question()), row.askedBy(), row.askedAt(), row.position(),
                lost ? "LOST" : row.state().name(), (int) percent, row.result() == null ? null : Result.tree(row.result()),
                row.code(), row.sentence());
    }
}
