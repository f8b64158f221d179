package asterism.query.projecting;

import asterism.journal.Framed;
import asterism.journal.Recorded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Leads every build along the journal: exactly {@code position = applied + 1}, from wherever it comes. What stands already is
 * passed over; what is missing is fetched from the feed. Builds that stand at the same position go together. Two projectors at once
 * do no harm: the applied position is read again, its row locked, in the transaction that moves it.
 */
@Component
public class Projector {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private final List<Projection> projections;
    private final Feed feed;
    private final Track.Means means;
    private final Stride stride;
    private final Filling filling;
    private final Pulse pulse;
    private final int batch;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Track> tracks = new CopyOnWriteArrayList<>();

    /** @param batch facts in one transaction, at most */
    Projector(List<Projection> projections, Feed feed, Track.Means means, Stride stride, Filling filling, Pulse pulse,
              @Value("${asterism.projecting.batch:500}") int batch) {
        this.projections = projections.stream().sorted(Comparator.comparing(Projection::name)).toList();
        this.feed = feed;
        this.means = means;
        this.stride = stride;
        this.filling = filling;
        this.pulse = pulse;
        this.batch = batch;
    }

    List<Projection> projections() {
        return projections;
    }

    /** Finds or makes the builds; empty ones are filled from the feed, then they follow and may answer. */
    public void open() {
        for (Projection projection : projections) {
            if (means.builds().kept(projection).isEmpty()) {
                means.builds().create(projection, false);
            }
        }
        look();
    }

    /** Looks at the books: follows builds that are new there, has those filled that are not, leaves those that are retired. */
    public void look() {
        locked(() -> {
            List<Build> unfilled = new ArrayList<>();
            List<String> kept = new ArrayList<>();
            for (Projection projection : projections) {
                for (Build build : means.builds().kept(projection)) {
                    kept.add(build.schema());
                    if (build.filling() && build.stoppedAt() == null) {
                        unfilled.add(build);
                    } else if (!build.filling() && tracks.stream().noneMatch(track -> track.build().schema().equals(build.schema()))) {
                        follow(new Track(projection, build, means));
                    }
                }
            }
            tracks.stream().map(Track::build).filter(build -> !kept.contains(build.schema())).forEach(pulse::gone);
            tracks.removeIf(track -> !kept.contains(track.build().schema()));
            means.builds().sweep();
            if (!unfilled.isEmpty()) {
                filling.begin(unfilled, this::afterFilling);
            }
        });
    }

    private void follow(Track track) {
        tracks.add(track);
        promoteWhenReady(track);
        pulse.moved(track.build(), track.parked());
    }

    private void afterFilling() {
        try {
            look();
            lookAtFeed();
        } catch (RuntimeException e) {
            LOG.warn("What was filled does not follow yet: {}", e.getMessage());
        }
    }

    /** The position before which no build needs anything more. */
    public long applied() {
        return tracks.stream().mapToLong(track -> track.build().applied()).min().orElse(0);
    }

    /**
     * Takes in what the topic brought, in any order, however often.
     *
     * @throws IOException where facts before these are missing and the feed does not bring them either: bring these again later
     */
    public void accept(Collection<Recorded> brought) throws IOException {
        lock.lock();
        try {
            NavigableMap<Long, Incoming> facts = new TreeMap<>();
            brought.forEach(fact -> facts.put(fact.position(), new Incoming(fact)));
            pulse.head(facts.lastKey());
            advance(facts);
            pulse.beat();
        } finally {
            lock.unlock();
        }
    }

    /** Builds that lack facts which the feed does not bring now are left behind, as long as others go on. */
    private void advance(NavigableMap<Long, Incoming> facts) throws IOException {
        Set<Track> left = new HashSet<>();
        IOException why = null;
        for (List<Track> together = next(facts.lastKey(), left); !together.isEmpty(); together = next(facts.lastKey(), left)) {
            long next = together.getFirst().build().applied() + 1;
            List<Incoming> run = run(facts, next);
            try {
                if (run.isEmpty()) {
                    refill(together, facts.lastKey());
                } else {
                    take(together, run);
                }
                if (together.stream().anyMatch(track -> track.build().follows() && track.build().applied() + 1 == next)) {
                    throw new IOException("the feed does not have position " + next + " yet");
                }
            } catch (IOException e) {
                left.addAll(together);
                why = e;
            }
        }
        if (why != null && following().stream().allMatch(left::contains)) {
            throw why;
        }
    }

    /** Those that stand furthest behind of all that stand before a position. */
    private List<Track> next(long position, Set<Track> without) {
        return new TreeMap<>(following().stream().filter(track -> track.build().applied() < position && !without.contains(track))
                .collect(Collectors.groupingBy(track -> track.build().applied()))).values().stream().findFirst().orElse(List.of());
    }

    /** Whether some follow behind others. */
    public boolean scattered() {
        return following().stream().mapToLong(track -> track.build().applied()).distinct().count() > 1;
    }

    /** Whether any build follows. */
    public boolean follows() {
        return !tracks.isEmpty();
    }

    private List<Track> following() {
        return tracks.stream().filter(track -> track.build().follows()).toList();
    }

    private List<Incoming> run(NavigableMap<Long, Incoming> facts, long next) {
        List<Incoming> run = new ArrayList<>();
        for (Incoming fact : facts.tailMap(next, true).values()) {
            if (fact.position() != next + run.size() || run.size() == batch) {
                break;
            }
            run.add(fact);
        }
        return run;
    }

    /** Takes facts into those of these tracks that still stand right before them. */
    private void take(List<Track> together, List<Incoming> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<Track> ready = together.stream().filter(track -> track.build().follows()
                && track.build().applied() + 1 == facts.getFirst().position()).toList();
        if (!ready.isEmpty()) {
            stride.take(ready, facts);
            ready.forEach(track -> {
                promoteWhenReady(track);
                pulse.moved(track.build(), track.parked());
            });
        }
    }

    /** Brings builds that stand at the same position up to the end of the journal; {@code upTo} is known to be there. */
    private void refill(List<Track> together, long upTo) throws IOException {
        List<Incoming> run = new ArrayList<>();
        Optional<Framed.Frame.End> end = feed.read(together.getFirst().build().applied(), recorded -> {
            run.add(new Incoming(recorded));
            if (run.size() == batch) {
                take(together, List.copyOf(run));
                run.clear();
            }
            long taken = recorded.position() - run.size();
            return together.stream().anyMatch(track -> track.build().follows() && track.build().applied() >= taken);
        });
        take(together, run);
        pulse.head(Math.max(end.map(Framed.Frame.End::size).orElse(0L), upTo));
        pulse.refilled();
    }

    /** Asks the feed for what the topic has not brought: a topic may be silent, deleted or late. */
    public void lookAtFeed() {
        locked(() -> {
            watch();
            try {
                for (List<Track> together : new TreeMap<>(following().stream()
                        .collect(Collectors.groupingBy(track -> track.build().applied()))).values()) {
                    refill(together, 0);
                }
                pulse.beat();
            } catch (IOException e) {
                LOG.debug("The feed does not answer: {}", e.getMessage());
            }
        });
    }

    /**
     * Reads how the builds stand, without moving them.
     *
     * @return whether somebody else moves them
     */
    public boolean watch() {
        lock.lock();
        try {
            boolean moved = false;
            for (Track track : tracks) {
                if (track.look()) {
                    moved = true;
                    pulse.moved(track.build(), track.parked());
                }
            }
            return moved;
        } finally {
            lock.unlock();
        }
    }

    private void promoteWhenReady(Track track) {
        if (!track.build().held() && means.builds().promote(List.of(track.build())).isEmpty()) {
            LOG.info("{} answers from build {} at position {}", track.projection().name(), track.build().number(), track.build().applied());
            track.look();
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
