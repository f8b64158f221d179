package asterism.cli.bench;

import asterism.query.history.HistoryQuestion;
import asterism.query.history.HistoryQuestion.When;
import asterism.query.projecting.Upkeep;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The product's full rebuild: every projection anew from the feed, beside those that answer, its root proven, while somebody reads. One
 * failed or empty answer fails the bench.
 */
final class Rebuild implements Work {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final DataSource source;
    private final Upkeep upkeep;
    private final HistoryQuestion question;
    private final Histories histories;
    private boolean done;

    private Rebuild(ConfigurableApplicationContext pages, Histories histories) {
        this.source = pages.getBean(DataSource.class);
        this.upkeep = pages.getBean(Upkeep.class);
        this.question = pages.getBean(HistoryQuestion.class);
        this.histories = histories;
    }

    static Rebuild open(ConfigurableApplicationContext pages, Histories histories) throws InterruptedException, SQLException {
        var rebuild = new Rebuild(pages, histories);
        rebuild.await();
        return rebuild;
    }

    @Override
    public int once() throws InterruptedException, SQLException {
        done = true;
        var over = new AtomicBoolean();
        var reading = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                probe();
            }
        });
        upkeep.rebuild(Upkeep.ALL, true);
        try {
            await();
        } finally {
            over.set(true);
        }
        try {
            reading.join();
        } catch (CompletionException e) {
            throw new BenchFailure("a reader was disturbed: " + e.getCause(), e);
        }
        return Math.toIntExact(histories.facts());
    }

    private void probe() {
        var branch = histories.anyBranch();
        if (question.history(branch, When.NOW).answer().stretches().isEmpty()) {
            throw new BenchFailure("no star of " + branch + " was found");
        }
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until every build has all facts. */
    private void await() throws InterruptedException, SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!allStand()) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailure("the projections are not built anew after " + PATIENCE);
            }
            Thread.sleep(LOOK);
        }
    }

    /** The books are asked, which costs little. */
    private boolean allStand() throws SQLException {
        return Database.number(source, "select count(*) from live join build using (projection, number)") == upkeep.names().size()
                && Database.number(source, "select count(*) from build where retired_at is null and (filling or applied < "
                        + histories.facts() + ")") == 0;
    }

    @Override
    public boolean more() {
        return !done;
    }

    /** Also builds that are retired stay in the books. */
    @Override
    public long stored() throws SQLException {
        return Database.number(source, "select coalesce(sum(applied), 0) from build where projection = 'history' and number > 1");
    }

    /** The service goes on, without what was built beside. */
    @Override
    public void close() {
        upkeep.retire(Upkeep.ALL, null);
    }
}
