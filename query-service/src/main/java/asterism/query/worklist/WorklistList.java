package asterism.query.worklist;

import asterism.query.known.Known;
import asterism.query.listing.Listing;
import asterism.query.listing.Readers;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that waits for anybody, for those who see to it that it does not wait too long. */
@Configuration(proxyBeanMethods = false)
class WorklistList {

    /**
     * An open step.
     *
     * @param subject the application, the appeal, or the star's stream
     * @param slot    tells the steps of a subject apart
     * @param step    the command that takes it
     * @param person  the only person who can; none where a post decides
     * @param body    it is for; none where the branch says for which
     * @param overdue its last day was over on the day asked about
     * @param reminded day on which whoever must act was reminded of the last one; none where nobody was
     * @param days    it had waited by that day
     */
    record Open(
            String subject, String slot, String branch, @Nullable String zh, @Nullable String en, String step, @Nullable String person,
            @Nullable String body, @Nullable LocalDate dueOn, boolean overdue, @Nullable LocalDate reminded, LocalDate since, int days) {
    }

    @Bean
    Listing<Open> worklist() {
        return new Listing<>("worklist", "Every open step, whoever it waits for, as it was known; how long it has waited on a day",
                Readers.OVERSEERS, WorklistProjection.NAME, Open.class, """
                select i.subject, i.slot, i.branch, b.zh, b.en, i.step, i.person, i.body, i.due_on,
                       coalesce(i.due_on < :validAt, false) as overdue, i.reminded, i.since, (:validAt)::date - i.since as days
                from item_version i left join branch b using (branch) where\s""" + Known.BELIEVED, List.of("subject", "slot"), false);
    }
}
