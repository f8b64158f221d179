package asterism.query.practices;

import asterism.query.known.Known;
import asterism.query.listing.Listing;
import asterism.query.listing.Readers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Best practices and pairings, open to anyone: they are meant to be seen. */
@Configuration(proxyBeanMethods = false)
public class PracticeLists {

    /**
     * A practice that is an example to others.
     *
     * @param item     the indicator or input of the scheme in which the branch excels
     * @param scheme   the rules that know the item, and their version; none where the round of the star is not known
     * @param evidence how many files show it
     */
    public record Practice(
            String practice, String branch, @Nullable String zh, @Nullable String en, @Nullable String body, String item,
            @Nullable String scheme, @Nullable String version, String title, int evidence, LocalDate recognisedOn, long position,
            Instant recordedAt) {
    }

    /**
     * A strong branch that helps another, as it was known.
     *
     * @param running  on the day asked about; a pairing also ends with either of its branches
     * @param position of the fact that says so
     */
    public record Pairing(
            String branch, @Nullable String zh, @Nullable String en, String strong, @Nullable String strongZh, @Nullable String strongEn,
            String purpose, LocalDate since, @Nullable LocalDate endedOn, boolean running, @Nullable String result, long position) {
    }

    @Bean
    Listing<Practice> practices() {
        return new Listing<>("practices", "Practices that are an example to others", Readers.ANYONE, PracticesProjection.NAME,
                Practice.class, """
                select p.practice, p.branch, b.zh, b.en, b.body, p.item, p.scheme, p.version, p.title, p.evidence, p.recognised_on,
                       p.position, p.recorded_at
                from practice p left join branch b using (branch)
                where p.position <= :asOf and p.recorded_at <= :knownAt and p.recognised_on <= :validAt""", List.of("position"), true);
    }

    @Bean
    Listing<Pairing> pairings() {
        return new Listing<>("pairings", "Strong branches and those they help, as it was known", Readers.ANYONE, PracticesProjection.NAME,
                Pairing.class, """
                select p.branch, b.zh, b.en, p.strong, s.zh as strong_zh, s.en as strong_en, p.purpose, p.from_day as since, p.ended_on,
                       p.ended_on is null or p.ended_on > :validAt as running, p.result, p.known_from as position
                from pairing p left join branch b using (branch) left join branch s on s.branch = p.strong
                where p.from_day <= :validAt and\s""" + Known.BELIEVED, List.of("branch", "strong", "position"), false);
    }
}
