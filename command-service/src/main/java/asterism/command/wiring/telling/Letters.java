package asterism.command.wiring.telling;

import asterism.command.wiring.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The letters of the house in its database: those in the pages and those by mail, and what came of each. */
@Component
class Letters {
    /** How often a mail is tried before it is given up. */
    static final int TRIES = 5;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Mark mark;

    /** Where somebody is told. */
    enum Channel { PAGE, MAIL }

    /** What came of a letter. */
    enum Outcome { WAITING, SEEN, SENT, FAILED }

    /** A letter to be written. */
    record Letter(long position, String person, Channel channel, String stream, String branch, String type) {
    }

    /**
     * A letter and what came of it.
     *
     * @param settledAt when it was seen, sent or given up; none while it waits
     */
    record Delivery(long position, String person, Channel channel, String stream, String branch, String type, Outcome outcome, int tries,
                    @Nullable Instant settledAt) {
    }

    Letters(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.mark = new Mark(database, "letters");
    }

    /** The position up to which letters were written. */
    long position() {
        return mark.position();
    }

    /** Writes letters of the facts up to a position; written already, they stay as they are. */
    void write(List<Letter> letters, long upTo) {
        transaction.executeWithoutResult(_ -> {
            letters.forEach(letter -> database.sql("""
                    insert into desk.letter (position, person, channel, stream, branch, type) values (?, ?, ?, ?, ?, ?)
                    on conflict do nothing""").params(letter.position(), letter.person(), letter.channel().name(), letter.stream(),
                    letter.branch(), letter.type()).update());
            mark.move(upTo);
        });
    }

    /** Mails that are to be sent now, the oldest first. */
    List<Delivery> due(int most) {
        return database.sql("""
                select position, person, channel, stream, branch, type, outcome, tries, settled_at from desk.letter
                where channel = 'MAIL' and outcome = 'WAITING' and due <= now() order by due, position limit ?""").param(most)
                .query(Delivery.class).list();
    }

    /** A mail was taken by the mail server. */
    void sent(Delivery mail) {
        settle(mail, Outcome.SENT);
    }

    /** A mail was not taken; it is tried again after a while that grows, and given up after the last time. */
    Outcome failed(Delivery mail, Duration again) {
        if (mail.tries() + 1 >= TRIES) {
            settle(mail, Outcome.FAILED);
            return Outcome.FAILED;
        }
        database.sql("""
                update desk.letter set tries = tries + 1, due = now() + (tries + 1) * :again * interval '1 millisecond'
                where position = :position and person = :person and channel = 'MAIL'""")
                .param("again", again.toMillis()).param("position", mail.position()).param("person", mail.person()).update();
        return Outcome.WAITING;
    }

    private void settle(Delivery mail, Outcome outcome) {
        database.sql("""
                update desk.letter set tries = tries + 1, outcome = :outcome, settled_at = now()
                where position = :position and person = :person and channel = 'MAIL'""")
                .param("outcome", outcome.name()).param("position", mail.position()).param("person", mail.person()).update();
    }

    /** Somebody's letters in the pages, the newest first. */
    List<Delivery> of(String person, @Nullable Long before, int most) {
        return database.sql("""
                select position, person, channel, stream, branch, type, outcome, tries, settled_at from desk.letter
                where person = ? and channel = 'PAGE' and position < ? order by position desc limit ?""")
                .params(person, before == null ? Long.MAX_VALUE : before, most).query(Delivery.class).list();
    }

    long unseen(String person) {
        return database.sql("select count(*) from desk.letter where person = ? and channel = 'PAGE' and outcome = 'WAITING'")
                .param(person).query(Long.class).single();
    }

    /** Somebody has seen their letters up to a position. */
    void seen(String person, long upTo) {
        database.sql("""
                update desk.letter set outcome = 'SEEN', settled_at = now()
                where person = ? and channel = 'PAGE' and position <= ? and outcome = 'WAITING'""").params(person, upTo).update();
    }

    /** All letters about the facts of a stream, in the order of the facts. */
    List<Delivery> about(String stream) {
        return database.sql("""
                select position, person, channel, stream, branch, type, outcome, tries, settled_at from desk.letter
                where stream = ? order by position, person, channel""").param(stream).query(Delivery.class).list();
    }
}
