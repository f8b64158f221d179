package asterism.command.wiring.hooks;

import asterism.command.wiring.Mark;
import asterism.journal.Recorded;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The hooks of the house in its database, and what came of each thing they were to be told. */
@Component
public class Hooks {
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Mark mark;

    /**
     * Whom to tell what.
     *
     * @param url    where to
     * @param facts  names without a version, such as {@code standing.level-granted}, or {@code standing.*} for all of a kind
     * @param secret the name under which the settings hold the secret
     */
    record Hook(String id, String url, List<String> facts, String secret) {

        boolean wants(String type) {
            String name = type.substring(0, type.indexOf('/'));
            return facts.contains(name) || facts.contains(name.substring(0, name.indexOf('.')) + ".*");
        }
    }

    /**
     * A hook and how it stands.
     *
     * @param waiting   what is still to be delivered
     * @param delivered so far
     * @param givenUp   what was tried in vain to the last, until somebody lets it be tried again
     * @param trouble   what went wrong last; empty where the last try went well
     */
    public record Standing(String id, String url, List<String> facts, String secret, long waiting, long delivered, long givenUp,
                    @Nullable String trouble) {
    }

    /** A fact that a hook is to be told. */
    record Delivery(String hook, long position, UUID event, String stream, @Nullable String branch, String type, LocalDate effectiveOn,
                    Instant recordedAt, int tries) {
    }

    Hooks(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.mark = new Mark(database, "hooks");
    }

    /** The position up to which deliveries were written. */
    long position() {
        return mark.position();
    }

    /** Tells a hook from now on of what it wants; one of that id before is another from now on. */
    void put(Hook hook) {
        database.sql("""
                insert into desk.hook (id, url, facts, secret) values (?, ?, string_to_array(?, ' '), ?)
                on conflict (id) do update set url = excluded.url, facts = excluded.facts, secret = excluded.secret""")
                .params(hook.id(), hook.url(), String.join(" ", hook.facts()), hook.secret()).update();
    }

    /** Tells it nothing more, and forgets what it was told; false where there is none. */
    boolean remove(String id) {
        return database.sql("delete from desk.hook where id = ?").param(id).update() == 1;
    }

    List<Hook> all() {
        return database.sql("select id, url, array_to_string(facts, ' ') as facts, secret from desk.hook order by id").query((row, _) ->
                new Hook(row.getString(1), row.getString(2), List.of(row.getString(3).split(" ")), row.getString(4))).list();
    }

    /** How each stands. */
    public List<Standing> standing() {
        return database.sql("""
                select id, url, array_to_string(facts, ' '), secret, trouble, count(*) filter (where outcome = 'WAITING'),
                       count(*) filter (where outcome = 'SENT'), count(*) filter (where outcome = 'FAILED')
                from desk.hook left join desk.hook_delivery on hook = id group by id order by id""").query((row, _) -> new Standing(
                row.getString(1), row.getString(2), List.of(row.getString(3).split(" ")), row.getString(4), row.getLong(6), row.getLong(7),
                row.getLong(8), row.getString(5))).list();
    }

    long givenUp() {
        return database.sql("select count(*) from desk.hook_delivery where outcome = 'FAILED'").query(Long.class).single();
    }

    /** Writes down what is to be told of the facts up to a position; written already, it stays as it is. */
    void write(Map<Recorded, List<Hook>> told, Map<Recorded, String> branches, long upTo) {
        transaction.executeWithoutResult(_ -> {
            told.forEach((fact, hooks) -> hooks.forEach(hook -> database.sql("""
                    insert into desk.hook_delivery (hook, position, event, stream, branch, type, effective_on, recorded_at)
                    select id, ?, ?, ?, ?, ?, ?, ?::timestamptz from desk.hook where id = ? on conflict do nothing""")
                    .params(Arrays.asList(fact.position(), fact.eventId(), fact.stream(), branches.get(fact), fact.type(),
                            fact.effectiveOn(), fact.recordedAt().toString(), hook.id())).update()));
            mark.move(upTo);
        });
    }

    /** What a hook is to be told now: of each branch the first that waits, if its time has come. */
    List<Delivery> due(String hook, int most) {
        return database.sql("""
                select hook, position, event, stream, branch, type, effective_on, recorded_at, tries from (
                    select distinct on (coalesce(branch, stream)) * from desk.hook_delivery where hook = ? and outcome = 'WAITING'
                    order by coalesce(branch, stream), position) as first
                where due <= now() order by position limit ?""").params(hook, most).query((row, _) -> new Delivery(row.getString(1),
                row.getLong(2), row.getObject(3, UUID.class), row.getString(4), row.getString(5), row.getString(6),
                row.getObject(7, LocalDate.class), row.getTimestamp(8).toInstant(), row.getInt(9))).list();
    }

    /** It was taken. */
    void sent(Delivery delivery) {
        settle(delivery, "SENT", null);
    }

    /** It was not taken; it is tried again after a while that doubles, and given up after the last time. */
    boolean failed(Delivery delivery, Duration again, int most, String trouble) {
        if (delivery.tries() + 1 >= most) {
            settle(delivery, "FAILED", trouble);
            return true;
        }
        database.sql("""
                update desk.hook_delivery set tries = tries + 1, due = now() + power(2, tries) * :again * interval '1 millisecond'
                where hook = :hook and position = :position""").param("again", again.toMillis()).param("hook", delivery.hook())
                .param("position", delivery.position()).update();
        trouble(delivery, trouble);
        return false;
    }

    private void settle(Delivery delivery, String outcome, @Nullable String trouble) {
        database.sql("update desk.hook_delivery set tries = tries + 1, outcome = ?, settled_at = now() where hook = ? and position = ?")
                .params(outcome, delivery.hook(), delivery.position()).update();
        trouble(delivery, trouble);
    }

    private void trouble(Delivery delivery, @Nullable String trouble) {
        database.sql("update desk.hook set trouble = :trouble where id = :id and trouble is distinct from :trouble")
                .param("trouble", trouble, Types.VARCHAR).param("id", delivery.hook()).update();
    }

    /** Lets what was given up be tried anew; how much. */
    int again(String hook) {
        return database.sql("""
                update desk.hook_delivery set outcome = 'WAITING', tries = 0, due = now(), settled_at = null
                where hook = ? and outcome = 'FAILED'""").param(hook).update();
    }

    /** Forgets what was delivered longer ago than that. */
    void tidy(Duration age) {
        database.sql("delete from desk.hook_delivery where outcome = 'SENT' and settled_at < now() - ? * interval '1 second'")
                .param(age.toSeconds()).update();
    }
}
