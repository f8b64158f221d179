package asterism.query.projecting;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Ready is an instance once a build of its own version answers for each projection, or cannot be made: until then those that it is to
 * follow serve. Once ready it is not asked again.
 */
@Component("answering")
class Answering extends AbstractHealthIndicator {
    private final List<Projection> projections;
    private final Builds builds;
    private volatile boolean all;

    Answering(List<Projection> projections, Builds builds) {
        this.projections = projections;
        this.builds = builds;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> waiting = all ? List.of() : projections.stream().filter(each -> !answers(each)).map(Projection::name).toList();
        all = waiting.isEmpty();
        (all ? health.up() : health.outOfService()).withDetail("waiting", waiting);
    }

    private boolean answers(Projection projection) {
        return builds.live(projection.name(), projection.version()).isPresent()
                || builds.kept(projection).stream().anyMatch(build -> build.stoppedAt() != null);
    }
}
