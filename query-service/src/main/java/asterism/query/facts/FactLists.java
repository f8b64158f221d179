package asterism.query.facts;

import asterism.query.listing.Listing;
import asterism.query.listing.Readers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The facts, the newest first; and those among them that were recorded after the day they hold from. */
@Configuration(proxyBeanMethods = false)
class FactLists {
    private final String facts;

    FactLists(@Value("${asterism.zone:Asia/Shanghai}") ZoneId zone) {
        facts = """
                select position, about, stream, version, type, importance, actor, on_behalf_of, asked, reason, effective_on, recorded_at,
                       (recorded_at at time zone '%s')::date - effective_on as days_late
                from fact where position <= :asOf and recorded_at <= :knownAt""".formatted(zone.getId());
    }

    /**
     * A fact in short.
     *
     * @param about    the branch it is about, as {@code branch/b017}; of a fact about none its stream
     * @param asked    the command that led to it
     * @param reason   as given
     * @param daysLate days from the one it holds from to the one on which it was recorded; below zero where it was recorded before
     */
    record Brief(
            long position, String about, String stream, long version, String type, String importance, String actor,
            @Nullable String onBehalfOf, String asked, @Nullable String reason, LocalDate effectiveOn, Instant recordedAt, int daysLate) {
    }

    @Bean
    Listing<Brief> facts() {
        return new Listing<>("facts", "Every fact in short, the newest first: filter by what it is about, its type, importance, actor or "
                + "days", Readers.SIGNED_IN, FactsProjection.NAME, Brief.class, facts, List.of("position"), true);
    }

    @Bean
    Listing<Brief> backdated() {
        return new Listing<>("backdated", "Facts recorded after the day they hold from, by how many days and by whom",
                Readers.SIGNED_IN, FactsProjection.NAME, Brief.class,
                "select * from (" + facts + ") as each where days_late > 0", List.of("position"), true);
    }
}
