package asterism.query.appeals;

import asterism.query.known.Known;
import asterism.query.listing.Listing;
import asterism.query.listing.Readers;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of appeals, open to anyone: it names no person. */
@Configuration(proxyBeanMethods = false)
class AppealsList {

    /**
     * An appeal as it was known.
     *
     * @param contested   the decision appealed against
     * @param ground      by its code in the scheme
     * @param state       {@code LODGED}, {@code ADMITTED}, {@code INADMISSIBLE}, {@code DISMISSED}, {@code UPHELD} or {@code REPLACED}
     * @param instance    by its id in the scheme; none for the first
     * @param after       the appeal that was dismissed in the instance before
     * @param stays       the contested decision is out of force meanwhile
     * @param answerBy    last day for the answer, once it is admitted
     * @param overdue     that day was over without an answer on the day asked about
     * @param panel       how many decide on it
     * @param escalatedTo the body that sees to it, as the answer is late
     * @param code        why it was not admitted
     * @param reason      the finding
     * @param position    of the fact that brought it into this state
     */
    record Appeal(
            String appeal, String branch, @Nullable String zh, @Nullable String en, @Nullable String body, String contested, String ground,
            String state, LocalDate lodgedOn, @Nullable String instance, @Nullable String after, boolean stays,
            @Nullable LocalDate answerBy, boolean overdue, int panel, @Nullable String escalatedTo, @Nullable LocalDate decidedOn,
            @Nullable String code, @Nullable String reason, long position) {
    }

    @Bean
    Listing<Appeal> appeals() {
        return new Listing<>("appeals", "The register of appeals, as it was known; which of them were late on a day", Readers.ANYONE,
                AppealsProjection.NAME, Appeal.class, """
                select a.appeal, a.branch, b.zh, b.en, b.body, a.contested, a.ground, a.state, a.lodged_on, a.instance, a.after,
                       a.stays, a.answer_by, coalesce(a.state = 'ADMITTED' and a.answer_by < :validAt, false) as overdue, a.panel,
                       a.escalated_to, a.decided_on, a.code, a.reason, a.known_from as position
                from appeal a left join branch b using (branch) where\s""" + Known.BELIEVED, List.of("appeal"), false);
    }
}
