package asterism.query.whatif;

import asterism.events.SchemeEvent.ImpactReported;
import asterism.query.reading.Answer;
import asterism.query.reading.Refused;
import asterism.query.whatif.WhatIfQuestion.Shown;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What-if questions and their reports, for auditors, offices, panels and administrators. */
@RestController
@RequestMapping("/api/v1")
class WhatIfApi {
    private final WhatIfQuestion whatIf;

    WhatIfApi(WhatIfQuestion whatIf) {
        this.whatIf = whatIf;
    }

    @PostMapping("/what-if")
    @Operation(operationId = "AskWhatIf", summary = "What would the stars of a round be if something had been otherwise?",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(schema = @Schema(implementation = Question.class))))
    ResponseEntity<Shown> ask(@RequestBody String body, Principal person) {
        Shown shown = whatIf.ask(body, person);
        if (shown.state().equals("REFUSED")) {
            throw Refused.bad("body", String.valueOf(shown.code()), String.valueOf(shown.sentence()));
        }
        return ResponseEntity.status(shown.state().equals("RUNNING") ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .location(URI.create("/api/v1/what-if/" + shown.report())).body(shown);
    }

    @Operation(summary = "How a what-if question stands, and what came out")
    @GetMapping("/what-if/{report}")
    Shown report(@PathVariable String report, Principal person) {
        return whatIf.report(report, person);
    }

    /** Gives up a question that is still being worked out. */
    @Operation(summary = "Gives up a what-if question that is still being worked out")
    @DeleteMapping("/what-if/{report}")
    Shown cancel(@PathVariable String report, Principal person) {
        return whatIf.cancel(report, person);
    }

    /** What was reported of a scheme's versions before they came into force, the newest last. */
    @Operation(summary = "What was reported of a scheme's versions before they came into force")
    @GetMapping("/schemes/{scheme}/impacts")
    Answer<List<ImpactReported>> impacts(@PathVariable String scheme) {
        return whatIf.impacts(scheme);
    }
}
