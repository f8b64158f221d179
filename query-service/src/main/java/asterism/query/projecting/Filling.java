package asterism.query.projecting;

import asterism.journal.Framed;
import asterism.journal.Frontier;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills builds from the feed, on a thread and a database session of its own, so that the live projections go on meanwhile. What the
 * feed gave must have the size and the Merkle root that it says. The session holds a lock on each build that is being filled: when
 * the process dies, another one, or the next, goes on from the last portion.
 */
@Component
class Filling {
    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final int SLICE = 1_000;
    private static final int SLICE_BYTES = 1 << 22;
    private static final long PORTION_BYTES = 1 << 25;
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private final DataSource source;
    private final Feed feed;
    private final Map<String, Projection> projections;
    private final Pulse pulse;
    private final int most;
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private final Map<String, Progress> underway = new ConcurrentHashMap<>();

    /** @param most rows held in memory before a portion is written */
    Filling(DataSource source, Feed feed, List<Projection> projections, Pulse pulse,
            @Value("${asterism.projecting.rows:400000}") int most) {
        this.source = source;
        this.feed = feed;
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, each -> each));
        this.pulse = pulse;
        this.most = most;
    }

    /**
     * How far a fill has come.
     *
     * @param position       of the last fact it has folded
     * @param factsPerSecond since it began here
     * @param since          when it began here
     */
    public record Progress(long position, long factsPerSecond, Instant since) {
    }

    /** The journal is not what its feed says it is. */
    private static final class Unproven extends RuntimeException {
        Unproven(String sentence) {
            super(sentence);
        }
    }

    /** Begins to fill these builds, unless something is being filled: then they wait until it is asked again. */
    void begin(List<Build> builds, Runnable afterwards) {
        Thread filler = Thread.ofPlatform().daemon().name("projection-filler").unstarted(() -> run(builds, afterwards));
        if (thread.compareAndSet(null, filler)) {
            filler.start();
        }
    }

    Optional<Progress> progress(Build build) {
        return Optional.ofNullable(underway.get(build.schema()));
    }

    /** Stops where it is; what was written stays for the one who goes on. */
    void stop() {
        Thread filler = thread.get();
        if (filler != null) {
            filler.interrupt();
            try {
                filler.join(FAREWELL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run(List<Build> builds, Runnable afterwards) {
        boolean filled = false;
        try (Connection connection = source.getConnection()) {
            Track.Means means = means(new SingleConnectionDataSource(connection, true));
            try {
                filled = fillAll(builds.stream().filter(build -> lock(build, means)).toList(), means);
            } finally {
                means.sql().sql("select pg_advisory_unlock_all()").query().singleRow();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Filling {} failed and will be tried again: {}", schemas(builds), e.getMessage());
        } finally {
            underway.clear();
            thread.set(null);
        }
        if (filled && !Thread.currentThread().isInterrupted()) {
            afterwards.run();
        }
    }

    private static Track.Means means(DataSource session) {
        JdbcClient sql = JdbcClient.create(session);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(session));
        return new Track.Means(sql, transaction, new Builds(sql, transaction), new Writing(new JdbcTemplate(session)));
    }

    /** Nobody else fills it, and it still wants to be filled. */
    private static boolean lock(Build build, Track.Means means) {
        return means.sql().sql("select pg_try_advisory_lock(hashtextextended('fill ' || ?, 0))").param(build.schema())
                .query(Boolean.class).single() && means.builds().found(build).filter(now -> now.standsAs(build)).isPresent();
    }

    /** Those that stand at the same position together, with one reading of the feed. */
    private boolean fillAll(List<Build> builds, Track.Means means) {
        boolean filled = false;
        for (List<Build> together : new TreeMap<>(builds.stream().collect(Collectors.groupingBy(Build::applied))).values()) {
            filled |= fill(together, means);
        }
        return filled;
    }

    private boolean fill(List<Build> builds, Track.Means means) {
        Frontier frontier = means.builds().frontier(builds.getFirst());
        try {
            Framed.Frame.End end = read(builds.stream().map(build -> new Bulk(of(build), build, means)).toList(), frontier);
            LOG.info("{} are filled to position {}, root {}", schemas(builds), end.size(), HexFormat.of().formatHex(frontier.root()));
            return true;
        } catch (IOException e) {
            LOG.info("The feed does not fill {} yet: {}", schemas(builds), e.getMessage());
            List<Build> first = builds.stream()
                    .filter(build -> build.applied() == 0 && means.builds().answered(build.projection()).isEmpty()).toList();
            first.forEach(build -> means.builds().filled(of(build), build)); // the topic may have it all
            return !first.isEmpty();
        } catch (Unproven e) {
            LOG.error("{} are not filled: {}", schemas(builds), e.getMessage());
            means.builds().advance(builds.stream().flatMap(build -> means.builds().found(build).filter(Build::filling).stream())
                    .map(build -> build.stopped(frontier.size(), String.valueOf(e.getMessage()))).toList());
            return false;
        }
    }

    private Projection of(Build build) {
        Projection projection = projections.get(build.projection());
        if (projection == null) {
            throw new IllegalStateException("no projection is called " + build.projection());
        }
        return projection;
    }

    private Framed.Frame.End read(List<Bulk> bulks, Frontier frontier) throws IOException {
        Instant since = Instant.now();
        long began = System.nanoTime();
        long from = frontier.size();
        List<Bulk> open = new ArrayList<>(bulks);
        List<Incoming> slice = new ArrayList<>();
        Portion portion = new Portion();
        Framed.Frame.End end = feed.read(from, recorded -> {
            frontier.add(Leaf.hash(recorded));
            slice.add(new Incoming(recorded));
            portion.add(recorded);
            if (slice.size() == SLICE || portion.sliceBytes > SLICE_BYTES) {
                take(open, slice, frontier, portion);
                double seconds = Math.max(1, System.nanoTime() - began) / 1e9;
                Progress progress = new Progress(frontier.size(), Math.round((frontier.size() - from) / seconds), since);
                open.forEach(bulk -> underway.put(bulk.build().schema(), progress));
            }
            return !Thread.currentThread().isInterrupted();
        }).orElseThrow(() -> new IOException("it was asked to stop"));
        take(open, slice, frontier, portion);
        prove(end, frontier);
        flush(open, frontier, true);
        pulse.head(end.size());
        return end;
    }

    /** How much was read since rows were written last: several tables keep what was read as it is. */
    private static final class Portion {
        private long bytes;
        private long sliceBytes;

        void add(Recorded fact) {
            sliceBytes += fact.payload().length + fact.metadata().length;
        }

        /** @return whether it is enough to be written */
        boolean sliced() {
            bytes += sliceBytes;
            sliceBytes = 0;
            return bytes > PORTION_BYTES;
        }
    }

    private void take(List<Bulk> open, List<Incoming> slice, Frontier frontier, Portion portion) {
        List<Set<String>> subjects = Incoming.subjects(slice);
        open.forEach(bulk -> bulk.take(slice, subjects));
        slice.clear();
        List<Bulk> stopped = open.stream().filter(bulk -> bulk.build().stoppedAt() != null).toList();
        open.removeAll(stopped);
        flush(new ArrayList<>(stopped), frontier, true);
        if (portion.sliced() || held(open) > most) {
            flush(open, frontier, false);
            portion.bytes = 0;
            if (held(open) > most / 2) {
                open.forEach(Bulk::halve);
            }
        }
    }

    private static int held(List<Bulk> open) {
        return open.stream().mapToInt(Bulk::held).sum();
    }

    /** A build with a row that the database refuses goes on as the live ones do, which can tell which fact it is. */
    private static void flush(List<Bulk> open, Frontier frontier, boolean done) {
        open.removeIf(bulk -> {
            try {
                bulk.flush(frontier, done);
                return false;
            } catch (NonTransientDataAccessResourceException e) {
                throw e;
            } catch (NonTransientDataAccessException e) {
                LOG.warn("{} cannot be filled at once: {}", bulk.build().schema(), e.getMessage());
                bulk.followInstead();
                return true;
            }
        });
    }

    private static void prove(Framed.Frame.End end, Frontier frontier) {
        if (end.size() != frontier.size()) {
            throw new Unproven("the feed gave %d facts, and says there are %d".formatted(frontier.size(), end.size()));
        }
        if (end.root().length > 0 && !Arrays.equals(end.root(), frontier.root())) {
            throw new Unproven("the root over the %d facts that the feed gave is %s, and the feed says %s".formatted(frontier.size(),
                    HexFormat.of().formatHex(frontier.root()), HexFormat.of().formatHex(end.root())));
        }
    }

    private static String schemas(List<Build> builds) {
        return builds.stream().map(Build::schema).sorted().collect(Collectors.joining(", "));
    }
}
