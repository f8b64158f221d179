package asterism.command.wiring.alarms;

import asterism.command.core.Alarm;
import asterism.command.wiring.Mark;
import asterism.command.wiring.journal.Journal;
import asterism.events.CalendarEvent.CalendarYearPublished;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.journal.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which alarms are set, as the facts up to a position say; rows and position move in one transaction. */
final class AlarmTable {
    private static final int BATCH = 1_000;

    private final Journal journal;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final List<Alarm> alarms;
    private final Mark mark;

    /** @param cause the fact that set it */
    record Due(String alarm, String subject, UUID cause, LocalDate lastDay) {
    }

    /** @param cause the year that was published */
    record Recount(UUID cause, String alarm, String subject) {
    }

    AlarmTable(Journal journal, JdbcClient database, TransactionTemplate transaction, List<Alarm> alarms) {
        this.journal = journal;
        this.database = database;
        this.transaction = transaction;
        this.alarms = alarms;
        this.mark = new Mark(database, "alarms");
    }

    long position() {
        return mark.position();
    }

    /** Takes in what was recorded since; returns the position it has come to. */
    long catchUp(long from) {
        long position = from;
        List<Recorded> next;
        do {
            next = journal.after(position, BATCH);
            if (!next.isEmpty()) {
                position = next.getLast().position();
                take(next, position);
            }
        } while (next.size() == BATCH);
        return position;
    }

    private void take(List<Recorded> facts, long position) {
        transaction.executeWithoutResult(_ -> {
            for (Recorded fact : facts) {
                Event event = EventJson.read(fact.type(), fact.payload(), Keys.NONE);
                alarms.forEach(alarm -> take(alarm, fact, event));
                if (event instanceof CalendarYearPublished published) {
                    recount(fact.eventId(), published.year());
                }
            }
            mark.move(position);
        });
    }

    private void take(Alarm alarm, Recorded fact, Event event) {
        if (alarm.clearedBy(event)) {
            database.sql("delete from desk.alarm where alarm = ? and subject = ?").param(alarm.name()).param(fact.stream()).update();
        }
        alarm.setBy(event).ifPresent(lastDay -> database.sql("""
                insert into desk.alarm (alarm, subject, cause, last_day) values (:alarm, :subject, :cause, :lastDay)
                on conflict (alarm, subject) do update set cause = excluded.cause, last_day = excluded.last_day, rung = false""")
                .param("alarm", alarm.name()).param("subject", fact.stream()).param("cause", fact.eventId())
                .param("lastDay", lastDay).update());
    }

    /** What falls into a year that nobody knew the calendar of is to be counted again. */
    private void recount(UUID cause, int year) {
        database.sql("""
                insert into desk.recount (cause, alarm, subject)
                select ?, alarm, subject from desk.alarm where not rung and last_day >= ? on conflict do nothing""")
                .params(cause, LocalDate.of(year, 1, 1)).update();
    }

    List<Recount> recounts() {
        return database.sql("select cause, alarm, subject from desk.recount order by subject, alarm").query(Recount.class).list();
    }

    void counted(Recount done) {
        database.sql("delete from desk.recount where cause = ? and alarm = ? and subject = ?")
                .params(done.cause(), done.alarm(), done.subject()).update();
    }

    /** What is due on a day: set, not rung, and its last day over. */
    List<Due> due(LocalDate today) {
        return database.sql("""
                select alarm, subject, cause, last_day from desk.alarm where not rung and last_day < ? order by last_day, subject""")
                .param(today).query(Due.class).list();
    }

    /** What is set and has not rung, whose last day comes first at the top. */
    List<Due> first(int most) {
        return database.sql("select alarm, subject, cause, last_day from desk.alarm where not rung order by last_day, subject limit ?")
                .param(most).query(Due.class).list();
    }

    /** How many are set and have not rung, of those whose last day is before that one. */
    long count(LocalDate before) {
        return database.sql("select count(*) from desk.alarm where not rung and last_day < ?").param(before).query(Long.class).single();
    }

    void rung(Due due) {
        database.sql("update desk.alarm set rung = true where alarm = ? and subject = ? and cause = ?")
                .param(due.alarm()).param(due.subject()).param(due.cause()).update();
    }
}
