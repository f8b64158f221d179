package asterism.query.web;

import asterism.policy.Policy;
import asterism.query.applications.FactsQuestion;
import asterism.query.applications.FactsQuestion.Wanted;
import asterism.query.applications.FactsQuestion.Written;
import asterism.query.reading.Answer;
import asterism.query.reading.Page;
import asterism.query.web.Logbook.Checkpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every fact, to look through and to check. */
@Controller
class HistoryPages {
    private static final int ROWS = 50;
    private static final List<String> VIEWS = List.of("compact", "full", "json");
    private static final List<String> KINDS = List.of("application.", "appeal.", "standing.", "branch.", "round.", "scheme.", "body.",
            "calendar.", "guard.");
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final FactsQuestion facts;
    private final Logbook logbook;
    private final SeenLog seen;
    private final Me me;

    HistoryPages(FactsQuestion facts, Logbook logbook, SeenLog seen, Me me) {
        this.facts = facts;
        this.logbook = logbook;
        this.seen = seen;
        this.me = me;
    }

    /** What the list is narrowed to and how it is shown; all of it stands in the address. */
    public record Narrowing(
            @Nullable String branch, @Nullable String kind, @Nullable String actor,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until, @Nullable Integer late, @Nullable Long before,
            @Nullable String view) {

        Wanted wanted() {
            return new Wanted(blank(branch), blank(kind), blank(actor), from, until, late, before, ROWS);
        }

        private static @Nullable String blank(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        /** The same list in another view, or from another position on. */
        String with(String name, @Nullable Object value) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/history");
            put(address, "branch", branch);
            put(address, "kind", kind);
            put(address, "actor", actor);
            put(address, "from", from);
            put(address, "until", until);
            put(address, "late", late);
            put(address, "before", before);
            put(address, "view", view);
            address.replaceQueryParam(name);
            put(address, name, value);
            return address.encode().build().toUriString();
        }

        private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
            if (value != null && !value.toString().isBlank()) {
                address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
            }
        }
    }

    @GetMapping("/history")
    String facts(@ModelAttribute("filter") Narrowing filter, @RequestParam(required = false) @Nullable String refused,
                 Principal principal, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Checkpoint> checkpoint = logbook.checkpoint();
        Answer<Page<Written>> found = facts.find(filter.wanted());
        String next = found.answer().next();
        String view = VIEWS.contains(filter.view() == null ? "" : filter.view()) ? filter.view() : "compact";
        model.addAttribute("filter", filter).addAttribute("facts", found.answer().items()).addAttribute("view", view)
                .addAttribute("views", VIEWS.stream().map(each -> Map.of("code", each, "address", filter.with("view", each))).toList())
                .addAttribute("kinds", KINDS).addAttribute("next", next == null ? null : filter.with("before", next))
                .addAttribute("first", filter.before() == null ? null : filter.with("before", null))
                .addAttribute("checkpoint", checkpoint.orElse(null)).addAttribute("stand", found.at())
                .addAttribute("since", seen.since(checkpoint, request, response).orElse(null))
                .addAttribute("refused", refused).addAttribute("mayHavePack", Policy.OVERSEERS.stream()
                        .anyMatch(me.on(principal, found.at().today()).held()::contains));
        return "history";
    }

    /** One fact, word for word, and the proof that it is in the log. */
    @GetMapping("/history/{position}")
    String fact(@PathVariable long position, Principal principal, Model model) {
        Answer<Written> fact = facts.at(position);
        boolean rated = fact.answer().line().stream().startsWith("application/");
        model.addAttribute("fact", fact.answer().line())
                .addAttribute("payload", JSON.writeValueAsString(JSON.readTree(fact.answer().payload())))
                .addAttribute("mayAskWhatIf", rated && Policy.permitted(me.on(principal, fact.at().today()).posts()).contains("AskWhatIf"))
                .addAttribute("proof", logbook.inclusion(position).orElse(null))
                .addAttribute("checkpoint", logbook.checkpoint().orElse(null)).addAttribute("stand", fact.at());
        return "fact";
    }
}
