package asterism.query.facts;

import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.RoundId;
import asterism.events.StreamId;
import asterism.journal.Recorded;
import asterism.query.facts.FactsProjection.Written;
import asterism.query.listing.Listing;
import asterism.query.listing.Lists;
import asterism.query.listing.Readers;
import asterism.query.listing.Wish;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The facts as they were written: in full, or read back for a question that follows from them. */
@Component
public class JournalFacts {
    /** The projection that answers. */
    public static final String PROJECTION = FactsProjection.NAME;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Listing<Row> FULL = new Listing<>("facts-in-full", "Every fact as it was written", Readers.SIGNED_IN,
            FactsProjection.NAME, Row.class, """
            select position, about, stream, version, type, importance, actor, on_behalf_of, asked, reason, effective_on, recorded_at,
                   event, metadata, payload
            from fact where position <= :asOf and recorded_at <= :knownAt""", List.of("position"), true);
    private static final String KNOWN = " = :what and position <= :asOf and recorded_at <= :knownAt order by position";
    private final Live live;
    private final Lists lists;

    JournalFacts(Live live, Lists lists) {
        this.live = live;
        this.lists = lists;
    }

    record Row(long position, String about, String stream, long version, String type, String importance, String actor,
               @Nullable String onBehalfOf, String asked, @Nullable String reason, LocalDate effectiveOn, Instant recordedAt,
               String event, String metadata, String payload) {
    }

    /**
     * A fact as it was written.
     *
     * @param event    its id
     * @param metadata who, on whose behalf, why and because of what
     * @param payload  what happened; what is guarded stands encrypted
     */
    public record Full(
            long position, String event, String about, String stream, long version, String type, String importance,
            LocalDate effectiveOn, Instant recordedAt, JsonNode metadata, JsonNode payload) {

        static Full of(Row row) {
            return new Full(row.position(), row.event(), row.about(), row.stream(), row.version(), row.type(), row.importance(),
                    row.effectiveOn(), row.recordedAt(), JSON.readTree(row.metadata()), JSON.readTree(row.payload()));
        }
    }

    /** Facts in full, the newest first, narrowed as the list {@code facts} is, but by days late. */
    public Answer<Page<Full>> full(Wish wish) {
        Answer<Page<Row>> found = lists.ask(FULL, wish);
        return new Answer<>(found.at(), new Page<>(found.answer().items().stream().map(Full::of).toList(), found.answer().next()));
    }

    /** Facts read back within one snapshot, as far as they were known. Guarded values are left closed. */
    public static final class Told {
        private final Live.View view;
        private final Clocks clocks;

        private Told(Live.View view, Clocks clocks) {
            this.view = view;
            this.clocks = clocks;
        }

        /** The day asked about. */
        public LocalDate day() {
            return clocks.validAt() == null ? today() : clocks.validAt();
        }

        public LocalDate today() {
            return view.at().today();
        }

        /** The position that bounds what was known. */
        public long asOf() {
            return clocks.asOf(view.at());
        }

        /** Facts about a branch, as {@code branch/b017}, or of a stream without a branch; in the order of the journal. */
        public List<Fact> about(String subject) {
            return facts("about", subject);
        }

        /** Facts of a type by its wire name, in the order of the journal. */
        public List<Fact> ofType(String wireName) {
            return facts("type", wireName);
        }

        /** Facts of these types about the applications of a round, in the order of the journal. */
        public List<Fact> applications(RoundId round, Set<Class<? extends Event>> types) {
            String begin = StreamId.applicationsOf(round);
            return view.sql().sql("select * from fact where stream > :begin and stream < :end and type in (:types) "
                            + "and position <= :asOf and recorded_at <= :knownAt order by position")
                    .param("begin", begin).param("end", begin.substring(0, begin.length() - 1) + "/")
                    .param("types", types.stream().map(EventTypes::nameOf).toList()).param("asOf", asOf()).param("knownAt", clocks.known())
                    .query(FactsProjection.FACT).list().stream().map(Written::read).toList();
        }

        /** Facts of these streams, in the order of the journal. */
        public List<Fact> streams(Collection<String> streams) {
            return view.sql().sql("select * from fact where stream = any(:streams) and position <= :asOf and recorded_at <= :knownAt "
                            + "order by position").param("streams", streams.toArray(String[]::new)).param("asOf", asOf())
                    .param("knownAt", clocks.known()).query(FactsProjection.FACT).list().stream().map(Written::read).toList();
        }

        private List<Fact> facts(String column, String what) {
            return view.sql().sql("select * from fact where " + column + KNOWN).param("what", what).param("asOf", asOf())
                    .param("knownAt", clocks.known()).query(FactsProjection.FACT).list().stream().map(Written::read).toList();
        }
    }

    /** The first fact of a type in a stream, byte for byte as it was recorded; empty where there is none. */
    public Answer<Optional<Recorded>> recorded(String stream, String wireName) {
        return live.ask(FactsProjection.NAME, view -> view.sql()
                .sql("select * from fact where stream = ? and type = ? order by position limit 1").params(stream, wireName)
                .query(FactsProjection.FACT).optional().map(found -> found.read().at()));
    }

    /** Answers from facts read back. */
    public <T> Answer<T> from(Clocks clocks, Function<Told, T> question) {
        return live.ask(FactsProjection.NAME, view -> {
            clocks.check(view.at());
            return question.apply(new Told(view, clocks));
        });
    }
}
