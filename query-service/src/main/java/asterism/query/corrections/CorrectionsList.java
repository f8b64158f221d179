package asterism.query.corrections;

import asterism.query.known.Known;
import asterism.query.listing.Listing;
import asterism.query.listing.Readers;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Corrective actions, for people who are signed in. */
@Configuration(proxyBeanMethods = false)
class CorrectionsList {

    /**
     * A corrective action as it was known.
     *
     * @param action      the decision that demands it
     * @param ground      the rule it rests on, by its code
     * @param factOn      the day of the fact that led to it
     * @param provisional the calendar of the last day's year is not yet published
     * @param state       {@code REQUIRED}, {@code SHOWN}, {@code NOT_CURED}, {@code MISSED}, {@code CURED}, or, with the branch,
     *                    {@code ENDED}
     * @param open        neither cured nor ended
     * @param overdue     open, and its last day was over on the day asked about
     * @param daysLeft    from the day asked about to its last; below zero where that was over, none where it is not open
     * @param escalatedTo the body that must judge what was missed
     * @param position    of the fact that brought it into this state
     */
    record Correction(
            String action, String branch, @Nullable String zh, @Nullable String en, @Nullable String body, String ground, String demand,
            LocalDate factOn, LocalDate requiredOn, LocalDate dueOn, boolean provisional, String state, boolean open, boolean overdue,
            @Nullable Integer daysLeft, @Nullable String escalatedTo, @Nullable String finding, long position) {
    }

    @Bean
    Listing<Correction> corrections() {
        return new Listing<>("corrections", "Corrective actions, the first due first, as they were known; which of them were late on a day",
                Readers.SIGNED_IN, CorrectionsProjection.NAME, Correction.class, """
                select c.action, c.branch, b.zh, b.en, b.body, c.ground, c.demand, c.fact_on, c.required_on, c.due_on, c.provisional,
                       c.state, o.open, o.open and c.due_on < :validAt as overdue,
                       case when o.open then c.due_on - (:validAt)::date end as days_left, c.escalated_to, c.finding,
                       c.known_from as position
                from correction c cross join lateral (select c.state not in ('CURED', 'ENDED') as open) o
                     left join branch b using (branch) where\s""" + Known.BELIEVED, List.of("dueOn", "action"), false);
    }
}
