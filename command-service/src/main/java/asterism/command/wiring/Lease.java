package asterism.command.wiring;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The right to do what only one process may do at a time. It runs out by itself when its holder is gone. */
public final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final Duration COURTESY = Duration.ofSeconds(1);

    private final JdbcClient database;
    private final String task;
    private final UUID me = UUID.randomUUID();
    private volatile boolean held;
    private volatile long asked;

    public Lease(JdbcClient database, String task) {
        this.database = database;
        this.task = task;
    }

    /** Takes or prolongs the lease; false while somebody else holds it. Asks the database only now and then. */
    public boolean hold() {
        boolean fresh = System.nanoTime() - asked < LENGTH.toNanos() / 4;
        if (!held || !fresh) {
            asked = System.nanoTime();
            held = database.sql("""
                    insert into desk.lease as lease (task, holder, until) values (:task, :me, now() + :length * interval '1 second')
                    on conflict (task) do update set holder = excluded.holder, until = excluded.until
                    where lease.holder = excluded.holder or lease.until < now()""")
                    .param("task", task).param("me", me).param("length", LENGTH.toSeconds()).update() == 1;
        }
        return held;
    }

    /** Lets the next one have it at once, if the database answers soon; otherwise it runs out by itself. */
    @Override
    public void close() {
        if (held) {
            held = false;
            Thread giving = Thread.ofVirtual().start(this::giveUp);
            try {
                if (!giving.join(COURTESY)) {
                    giving.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void giveUp() {
        try {
            database.sql("delete from desk.lease where task = ? and holder = ?").param(task).param(me).update();
        } catch (DataAccessException e) {
            LOG.debug("the lease of {} runs out by itself", task, e);
        }
    }
}
