package asterism.query.applications;

import asterism.query.known.Known;
import asterism.query.listing.Listing;
import asterism.query.listing.Readers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where all applications stand, for people who are signed in. */
@Configuration(proxyBeanMethods = false)
class ApplicationsList {

    /**
     * Where an application stood, as it was known.
     *
     * @param stageSince position since which it is in that stage
     * @param level      the level last computed, proposed, decided or awarded
     */
    record Application(
            String application, String branch, @Nullable String zh, @Nullable String en, String round, String stage, long stageSince,
            @Nullable String level, @Nullable String decision) {
    }

    @Bean
    Listing<Application> applications() {
        return new Listing<>("applications", "Where each application stood, as it was known", Readers.SIGNED_IN,
                ApplicationsProjection.NAME, Application.class, """
                select a.application, a.branch, b.zh, b.en, a.round, a.stage, a.stage_since, a.level, a.decision
                from application_version a left join branch b using (branch) where\s""" + Known.BELIEVED, List.of("application"), false);
    }
}
