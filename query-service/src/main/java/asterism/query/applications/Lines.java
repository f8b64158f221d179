package asterism.query.applications;

import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.directory.WhoIsWho;
import asterism.query.facts.Importance;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How lines are read, and how names are put to them. */
final class Lines {
    static final String SELECT = """
            select position, stream, version, type, actor, on_behalf_of, reason, effective_on, recorded_at, level,
                   importance, payload from line\s""";

    private Lines() {
    }

    record Found(
            long position, String stream, long version, String type, String actor, @Nullable String onBehalfOf, @Nullable String reason,
            LocalDate effectiveOn, Instant recordedAt, @Nullable String level, Importance importance, String payload) {
        Line named(WhoIsWho.Names names) {
            return new Line(position, stream, version, type, actor, nameOfActor(names, actor), onBehalfOf,
                    names.of(onBehalfOf).orElse(null), reason, effectiveOn, recordedAt, level, importance);
        }

        private static @Nullable String nameOfActor(WhoIsWho.Names names, String actor) {
            return actor.startsWith("person/") ? names.of(actor).orElse(null) : null;
        }
    }
}
