package asterism.query.whatif;

import asterism.events.InvalidValue;
import asterism.events.PersonId;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.SchemeEvent.ImpactReported;
import asterism.events.SchemeId;
import asterism.policy.Directory;
import asterism.policy.Policy;
import asterism.query.directory.WhoIsWho;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.Refused;
import asterism.query.whatif.Reports.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What-if questions and their reports, for auditors, offices, panels and administrators. */
@RestController
@RequestMapping("/api/v1")
class WhatIfApi {
    private static final String ASK = "AskWhatIf";
    private final Live live;
    private final Runs runs;
    private final Reports reports;
    private final WhoIsWho people;

    WhatIfApi(Live live, Runs runs, Reports reports, WhoIsWho people) {
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
    record Shown(String report, JsonNode question, String askedBy, Instant askedAt, long position, String state, int percent,
                 @Nullable JsonNode result, @Nullable String code, @Nullable String sentence) {
    }

    private record Place(long position, LocalDate today) {
    }

    @PostMapping("/what-if")
    @Operation(operationId = "AskWhatIf", summary = "What would the stars of a round be if something had been otherwise?",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(schema = @Schema(implementation = Question.class))))
    ResponseEntity<Shown> ask(@RequestBody String body, Principal person) {
        Question question = Question.read(body);
        Place place = live.ask(RatingInputsProjection.NAME, view -> {
            permit(person, new RatingInputs(view, view.at().position()).opened(question.round()), view.at().today());
            return new Place(view.at().position(), view.at().today());
        }).answer();
        String report = runs.ask(question, person.getName(), place.position(), place.today());
        Reports.Row row = found(report);
        if (row.state() == State.REFUSED) {
            throw Refused.bad("body", String.valueOf(row.code()), String.valueOf(row.sentence()));
        }
        return ResponseEntity.status(row.state() == State.RUNNING ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .location(URI.create("/api/v1/what-if/" + report)).body(shown(row));
    }

    @Operation(summary = "How a what-if question stands, and what came out")
    @GetMapping("/what-if/{report}")
    Shown report(@PathVariable String report, Principal person) {
        return shown(mine(report, person));
    }

    /** Gives up a question that is still being worked out. */
    @Operation(summary = "Gives up a what-if question that is still being worked out")
    @DeleteMapping("/what-if/{report}")
    Shown cancel(@PathVariable String report, Principal person) {
        runs.cancel(mine(report, person).report());
        return shown(found(report));
    }

    /** What was reported of a scheme's versions before they came into force, the newest last. */
    @Operation(summary = "What was reported of a scheme's versions before they came into force")
    @GetMapping("/schemes/{scheme}/impacts")
    Answer<List<ImpactReported>> impacts(@PathVariable String scheme) {
        return live.ask(RatingInputsProjection.NAME, view -> {
            try {
                return new RatingInputs(view, view.at().position()).impacts(new SchemeId(scheme));
            } catch (InvalidValue e) {
                throw Refused.unknown("scheme.unknown", "There is no such scheme.");
            }
        });
    }

    private Reports.Row found(String report) {
        return reports.find(report).orElseThrow(() ->
                Refused.unknown("what-if.unknown", "There is no such report, or it is not kept any more."));
    }

    private Reports.Row mine(String report, Principal person) {
        Reports.Row row = found(report);
        Question question = Question.read(row.question());
        live.ask(RatingInputsProjection.NAME, view -> {
            permit(person, new RatingInputs(view, view.at().position()).opened(question.round()), view.at().today());
            return true;
        });
        return row;
    }

    private void permit(Principal person, RoundOpened round, LocalDate today) {
        Directory directory = people.directory();
        Policy.refusal(ASK, directory.held(new PersonId(person.getName()), today), new Policy.Subject(null, round.office()), directory)
                .ifPresent(code -> {
                    throw Refused.forbidden(code, "None of your posts lets you ask what if about this round.");
                });
    }

    private Shown shown(Reports.Row row) {
        boolean lost = row.state() == State.RUNNING && runs.isLost(row);
        long percent = row.ofSteps() == 0 ? 0 : 100 * row.steps() / row.ofSteps();
        return new Shown(row.report(), Result.tree(row.question()), row.askedBy(), row.askedAt(), row.position(),
                lost ? "LOST" : row.state().name(), (int) percent, row.result() == null ? null : Result.tree(row.result()),
                row.code(), row.sentence());
    }
}
