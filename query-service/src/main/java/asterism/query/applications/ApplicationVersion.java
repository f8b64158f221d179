package asterism.query.applications;

import asterism.query.course.Stage;
import asterism.query.known.Known;
import asterism.query.projecting.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an application stood, and between which facts it did. */
record ApplicationVersion(
        String application, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt, String branch,
        String round, Stage stage, long stageSince, @Nullable String level, @Nullable String decision)
        implements Known.Version<ApplicationVersion> {
    static final Table<ApplicationVersion> TABLE = Table.of("application_version", ApplicationVersion.class, 2);

    static ApplicationVersion of(ApplicationsProjection.Application now) {
        return new ApplicationVersion(now.application(), 0, Instant.EPOCH, null, null, now.branch(), now.round(), now.stage(),
                now.stageSince(), now.level(), now.decision());
    }

    @Override
    public ApplicationVersion known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
        return new ApplicationVersion(application, from, fromAt, to, toAt, branch, round, stage, stageSince, level, decision);
    }
}
