package asterism.query.web.asking;

import asterism.query.web.asking.CommandApi.Kept;
import asterism.query.web.asking.CommandApi.Outcome;
import asterism.query.web.asking.Drawn.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One page for every command: shows its form, sends it, and says what came of it. */
@Controller
@RequestMapping("/do/{command}/{subject}")
class AskPages {
    private final CommandApi commands;
    private final Tokens tokens;
    private final Drawing drawing;
    private final Arrival arrival;

    AskPages(CommandApi commands, Tokens tokens, Drawing drawing, Arrival arrival) {
        this.commands = commands;
        this.tokens = tokens;
        this.drawing = drawing;
        this.arrival = arrival;
    }

    /** A form that was sent, and by whom. */
    private record Sent(Filled filled, String subject, String key, long shown, Optional<String> token) {
        Sent with(Filled more) {
            return new Sent(more, subject, key, shown, token);
        }
    }

    @GetMapping
    String form(@PathVariable String command, @PathVariable String subject, @RequestParam MultiValueMap<String, String> given,
                Model model) {
        return page(drawing.filled(Filled.of(Forms.required(command), given), subject), model);
    }

    @PostMapping
    String send(
            @PathVariable String command, @PathVariable String subject, @RequestParam MultiValueMap<String, String> given,
            @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request, HttpServletResponse response,
            Model model) throws IOException {
        Sent sent = new Sent(Filled.of(Forms.required(command), given), subject, one(given, "key"), shown(given),
                tokens.of(request, response));
        if (file == null || file.isEmpty()) {
            return recorded(sent, response, model);
        }
        return switch (commands.keep(drawing.branchOf(sent.filled().form(), subject), file.getBytes(), sent.token())) {
            case Kept.Named(var sha256) -> recorded(sent.with(sent.filled().with(Filled.file(sha256, one(given, "file.input"),
                    one(given, "file.title")))), response, model);
            case Kept.NotKept(var problem) -> notRecorded(sent, problem, response, model);
        };
    }

    private String recorded(Sent sent, HttpServletResponse response, Model model) {
        Form form = sent.filled().form();
        Outcome outcome = commands.send(sent.filled().path(sent.subject()), sent.filled().body(), sent.key(), sent.token(),
                form.guarded() && sent.shown() > 0 ? sent.shown() : null);
        return switch (outcome) {
            case Outcome.Recorded recorded -> arrival.at(form.pageOf(sent.subject()), recorded);
            case Outcome.NotRecorded(var problem) -> notRecorded(sent, problem, response, model);
        };
    }

    private String notRecorded(Sent sent, Problem problem, HttpServletResponse response, Model model) {
        response.setStatus(problem.status());
        return page(drawing.again(sent.filled(), sent.subject(), sent.key(), sent.shown(), problem), model);
    }

    private static String page(Drawn form, Model model) {
        model.addAttribute("form", form);
        return "form";
    }

    private static String one(MultiValueMap<String, String> given, String name) {
        return Optional.ofNullable(given.getFirst(name)).orElse("");
    }

    private static long shown(MultiValueMap<String, String> given) {
        String version = one(given, "version");
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }
}
