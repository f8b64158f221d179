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
     * @param contested the decision appealed against
     * @param ground    by its code in the scheme
     * @param state     {@code LODGED}, {@code ADMITTED}, {@code INADMISSIBLE}, {@code DISMISSED} or {@code UPHELD}
     * @param answerBy  last day for the answer, once it is admitted
     * @param overdue   that day is over without an answer
     * @param code      why it was not admitted
     * @param reason    the finding
     * @param position  of the fact that brought it into this state
     */
    record Appeal(
            String appeal, String branch, @Nullable String zh, @Nullable String en, @Nullable String body, String contested, String ground,
            String state, LocalDate lodgedOn, @Nullable LocalDate answerBy, boolean overdue, int panel, @Nullable LocalDate decidedOn,
            @Nullable String code, @Nullable String reason, long position) {
    }

    @Bean
    Listing<Appeal> appeals() {
        return new Listing<>("appeals", "The register of appeals, as it was known", Readers.ANYONE, AppealsProjection.NAME, Appeal.class, """
                select a.appeal, a.branch, b.zh, b.en, b.body, a.contested, a.ground, a.state, a.lodged_on, a.answer_by,
                       coalesce(a.state = 'ADMITTED' and a.answer_by < :today, false) as overdue, a.panel, a.decided_on, a.code, a.reason,
                       a.known_from as position
                from appeal a left join branch b using (branch) where\s""" + Known.BELIEVED, List.of("appeal"), false);
    }
}
