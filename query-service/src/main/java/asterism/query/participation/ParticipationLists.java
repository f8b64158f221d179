package asterism.query.participation;

import asterism.query.known.Known;
import asterism.query.listing.Listing;
import asterism.query.listing.Readers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Turnout of the surveys, by branch and by round, open to anyone: numbers alone. */
@Configuration(proxyBeanMethods = false)
public class ParticipationLists {

    /** @param percent answered of those invited, to a tenth; none where nobody was */
    record Turnout(
            String application, String round, String branch, @Nullable String zh, @Nullable String en, @Nullable String body, int invited,
            int answered, @Nullable BigDecimal percent, LocalDate closedOn, long position) {
    }

    /** @param least the lowest turnout of a branch */
    public record OfRound(String round, int surveys, int invited, int answered, @Nullable BigDecimal percent, @Nullable BigDecimal least) {
    }

    @Bean
    Listing<Turnout> participation() {
        return new Listing<>("participation", "How many of those invited answered the survey about each branch", Readers.ANYONE,
                ParticipationProjection.NAME, Turnout.class, """
                select t.application, t.round, t.branch, b.zh, b.en, b.body, t.invited, t.answered,
                       round(100.0 * t.answered / nullif(t.invited, 0), 1) as percent, t.closed_on, t.known_from as position
                from turnout t left join branch b using (branch) where\s""" + Known.BELIEVED,
                List.of("application"), false);
    }

    @Bean
    Listing<OfRound> participationOfRounds() {
        return new Listing<>("participation-of-rounds", "How many of those invited answered the surveys of each round", Readers.ANYONE,
                ParticipationProjection.NAME, OfRound.class, """
                select round, count(*)::int as surveys, sum(invited)::int as invited, sum(answered)::int as answered,
                       round(100.0 * sum(answered) / nullif(sum(invited), 0), 1) as percent,
                       min(round(100.0 * answered / nullif(invited, 0), 1)) as least
                from turnout where %s group by round""".formatted(Known.BELIEVED), List.of("round"), false);
    }
}
