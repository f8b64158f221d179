package asterism.query.web.asking;

import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.query.applications.Dossier;
import asterism.query.applications.FactsQuestion;
import asterism.query.applications.FactsQuestion.Told;
import asterism.query.reading.Refused;
import asterism.query.web.asking.Bulk.Item;
import asterism.query.web.asking.CommandApi.Said;
import asterism.query.web.asking.Drawn.Input;
import asterism.query.web.asking.Drawn.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One step for many cases of the worklist: filled in once, tried first, and then recorded for those of which it would be. */
@Controller
class BulkPages {
    private final CommandApi commands;
    private final Tokens tokens;
    private final Drawing drawing;
    private final FactsQuestion facts;
    private final Arrival arrival;

    BulkPages(CommandApi commands, Tokens tokens, Drawing drawing, FactsQuestion facts, Arrival arrival) {
        this.commands = commands;
        this.tokens = tokens;
        this.drawing = drawing;
        this.facts = facts;
        this.arrival = arrival;
    }

    /** @param wish {@code open} to fill in, {@code try} to see what would come of it, {@code record} to do it */
    @PostMapping("/worklist/{command}/{wish:open|try|record}")
    String bulk(@PathVariable String command, @PathVariable String wish, @RequestParam MultiValueMap<String, String> given,
                HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!Bulk.isFor(command)) {
            throw Refused.unknown("command.unknown", "That step cannot be taken for many cases at once.");
        }
        Filled filled = Filled.of(Forms.required(command), given);
        List<Item> items = items(filled);
        if (items.isEmpty()) {
            return "redirect:/worklist?step=" + command;
        }
        String key = filled.one("key").orElseGet(() -> UUID.randomUUID().toString());
        boolean open = wish.equals("open") && !filled.form().fields().isEmpty();
        model.addAttribute("bulk", open ? drawn(filled, items, key, null) : asked(filled, items, key, wish.equals("record"), request,
                response));
        return "bulk";
    }

    private Bulk asked(Filled filled, List<Item> items, String key, boolean forGood, HttpServletRequest request,
                       HttpServletResponse response) {
        Said said = commands.ask("batches/" + filled.form().command() + (forGood ? "" : "?dryRun=true"), Bulk.body(filled, items), key,
                tokens.of(request, response));
        return switch (said) {
            case Said.Text text -> {
                if (forGood) {
                    arrival.await(Bulk.last(text.lines()));
                }
                yield new Bulk(filled.form(), key, inputs(filled, items, null), items, forGood,
                        Bulk.results(items, text.lines()), null);
            }
            case Said.NotSaid(var problem) -> {
                response.setStatus(problem.status());
                yield drawn(filled, items, key, problem);
            }
        };
    }

    private Bulk drawn(Filled filled, List<Item> items, String key, @Nullable Problem problem) {
        return new Bulk(filled.form(), key, inputs(filled, items, problem), items, false, List.of(), problem);
    }

    private List<Input> inputs(Filled filled, List<Item> items, @Nullable Problem problem) {
        return drawing.inputs(filled, items.getFirst().subject(), problem).stream()
                .filter(input -> !Bulk.isOwn(filled.form(), input.field())).toList();
    }

    private List<Item> items(Filled filled) {
        List<Item> items = filled.all("subject").stream().map(this::item).limit(Bulk.MOST).toList();
        if (!Bulk.takesLevel(filled.form())) {
            return items;
        }
        Map<String, List<Told>> told = facts.told(items.stream().map(item -> "application/" + item.subject()).toList()).answer();
        return items.stream().map(item -> {
            LevelAllocated recommended = new Dossier(told.getOrDefault("application/" + item.subject(), List.of())).allocated();
            return new Item(item.subject(), item.version(), recommended == null || recommended.computed().level() == null ? null
                    : recommended.computed().level().code());
        }).toList();
    }

    /** A case alone, or with the version it was looked at in behind an at sign. */
    private Item item(String text) {
        int at = text.indexOf('@');
        String version = text.substring(at + 1);
        return at < 0 || !version.matches("\\d{1,18}") ? new Item(text, facts.version("application/" + text), null)
                : new Item(text.substring(0, at), Long.parseLong(version), null);
    }
}
