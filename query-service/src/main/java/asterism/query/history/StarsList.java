package asterism.query.history;

import asterism.query.listing.Listing;
import asterism.query.listing.Readers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stars of all branches, on any day, as known at any time. */
@Configuration(proxyBeanMethods = false)
class StarsList {
    private static final String STARS = """
            select b.branch, b.zh, b.en, b.body, s.level, s.from_day as since, s.until_day as until, s.because, s.kind, s.change,
                   s.application, s.position, s.recorded_at, s.known_from
            from branch b left join stretch s on s.branch = b.branch
                and s.known_from <= :asOf and s.known_from_at <= :knownAt
                and (s.known_to is null or s.known_to > :asOf or s.known_to_at > :knownAt)
                and s.from_day <= :validAt and (s.until_day is null or s.until_day > :validAt)
            where b.position <= :asOf and b.recorded_at <= :knownAt""";

    /**
     * The star of a branch on a day, as it was known.
     *
     * @param level      none while it is unrated
     * @param since      first day of this level
     * @param until      first day after it, where that was known
     * @param because    the decision it rests on
     * @param position   of the fact with that decision
     * @param knownFrom  position since which it was believed to be so
     */
    record Star(
            String branch, String zh, String en, String body, @Nullable String level, @Nullable LocalDate since,
            @Nullable LocalDate until, @Nullable String because, @Nullable String kind, @Nullable String change,
            @Nullable String application, @Nullable Long position, @Nullable Instant recordedAt, @Nullable Long knownFrom) {
    }

    /**
     * A star that nobody has looked at for over twelve months.
     *
     * @param examinedOn the last visit or surveillance; where there was none, the first day of the star
     * @param days       since then
     */
    record Unexamined(String branch, String zh, String en, String body, String level, LocalDate since, LocalDate examinedOn, int days) {
    }

    @Bean
    Listing<Unexamined> unexamined() {
        return new Listing<>("unexamined", "Stars not re-examined for over twelve months, on a day, as it was known", Readers.ANYONE,
                HistoryProjection.NAME, Unexamined.class, "select branch, zh, en, body, level, since, examined_on, "
                + "(:validAt)::date - examined_on as days from (select s.*, coalesce((select max(x.on_day) from examined x "
                + "where x.branch = s.branch and x.position <= :asOf and x.recorded_at <= :knownAt and x.on_day <= :validAt), s.since) "
                + "as examined_on from (" + STARS + ") as s where s.level is not null) as each "
                + "where examined_on < (:validAt)::date - interval '12 months'", List.of("branch"), false);
    }

    @Bean
    Listing<Star> stars() {
        return new Listing<>("stars", "The star of every branch, on a day, as it was known", Readers.ANYONE, HistoryProjection.NAME,
                Star.class, STARS, List.of("branch"), false);
    }
}
