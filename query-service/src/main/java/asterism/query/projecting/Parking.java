package asterism.query.projecting;

import asterism.query.projecting.Folding.Parked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * The facts that wait, and trying them again: branch by branch, in order, into the rows as they stand now. What is folded late finds
 * the rows of other subjects as they are today; a comparison with a build made anew says whether that made a difference.
 */
@Component
class Parking {
    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private final Track.Means means;

    Parking(Track.Means means) {
        this.means = means;
    }

    /** Facts that wait after a position, in order, at most that many. */
    List<Parked> waiting(Build build, long after, int most) {
        return means.sql().sql("select * from %s.parked where position > ? order by position limit ?".formatted(build.schema()))
                .params(after, most).query(Folding.PARKED).list();
    }

    /**
     * Tries them all again, and what the build cannot get past.
     *
     * @return how many no longer wait
     */
    int retry(Projection projection, Build build) {
        Map<String, List<Parked>> branches = waiting(build, 0, Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(Parked::branch, LinkedHashMap::new, Collectors.toList()));
        if (branches.isEmpty() && build.stoppedAt() != null) {
            means.builds().changed(build);
        }
        return branches.values().stream().mapToInt(waiting -> tryAgain(projection, build, waiting)).sum();
    }

    private int tryAgain(Projection projection, Build build, List<Parked> waiting) {
        try {
            Integer folded = means.transaction().execute(_ -> means.builds().locked(List.of(build)).values().stream()
                    .mapToInt(stored -> fold(projection, stored, waiting)).sum());
            return folded;
        } catch (NonTransientDataAccessException e) {
            LOG.warn("{} still waits in {}: {}", waiting.getFirst().branch(), build.schema(), e.getMessage());
            return 0;
        }
    }

    private int fold(Projection projection, Build build, List<Parked> waiting) {
        Rows rows = new Rows(means.loader(build));
        Folding folding = new Folding(projection, rows, Map.of());
        for (Parked fact : waiting) {
            rows.remove(Folding.PARKED, fact.branch(), fact.position());
            try {
                folding.take(Folding.unframed(fact));
            } catch (Folding.Stopped e) {
                rows.put(Folding.PARKED, fact);
            }
        }
        means.writing().write(build.schema(), rows.changes());
        means.builds().changed(build);
        return waiting.size() - folding.parked();
    }
}
