package asterism.query.dashboard;

import asterism.query.known.Known;
import asterism.query.listing.Listing;
import asterism.query.listing.Readers;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rounds and their quotas, open to anyone. */
@Configuration(proxyBeanMethods = false)
class RoundLists {

    /**
     * A round in numbers.
     *
     * @param sealed  applications on the sealed roster; none before it is sealed
     * @param awarded applications that came to a star
     * @param over    applications that came to an end without one
     */
    record Round(
            String round, String zh, String en, String scheme, String version, String office, LocalDate opensOn,
            LocalDate applicationsUntil, @Nullable Integer sealed, boolean closed, int applications, int awarded, int over) {
    }

    /**
     * What a quota of a round gave out.
     *
     * @param base  units the seats are a share of; none before the allocation
     * @param taken seats used; none before the allocation
     * @param left  seats nobody took; none before the allocation
     * @param tied  branches the cut could not tell apart
     */
    record Quota(
            String round, String quota, @Nullable Integer base, int seats, @Nullable Integer taken, @Nullable Integer left, int tied,
            boolean resolved) {
    }

    @Bean
    Listing<Round> rounds() {
        return new Listing<>("rounds", "Every round in numbers, as it was known", Readers.ANYONE, DashboardProjection.NAME, Round.class, """
                select r.round, r.zh, r.en, r.scheme, r.version, r.office, r.opens_on, r.applications_until, r.sealed, r.closed,
                       count(c.application)::int as applications, (count(*) filter (where c.stage = 'AWARDED'))::int as awarded,
                       (count(*) filter (where c.stage in ('DECLINED', 'LAPSED', 'WITHDRAWN', 'ENDED_WITH_BRANCH', 'READDRESSED',
                           'NOT_GRANTED')))::int as over
                from (select * from round where %1$s) as r left join (select * from course where %1$s) as c using (round)
                group by r.round, r.zh, r.en, r.scheme, r.version, r.office, r.opens_on, r.applications_until, r.sealed, r.closed"""
                .formatted(Known.BELIEVED), List.of("round"), false);
    }

    @Bean
    Listing<Quota> quotas() {
        return new Listing<>("quotas", "What the quotas of each round gave out, as it was known", Readers.ANYONE,
                DashboardProjection.NAME, Quota.class, """
                select round, quota, base, seats, taken, seats - taken as left, cardinality(tied) as tied, resolved
                from quota where\s""" + Known.BELIEVED, List.of("round", "quota"), false);
    }
}
