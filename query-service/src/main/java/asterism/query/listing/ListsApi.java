package asterism.query.listing;

import asterism.query.directory.WhoIsWho;
import asterism.query.reading.Answer;
import asterism.query.reading.Page;
import asterism.query.reading.Refused;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every list by its name, as JSON and as CSV. */
@RestController
@RequestMapping(ListsApi.PATH)
class ListsApi {
    static final String PATH = "/api/v1/lists";
    private static final int USUAL = 100;
    /** Rows of one CSV answer: what a spreadsheet bears and this service holds in memory. */
    private static final int MOST_CSV = 20_000;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private final Lists lists;
    private final Replies replies;
    private final WhoIsWho people;

    ListsApi(Lists lists, Replies replies, WhoIsWho people) {
        this.lists = lists;
        this.replies = replies;
        this.people = people;
    }

    /** A list that can be asked for, and what its rows can be narrowed by. */
    record Described(String name, String says, boolean open, Collection<Field> fields, boolean hasDays, boolean hasKnowledge) {
    }

    @Operation(summary = "Every list there is, with its fields and the clocks it knows")
    @GetMapping
    List<Described> lists() {
        return lists.all().stream().map(listing -> new Described(listing.name(), listing.says(), listing.readers().open(),
                listing.fields().values(), listing.hasDays(), listing.hasKnowledge())).toList();
    }

    @GetMapping("/{list}")
    ResponseEntity<? extends Answer<? extends Page<?>>> page(
            @PathVariable String list, @ModelAttribute Wish wish, @Nullable Principal person) {
        return page(lists.of(list), wish, Page.MOST, person);
    }

    /** The page as CSV; a further page is named in the header {@code Link}. */
    @GetMapping("/{list}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String list, @ModelAttribute Wish wish, @Nullable Principal person) {
        return csv(lists.of(list), wish, person);
    }

    private <R extends Record> ResponseEntity<byte[]> csv(Listing<R> listing, Wish wish, @Nullable Principal person) {
        ResponseEntity<Answer<Page<R>>> reply = page(listing, wish, MOST_CSV, person);
        Page<R> page = Objects.requireNonNull(reply.getBody()).answer();
        ContentDisposition file = ContentDisposition.attachment().filename(listing.name() + ".csv").build();
        ResponseEntity.BodyBuilder csv = ResponseEntity.ok().headers(reply.getHeaders()).contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString());
        if (page.next() != null) {
            csv.header(HttpHeaders.LINK, "<%s/%s.csv?%s>; rel=\"next\"".formatted(PATH, listing.name(), query(wish, page.next())));
        }
        return csv.body(Cells.csv(listing, page.items()));
    }

    private <R extends Record> ResponseEntity<Answer<Page<R>>> page(Listing<R> listing, Wish wish, int most, @Nullable Principal person) {
        listing.readers().permit(person, people);
        int limit = wish.limit() == null ? Math.min(most, most == MOST_CSV ? most : USUAL) : wish.limit();
        if (limit < 1 || limit > most) {
            throw Refused.bad("limit", "limit.out-of-range", "A page has 1 to " + most + " items.");
        }
        Wish bounded = wish.limitedTo(limit);
        return listing.readers().open() ? replies.open(listing.projection(), wish.waitFor(), () -> lists.ask(listing, bounded))
                : replies.personal(listing.projection(), wish.waitFor(), () -> lists.ask(listing, bounded));
    }

    private static String query(Wish wish, String next) {
        StringBuilder query = new StringBuilder("after=").append(next);
        Cells.of(wish).forEach((name, value) -> {
            if (value != null && !name.equals("after") && !name.equals("waitFor")) {
                query.append('&').append(name).append('=').append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
            }
        });
        return query.toString();
    }
}
