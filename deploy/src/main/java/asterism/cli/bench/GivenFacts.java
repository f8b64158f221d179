package asterism.cli.bench;

import asterism.events.ApplicationEvent;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.events.RoundId;
import asterism.rating.whatif.Known;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts that ratings look at, in a table as the query-service keeps them, and read as it reads them. */
record GivenFacts(JdbcClient sql) {

    /** Facts on that day, put into the table where it is not there yet. */
    static GivenFacts in(HikariDataSource source, LocalDate day, Supplier<List<Event>> events) {
        var jdbc = new JdbcTemplate(source);
        if (jdbc.queryForList("select to_regclass('given')::text", String.class).getFirst() == null) {
            jdbc.execute("create table given (subject text, position bigint, valid_on date, type text, payload text, "
                    + "primary key (subject, position))");
            var position = 0L;
            List<Object[]> rows = new ArrayList<>();
            for (var event : events.get()) {
                rows.add(new Object[] {subject(event), ++position, day, EventTypes.nameOf(event.getClass()),
                        new String(EventJson.write(event, new UUID(0, position), NONE), StandardCharsets.UTF_8)});
            }
            jdbc.batchUpdate("insert into given values (?, ?, ?, ?, ?)", rows);
            jdbc.execute("analyze given");
        }
        return new GivenFacts(JdbcClient.create(source));
    }

    private static String subject(Event event) {
        return event instanceof ApplicationEvent application ? "round/" + application.application().round() : event.stream().toString();
    }

    /** All that the rating of a round looks at. */
    List<Known> of(RoundId round) {
        var ofRound = of(Set.of("round/" + round));
        var branches = ofRound.stream().map(Known::event).filter(ApplicationEvent.class::isInstance)
                .map(event -> "branch/" + ((ApplicationEvent) event).application().branch()).collect(Collectors.toSet());
        return Stream.concat(ofRound.stream(), of(branches).stream()).sorted(Comparator.comparingLong(Known::position)).toList();
    }

    private List<Known> of(Collection<String> subjects) {
        return sql.sql("select position, valid_on, type, payload from given where subject = any(?) and position <= ? order by position")
                .params(subjects.toArray(String[]::new), Long.MAX_VALUE)
                .query((row, _) -> new Known(row.getLong(1), row.getObject(2, LocalDate.class),
                        EventJson.read(row.getString(3), row.getString(4).getBytes(StandardCharsets.UTF_8), Keys.NONE))).list();
    }

    private static final Keys NONE = new Keys() {
        @Override
        public Optional<byte[]> find(String name) {
            return Optional.of(new byte[32]);
        }

        @Override
        public byte[] obtain(String name) {
            return new byte[32];
        }
    };
}
