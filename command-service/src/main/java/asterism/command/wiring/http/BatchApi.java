package asterism.command.wiring.http;

import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.wiring.deciding.Rehearsal;
import asterism.command.wiring.http.Batch.Item;
import asterism.command.wiring.journal.JournalUnavailable;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many commands of one kind in one request, asked one after the other. What became of each is a line of its own as soon as it is
 * known, and a last line counts them. A stream without its last line was cut; the same request again goes on where it stood, because
 * what was recorded answers again and is not done twice.
 */
@RestController
class BatchApi {
    static final String LINES = "application/x-ndjson";

    private final Commands commands;
    private final Rehearsal rehearsal;
    private final Doors doors;
    private final JsonMapper json;

    BatchApi(Commands commands, Rehearsal rehearsal, Doors doors, JsonMapper json) {
        this.commands = commands;
        this.rehearsal = rehearsal;
        this.doors = doors;
        this.json = json;
    }

    /**
     * What became of one item: either a receipt or a problem.
     *
     * @param item its place in the request, from 0
     * @param of   how many there are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(int item, int of, Answering.@Nullable Receipt receipt, @Nullable ProblemDetail problem) {
    }

    /** The last line. */
    record Sum(int items, int accepted, int refused, boolean dryRun) {
    }

    /** @param dryRun what would come of each as things stand now; nothing is recorded */
    @PostMapping("/api/v1/batches/{kind}")
    void ask(@PathVariable String kind, @RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request,
             HttpServletResponse response) throws IOException {
        Doors.Kind wanted = doors.kinds().get(kind);
        if (wanted == null) {
            throw new Trouble(HttpStatus.NOT_FOUND, "batch.kind-unknown", null, "no command of that name can be sent");
        }
        List<Item> items = Batch.of(StrictJson.object(Wish.body(request)), wanted, Wish.actor(), Wish.id(request)).items();
        response.setContentType(LINES);
        ask(items, dryRun, response.getOutputStream());
    }

    private void ask(List<Item> items, boolean dryRun, OutputStream out) throws IOException {
        int accepted = 0;
        for (int place = 0; place < items.size(); place++) {
            Item item = items.get(place);
            Line line;
            try {
                line = line(place, items.size(), item, dryRun ? rehearsal.rehearse(item.command(), item.ask())
                        : commands.send(item.command(), item.ask()));
            } catch (JournalUnavailable unavailable) {
                write(new Line(place, items.size(), null, Answering.problem(unavailable)), out);
                return;
            }
            accepted += line.receipt() == null ? 0 : 1;
            write(line, out);
        }
        write(new Sum(items.size(), accepted, items.size() - accepted, dryRun), out);
    }

    private static Line line(int place, int of, Item item, Answer answer) {
        Object said = Answering.said(answer, item.ask().id());
        return new Line(place, of, said instanceof Answering.Receipt receipt ? receipt : null,
                said instanceof ProblemDetail problem ? problem : null);
    }

    /** Sent at once: whoever waits sees how far it is. */
    private void write(Object line, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
        out.flush();
    }
}
