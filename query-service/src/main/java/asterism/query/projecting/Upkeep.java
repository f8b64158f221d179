package asterism.query.projecting;

import asterism.query.reading.Page;
import asterism.query.reading.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What those who keep the house do with builds: rebuild beside, compare, promote, roll back, retire, and try parked facts again.
 * Whichever instance is asked, it writes to the books, and the one that projects follows them.
 */
@Component
public class Upkeep {
    /** In place of a projection's name: all of them. */
    public static final String ALL = "all";
    private final Projector projector;
    private final Track.Means means;
    private final Filling filling;
    private final Parking parking;
    private final Comparison comparison;
    private final Pulse pulse;

    Upkeep(Projector projector, Track.Means means, Filling filling, Parking parking, Comparison comparison, Pulse pulse) {
        this.projector = projector;
        this.means = means;
        this.filling = filling;
        this.parking = parking;
        this.comparison = comparison;
        this.pulse = pulse;
    }

    /**
     * A build as it stands.
     *
     * @param applied        all facts up to this position are folded
     * @param head           the last position that this instance knows of
     * @param live           whether it is the one that answers
     * @param former         whether it answered before that one, and is kept so that it can again
     * @param held           it does not take over by itself
     * @param filling        it is being filled from the feed
     * @param factsPerSecond while this instance fills it
     * @param since          when it was begun
     * @param parked         facts that wait, as they or an earlier one of their branch cannot be folded
     * @param stoppedAt      position of the fact it cannot get past
     */
    public record Standing(
            String projection, int number, int version, long applied, long head, boolean live, boolean former, boolean held,
            boolean filling, @Nullable Long factsPerSecond, Instant since, long parked, @Nullable Long stoppedAt,
            @Nullable String stoppedBecause) {
    }

    /** A fact that waits, and why. */
    public record Waiting(String branch, long position, String type, String reason) {
    }

    /** The builds of a projection, or of all, that are not retired, by projection and number. */
    public List<Standing> standing(String name) {
        List<String> names = named(name).stream().map(Projection::name).toList();
        return means.builds().all().stream().filter(build -> names.contains(build.projection())).map(this::standing).toList();
    }

    private Standing standing(Build build) {
        Optional<Filling.Progress> progress = build.filling() ? filling.progress(build) : Optional.empty();
        long applied = progress.map(Filling.Progress::position).orElse(build.applied());
        return new Standing(build.projection(), build.number(), build.version(), applied, Math.max(pulse.head(), applied),
                is(build, means.builds().live(build.projection(), build.version())),
                is(build, means.builds().former(build.projection(), build.version())), build.held(), build.filling(),
                progress.map(Filling.Progress::factsPerSecond).orElse(null), build.since(),
                means.builds().parked(build).values().stream().mapToInt(Integer::intValue).sum(), build.stoppedAt(),
                build.stoppedBecause());
    }

    private static boolean is(Build build, Optional<Build> other) {
        return other.filter(each -> each.number() == build.number()).isPresent();
    }

    /**
     * Begins to build anew beside what answers, from the feed.
     *
     * @param hold   it waits to be compared and promoted; else it takes over once it has come as far
     * @throws Refused where there is no such projection, or it is being built already
     */
    public void rebuild(String name, boolean hold) {
        List<Projection> wanted = named(name);
        wanted.stream().filter(each -> means.builds().kept(each).stream().anyMatch(Build::filling)).findFirst().ifPresent(busy -> {
            throw Refused.conflict("build.underway", "A build of " + busy.name() + " is being filled already.");
        });
        wanted.forEach(each -> means.builds().create(each, hold));
        projector.look();
    }

    /**
     * In what a build differs from the one that answers.
     *
     * @param number of the build; none for the newest that does not answer
     * @param table  only its rows; none for those of all tables
     * @param after  where the page before ended
     * @throws Refused where there is nothing to compare
     */
    public Difference compare(String name, @Nullable Integer number, @Nullable String table, @Nullable String after, int limit) {
        Build other = other(one(name), number);
        if (other.filling()) {
            throw Refused.conflict("build.not-ready", "Build " + other.number() + " is not filled yet.");
        }
        return comparison.compare(live(one(name)), other, table, after, limit);
    }

    /**
     * Lets a build answer in place of the one that does; that one is kept current until it is retired. Of all projections, at once.
     *
     * @param number of the build; none for the newest that does not answer
     * @throws Refused where it cannot, and nothing is changed
     */
    public void promote(String name, @Nullable Integer number) {
        if (number != null) {
            one(name);
        }
        promote(named(name).stream().map(each -> other(each, number)).toList());
    }

    /**
     * Lets the build answer that answered before.
     *
     * @throws Refused where there is none
     */
    public void rollBack(String name) {
        List<Build> former = named(name).stream().flatMap(each -> means.builds().former(each.name(), each.version()).stream()).toList();
        if (former.isEmpty()) {
            throw Refused.conflict("build.no-former", "There is no build that answered before.");
        }
        promote(former);
    }

    private void promote(List<Build> builds) {
        means.builds().promote(builds).ifPresent(behind -> {
            throw Refused.conflict("build.not-ready", "Build %d of %s is not where the one that answers is, and nothing is changed."
                    .formatted(behind.number(), behind.projection()));
        });
        projector.watch();
    }

    /**
     * Gives up builds that do not answer; their tables are dropped once nobody reads them.
     *
     * @param number of the build; none for all but the one that answers
     */
    public void retire(String name, @Nullable Integer number) {
        Map<String, Integer> versions = named(name).stream().collect(Collectors.toMap(Projection::name, Projection::version));
        List<Build> builds = number == null
                ? means.builds().all().stream().filter(build -> versions.containsKey(build.projection())).toList()
                : List.of(numbered(one(name), number));
        for (Build build : builds) {
            if (!means.builds().retire(build, versions.getOrDefault(build.projection(), 0)) && number != null) {
                throw Refused.conflict("build.answers", "Build " + number + " is the one that answers.");
            }
        }
        projector.look();
    }

    /** Facts that wait, in order. */
    public Page<Waiting> parked(String name, @Nullable Integer number, long after, int limit) {
        Projection projection = one(name);
        Build build = number == null ? live(projection) : numbered(projection, number);
        return Page.of(parking.waiting(build, after, limit + 1).stream()
                .map(parked -> new Waiting(parked.branch(), parked.position(), parked.type(), parked.reason())).toList(),
                limit, waiting -> Long.toString(waiting.position()));
    }

    /**
     * Tries again what waits, and what builds could not get past, in all builds.
     *
     * @return how many facts no longer wait
     */
    public int retry(String name) {
        int folded = 0;
        for (Projection projection : named(name)) {
            for (Build build : means.builds().kept(projection)) {
                folded += parking.retry(projection, build);
            }
        }
        projector.watch();
        projector.look();
        return folded;
    }

    private Build live(Projection projection) {
        return means.builds().live(projection.name(), projection.version()).orElseThrow(() ->
                Refused.conflict("build.none", "No build of " + projection.name() + " answers yet."));
    }

    private Build other(Projection projection, @Nullable Integer number) {
        if (number != null) {
            return numbered(projection, number);
        }
        int live = means.builds().live(projection.name(), projection.version()).map(Build::number).orElse(0);
        return means.builds().kept(projection).stream().filter(build -> build.number() != live).reduce((_, newer) -> newer)
                .orElseThrow(() -> Refused.conflict("build.none", "There is no other build of " + projection.name() + "."));
    }

    private Build numbered(Projection projection, int number) {
        return means.builds().all().stream().filter(build -> build.projection().equals(projection.name()) && build.number() == number)
                .findFirst().orElseThrow(() -> Refused.unknown("build.unknown", "There is no such build."));
    }

    private Projection one(String name) {
        if (name.equals(ALL)) {
            throw Refused.bad("name", "projection.one-only", "This is asked of one projection, not of all.");
        }
        return named(name).getFirst();
    }

    private List<Projection> named(String name) {
        List<Projection> found = projector.projections().stream().filter(each -> name.equals(ALL) || each.name().equals(name)).toList();
        if (found.isEmpty()) {
            throw Refused.unknown("projection.unknown", "There is no such projection.");
        }
        return found;
    }

    /** The names of the projections. */
    public List<String> names() {
        return projector.projections().stream().map(Projection::name).toList();
    }
}
