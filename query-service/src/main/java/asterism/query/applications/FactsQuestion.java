package asterism.query.applications;

import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.directory.WhoIsWho;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.Page;
import asterism.query.reading.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was recorded, fact by fact and word for word? */
@Component
public class FactsQuestion {
    private static final String SEALED = "panel/";
    private final Live live;
    private final WhoIsWho who;
    private final Keys keys;

    FactsQuestion(Live live, WhoIsWho who, Keys keys) {
        this.live = live;
        this.who = who;
        this.keys = new Unsealed(keys);
    }

    /** Opens what is personal and leaves shut what is sealed: what may be seen of that is recorded openly in its time. */
    private record Unsealed(Keys of) implements Keys {
        @Override
        public Optional<byte[]> find(String name) {
            return name.startsWith(SEALED) ? Optional.empty() : of.find(name);
        }

        @Override
        public byte[] obtain(String name) {
            return of.obtain(name);
        }
    }

    /** A fact with what it says. */
    public record Told(Line line, Event event) {
    }

    /**
     * A fact as it stands in the journal.
     *
     * @param payload JSON; personal and sealed values stand in it under their keys
     */
    public record Written(Line line, String payload) {
    }

    /**
     * Which facts to list, the newest first.
     *
     * @param type   beginning of a wire name, such as {@code standing.}
     * @param from   only facts effective on this day or later
     * @param until  only facts effective on this day or earlier
     * @param late   only facts recorded more than so many days after the day they are effective on
     * @param before only facts before this position
     */
    public record Wanted(@Nullable String branch, @Nullable String type, @Nullable String actor, @Nullable LocalDate from,
                         @Nullable LocalDate until, @Nullable Integer late, @Nullable Long before, int limit) {
    }

    /** All facts of a stream in their order; none where there is no such stream. */
    public Answer<List<Told>> told(String stream) {
        return ask((sql, names) -> sql.sql(Lines.SELECT + "where stream = ? order by position").param(stream)
                .query(Lines.Found.class).list().stream().map(found -> new Told(found.named(names), event(found))).toList());
    }

    /** The facts of several streams in their order, by the stream; one that there is not is not among them. */
    public Answer<Map<String, List<Told>>> told(Collection<String> streams) {
        return ask((sql, names) -> sql.sql(Lines.SELECT + "where stream = any(?) order by position").param(streams.toArray(String[]::new))
                .query(Lines.Found.class).list().stream().collect(Collectors.groupingBy(Lines.Found::stream,
                        Collectors.mapping(found -> new Told(found.named(names), event(found)), Collectors.toList()))));
    }

    private Event event(Lines.Found found) {
        return EventJson.read(found.type(), found.payload().getBytes(StandardCharsets.UTF_8), keys);
    }

    /** Streams that hold a fact of that kind, by the beginning of their names. */
    public Answer<List<String>> streams(String prefix, String type) {
        return ask((sql, _) -> sql.sql("select distinct stream from line where branch = ? and stream like ? and type = ? order by stream")
                .params(ApplicationsProjection.NO_BRANCH, prefix + "%", type).query(String.class).list());
    }

    /** The version a stream has come to; 0 where there is no such stream. */
    public long version(String stream) {
        return ask((sql, _) -> sql.sql("select coalesce(max(version), 0) from line where stream = ?").param(stream)
                .query(Long.class).single()).answer();
    }

    /** What happened to a stream after a version of it. */
    public List<Line> since(String stream, long version) {
        return ask((sql, names) -> named(names, sql.sql(Lines.SELECT + "where stream = ? and version > ? order by position")
                .params(stream, version).query(Lines.Found.class).list())).answer();
    }

    /** What somebody did last, the newest first. */
    public Answer<List<Line>> by(String actor, int limit) {
        return ask((sql, names) -> named(names, sql.sql(Lines.SELECT + "where actor = ? order by position desc limit ?")
                .params(actor, limit).query(Lines.Found.class).list()));
    }

    /** @throws Refused where there is no such fact yet */
    public Answer<Written> at(long position) {
        return ask((sql, names) -> sql.sql(Lines.SELECT + "where position = ?").param(position).query(Lines.Found.class).optional()
                .map(found -> new Written(found.named(names), found.payload()))
                .orElseThrow(() -> Refused.unknown("position.unknown", "There is no such fact.")));
    }

    /** A page of the facts wanted; none of an unknown branch or type. */
    public Answer<Page<Written>> find(Wanted wanted) {
        return ask((sql, names) -> {
            List<Written> found = sql.sql(Lines.SELECT + """
                    where (:branch::text is null or branch = :branch) and (:type::text is null or starts_with(type, :type))
                      and (:actor::text is null or actor = :actor)
                      and (:from::date is null or effective_on >= :from) and (:until::date is null or effective_on <= :until)
                      and (:late::int is null or recorded_at::date - effective_on > :late) and position < :before
                    order by position desc limit :most""")
                    .param("branch", wanted.branch()).param("type", wanted.type()).param("actor", wanted.actor())
                    .param("from", wanted.from()).param("until", wanted.until()).param("late", wanted.late())
                    .param("before", wanted.before() == null ? Long.MAX_VALUE : wanted.before()).param("most", wanted.limit() + 1)
                    .query(Lines.Found.class).list().stream().map(line -> new Written(line.named(names), line.payload())).toList();
            return Page.of(found, wanted.limit(), fact -> Long.toString(fact.line().position()));
        });
    }

    private static List<Line> named(WhoIsWho.Names names, List<Lines.Found> found) {
        return found.stream().map(line -> line.named(names)).toList();
    }

    @FunctionalInterface
    private interface Asking<T> {
        T of(JdbcClient sql, WhoIsWho.Names names);
    }

    private <T> Answer<T> ask(Asking<T> question) {
        WhoIsWho.Names names = who.names();
        Function<Live.View, T> asked = view -> question.of(view.sql(), names);
        return live.ask(ApplicationsProjection.NAME, asked);
    }

    /** Waits until the facts up to that position can be asked for, at most as long as answers wait. */
    public void await(long position, Duration atMost) {
        live.await(ApplicationsProjection.NAME, position, atMost);
    }
}
