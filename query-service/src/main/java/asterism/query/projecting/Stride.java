package asterism.query.projecting;

import asterism.events.EventJson;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;

/**
 * Takes facts into all builds that stand right before them. Each fact is decoded once and folded in memory; the rows of all builds
 * and their positions are written in one short transaction, which first asks whether they still stand where they did: who slept
 * meanwhile is refused. The commit need not be waited for: what a crash takes back is applied again.
 */
@Component
class Stride {
    private static final Logger LOG = LoggerFactory.getLogger(Stride.class);
    private final Track.Means means;
    private final Pulse pulse;
    private final Duration seize;
    private final Propagator traces;

    /** @param seize how long a process that is paused within its transaction may keep others from going on */
    @Autowired
    Stride(Track.Means means, Pulse pulse, @Value("${asterism.projecting.seize:5s}") Duration seize, ObjectProvider<Propagator> traces) {
        this(means, pulse, seize, traces.getIfAvailable(() -> Propagator.NOOP));
    }

    Stride(Track.Means means, Pulse pulse, Duration seize, Propagator traces) {
        this.means = means;
        this.pulse = pulse;
        this.seize = seize;
        this.traces = traces;
    }

    /** Takes facts whose positions follow the tracks' one without a gap. A row that the database refuses costs its fact alone. */
    void take(List<Track> tracks, List<Incoming> facts) {
        try {
            apply(tracks, facts);
        } catch (DataIntegrityViolationException | BadSqlGrammarException e) {
            if (tracks.size() > 1) {
                tracks.forEach(track -> take(List.of(track), facts));
            } else if (facts.size() > 1) {
                take(tracks, facts.subList(0, facts.size() / 2));
                takeRest(tracks, facts.subList(facts.size() / 2, facts.size()));
            } else {
                refused(tracks.getFirst(), facts.getFirst(), String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
            }
        }
    }

    private void takeRest(List<Track> tracks, List<Incoming> facts) {
        Track track = tracks.getFirst();
        if (track.build().follows() && track.build().applied() + 1 == facts.getFirst().position()) {
            take(tracks, facts);
        }
    }

    private void apply(List<Track> tracks, List<Incoming> facts) {
        Map<Track, Build> after = new LinkedHashMap<>();
        List<Set<String>> subjects = Incoming.subjects(facts);
        List<Span> spans = facts.stream().flatMap(fact -> span(fact).stream()).toList();
        try {
            tracks.forEach(track -> after.put(track, track.fold(facts, subjects)));
            commit(after);
        } catch (RuntimeException e) {
            tracks.forEach(Track::forget);
            throw e;
        }
        pulse.applied(facts.size());
        spans.forEach(Span::end);
    }

    /** From the fact's arrival until its rows stand, in the trace of its command, where somebody follows that. */
    private Optional<Span> span(Incoming fact) {
        return EventJson.traceparent(fact.at().metadata()).map(parent -> traces.extract(Map.of("traceparent", parent), Map::get)
                .kind(Span.Kind.CONSUMER).name("project").tag("position", fact.position()).start());
    }

    /** The fact waits; where not even that can be written, the build stands still, and the others go on. */
    private void refused(Track track, Incoming fact, String reason) {
        LOG.error("{} cannot write position {}: {}", track.build().schema(), fact.position(), reason);
        try {
            commit(Map.of(track, track.park(fact, reason)));
        } catch (DataIntegrityViolationException | BadSqlGrammarException e) {
            track.forget();
            means.builds().advance(List.of(track.build().stopped(fact.position(), reason)));
            track.look();
        }
    }

    private void commit(Map<Track, Build> after) {
        List<Track> overtaken = new ArrayList<>();
        means.transaction().executeWithoutResult(_ -> {
            means.sql().sql("""
                    select set_config('synchronous_commit', 'off', true), set_config('idle_in_transaction_session_timeout', ?, true)""")
                    .param(seize.toMillis() + "ms").query().singleRow();
            Map<String, Build> stored = means.builds().locked(after.keySet().stream().map(Track::build).toList());
            List<Build> advanced = new ArrayList<>();
            after.forEach((track, build) -> {
                Build now = stored.get(build.schema());
                if (now == null || !now.standsAs(track.build())) {
                    overtaken.add(track);
                } else {
                    track.write();
                    advanced.add(build);
                }
            });
            means.builds().advance(advanced);
        });
        after.forEach((track, build) -> {
            if (overtaken.contains(track)) {
                pulse.overtaken();
                track.forget();
                track.look();
            } else {
                settle(track, build);
            }
        });
    }

    private static void settle(Track track, Build after) {
        track.settled(after);
        if (after.stoppedAt() != null) {
            LOG.error("{} stands still before position {}: {}", after.schema(), after.stoppedAt(), after.stoppedBecause());
        }
    }
}
