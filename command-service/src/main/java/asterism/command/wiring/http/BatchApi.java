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
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many commands of one kind in one request, asked one after the other. What became of each is a line of its own as soon as it is
 * known, and a last line counts them. A stream without its last line was cut; the same request again goes on where it stood, because
 * what was recorded answers again and is not done twice. They come as JSON or as a table.
 */
@RestController
class BatchApi {
    static final String LINES = "application/x-ndjson";
    static final MediaType TABLE = MediaType.parseMediaType("text/csv");

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
        List<Batch.Read> read = isTable(request.getContentType())
                ? Table.of(Wish.bytes(request, Table.MOST_BYTES)).read(wanted, Wish.actor(), Wish.id(request))
                : Batch.of(StrictJson.object(Wish.body(request)), wanted, Wish.actor(), Wish.id(request)).read();
        response.setContentType(LINES);
        ask(read, dryRun, response.getOutputStream());
    }

    private static boolean isTable(@Nullable String type) {
        try {
            return type != null && TABLE.equalsTypeAndSubtype(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    /** Where one is not understood none is asked for, and each that is not is told; a dry run tells of all. */
    private void ask(List<Batch.Read> all, boolean dryRun, OutputStream out) throws IOException {
        boolean asked = dryRun || all.stream().allMatch(read -> read.item() != null);
        int accepted = 0;
        int refused = 0;
        for (int place = 0; place < all.size(); place++) {
            Batch.Read read = all.get(place);
            Line line = new Line(place, all.size(), null, read.problem());
            try {
                line = asked && read.item() != null ? line(line, read.item(), read, dryRun) : line;
            } catch (JournalUnavailable unavailable) {
                write(new Line(place, all.size(), null, Answering.problem(unavailable)), out);
                return;
            }
            accepted += line.receipt() == null ? 0 : 1;
            refused += line.problem() == null ? 0 : 1;
            if (line.receipt() != null || line.problem() != null) {
                write(line, out);
            }
        }
        write(new Sum(all.size(), accepted, refused, dryRun), out);
    }

    private Line line(Line at, Item item, Batch.Read read, boolean dryRun) {
        Answer answer = dryRun ? rehearsal.rehearse(item.command(), item.ask()) : commands.send(item.command(), item.ask());
        Object said = Answering.said(answer, item.ask().id());
        return new Line(at.item(), at.of(), said instanceof Answering.Receipt receipt ? receipt : null,
                said instanceof ProblemDetail problem ? read.placed().apply(problem) : null);
    }

    /** Sent at once: whoever waits sees how far it is. */
    private void write(Object line, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
        out.flush();
    }
}
