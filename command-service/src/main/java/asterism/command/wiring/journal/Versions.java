package asterism.command.wiring.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where streams stood when this process last saw them. As long as the head is where this process left it, nobody else wrote, and what is
 * remembered here is exact; once it is not, this is forgotten. Versions only grow, so even a stale memory refuses nothing wrongly.
 */
final class Versions {
    private static final int MOST = 100_000;

    private final Map<String, Long> known = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    /** The last version seen, 0 for a stream seen without facts, null for one not seen. */
    @Nullable Long of(String stream) {
        return known.get(stream);
    }

    void learn(Map<String, Long> seen) {
        known.putAll(seen);
    }

    void forget() {
        known.clear();
    }
}
