package asterism.command.wiring.telling;

import asterism.command.wiring.Lease;
import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.deciding.WhoIsWho;
import asterism.command.wiring.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever writes letters. */
@Configuration(proxyBeanMethods = false)
class TellingConfiguration {

    @Bean
    Teller teller(Journal journal, Letters letters, MailRoom mail, WhoIsWho who, HouseClock clock, JdbcClient database,
                  @Value("${asterism.mail.again:1m}") Duration again, MeterRegistry metrics) {
        return new Teller(journal, letters, mail, who, clock, new Lease(database, "letters"), again, metrics);
    }
}
