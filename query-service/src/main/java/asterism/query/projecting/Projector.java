package asterism.query.projecting;

import asterism.journal.Recorded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Leads every build along the journal: exactly {@code position = applied + 1}, from wherever it comes. What stands already is
 * passed over; what is missing is fetched from the feed. Two projectors at once do no harm: the applied position is read again,
 * its row locked, in the transaction that moves it.
 */
@Component
public class Projector {
    /** Facts in one transaction. */
    static final int BATCH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private final List<Projection> projections;
    private final Feed feed;
    private final Track.Means means;
    private final Pulse pulse;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Track> tracks = new ArrayList<>();

    Projector(List<Projection> projections, Feed feed, Track.Means means, Pulse pulse) {
        this.projections = projections.stream().sorted(Comparator.comparing(Projection::name)).toList();
        this.feed = feed;
        this.means = means;
        this.pulse = pulse;
    }

    /** Finds or makes the builds, fills empty ones from the feed where it answers, and lets them answer. */
    public void open() {
        locked(() -> {
            if (tracks.isEmpty()) {
                List<Build> builds = projections.stream()
                        .map(projection -> means.builds().newest(projection).orElseGet(() -> means.builds().create(projection))).toList();
                begin(projections, builds);
            }
        });
    }

    /** Builds a projection anew beside the one that answers; once it has caught up it takes over. */
    public void rebuild(String name) {
        locked(() -> {
            Projection projection = projections.stream().filter(each -> each.name().equals(name)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no projection is called " + name));
            begin(List.of(projection), List.of(means.builds().create(projection)));
            lookAtFeed();
        });
    }

    /**
     * A build as it stands.
     *
     * @param applied   all facts up to this position are folded
     * @param live      whether it is the one that answers
     * @param parked    facts that wait, as they or an earlier one of their branch cannot be folded
     * @param stoppedAt position of the fact it cannot get past
     */
    public record Standing(String projection, int number, int version, long applied, boolean live, long parked, @Nullable Long stoppedAt,
                           @Nullable String stoppedBecause) {
    }

    /** All builds there are, by projection and number. */
    public List<Standing> standing() {
        return means.builds().all().stream().map(build -> new Standing(build.projection(), build.number(), build.version(),
                build.applied(), isLive(build), means.builds().parked(build), build.stoppedAt(), build.stoppedBecause())).toList();
    }

    private boolean isLive(Build build) {
        return means.builds().live(build.projection()).filter(live -> live.number() == build.number()).isPresent();
    }

    /** The names of the projections. */
    public List<String> names() {
        return projections.stream().map(Projection::name).toList();
    }

    private void begin(List<Projection> of, List<Build> builds) {
        List<Build> filled = filled(of, builds);
        for (int i = 0; i < of.size(); i++) {
            Track track = new Track(of.get(i), filled.get(i), means);
            tracks.add(track);
            promoteWhenReady(track);
            pulse.moved(track.build());
        }
    }

    private List<Build> filled(List<Projection> of, List<Build> builds) {
        List<Bulk> empty = new ArrayList<>();
        List<Bulk> all = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            Bulk bulk = new Bulk(of.get(i), builds.get(i), means);
            all.add(bulk);
            if (builds.get(i).applied() == 0) {
                empty.add(bulk);
            }
        }
        if (!empty.isEmpty()) {
            fill(empty);
        }
        return all.stream().map(Bulk::finish).toList();
    }

    private void fill(List<Bulk> empty) {
        try {
            long size = feed.read(0, recorded -> {
                Incoming fact = new Incoming(recorded);
                empty.forEach(bulk -> bulk.take(fact));
                return true;
            });
            pulse.head(size);
        } catch (IOException e) {
            LOG.info("The feed does not fill the new projections yet ({}); they start from the topic", e.getMessage());
        }
    }

    /** The position before which every build needs nothing more. */
    public long applied() {
        return tracks.stream().mapToLong(track -> track.build().applied()).min().orElse(0);
    }

    /**
     * Takes in what the topic brought, in any order, however often.
     *
     * @throws IOException where facts before these are missing and the feed does not bring them either: bring these again later
     */
    public void accept(List<Recorded> brought) throws IOException {
        lock.lock();
        try {
            List<Incoming> facts = brought.stream().sorted(Comparator.comparingLong(Recorded::position)).map(Incoming::new).toList();
            pulse.head(facts.getLast().position());
            for (Track track : List.copyOf(tracks)) {
                advance(track, facts);
            }
            pulse.beat();
        } finally {
            lock.unlock();
        }
    }

    private void advance(Track track, List<Incoming> facts) throws IOException {
        if (track.build().stoppedAt() != null) {
            return;
        }
        if (facts.getFirst().position() > track.next()) {
            refill(track, facts.getFirst().position());
        }
        for (Incoming fact : follow(track, facts)) {
            if (fact.position() > track.next()) {
                refill(track, fact.position());
            }
        }
    }

    /** Applies the longest run that follows without a gap, and gives back what stands beyond the gap. */
    private List<Incoming> follow(Track track, List<Incoming> facts) {
        List<Incoming> run = new ArrayList<>();
        List<Incoming> beyond = new ArrayList<>();
        long next = track.next();
        for (Incoming fact : facts) {
            if (fact.position() == next) {
                run.add(fact);
                next++;
            } else if (fact.position() > next) {
                beyond.add(fact);
            }
        }
        apply(track, run);
        return beyond;
    }

    private void apply(Track track, List<Incoming> run) {
        if (run.isEmpty()) {
            return;
        }
        try {
            if (track.apply(run)) {
                pulse.applied(run.size());
            } else {
                pulse.overtaken();
                follow(track, run);
            }
        } catch (Folding.Stopped stopped) {
            apply(track, run.stream().filter(fact -> fact.position() < stopped.position()).toList());
            LOG.error("The projection {} stands still before position {}: {}", track.projection().name(), stopped.position(),
                    stopped.getMessage());
            track.stopped(stopped);
        }
        promoteWhenReady(track);
        pulse.moved(track.build());
    }

    /** Brings a build up to the end of the journal; {@code upTo} is known to be there. */
    private void refill(Track track, long upTo) throws IOException {
        List<Incoming> run = new ArrayList<>();
        long size = feed.read(track.build().applied(), recorded -> {
            run.add(new Incoming(recorded));
            if (run.size() == BATCH) {
                follow(track, List.copyOf(run));
                run.clear();
            }
            return track.build().stoppedAt() == null;
        });
        follow(track, run);
        pulse.head(Math.max(size, upTo));
        pulse.refilled();
    }

    /** Asks the feed for what the topic has not brought: a topic may be silent, deleted or late. */
    public void lookAtFeed() {
        locked(() -> {
            try {
                for (Track track : List.copyOf(tracks)) {
                    if (track.build().stoppedAt() == null && !track.movedByAnother()) {
                        refill(track, 0);
                    }
                }
                pulse.beat();
            } catch (IOException e) {
                LOG.debug("The feed does not answer: {}", e.getMessage());
            }
        });
    }

    private void promoteWhenReady(Track track) {
        Optional<Build> live = means.builds().live(track.projection().name());
        if (live.map(build -> build.number() < track.build().number()).orElse(true)) {
            promote(track);
        }
    }

    private void promote(Track track) {
        if (means.builds().promote(track.build())) {
            LOG.info("{} answers from build {} at position {}", track.projection().name(), track.build().number(), track.build().applied());
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
