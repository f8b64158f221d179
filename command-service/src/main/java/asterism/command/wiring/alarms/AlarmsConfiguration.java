package asterism.command.wiring.alarms;

import asterism.command.core.Commands;
import asterism.command.wiring.Abilities;
import asterism.command.wiring.Lease;
import asterism.command.wiring.Liveness;
import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The alarms. */
@Configuration(proxyBeanMethods = false)
class AlarmsConfiguration {

    @Bean
    Liveness alarmsLiveness() {
        return new Liveness("alarms", Duration.ofSeconds(30));
    }

    @Bean
    Alarms alarms(Journal journal, Commands commands, HouseClock clock, JdbcClient database, PlatformTransactionManager transactions,
                  Abilities abilities, Liveness alarmsLiveness,
                  @Value("${asterism.alarms.poll}") Duration poll, MeterRegistry metrics) {
        AlarmTable table = new AlarmTable(journal, database, new TransactionTemplate(transactions), abilities.alarms());
        return new Alarms(journal, commands, clock, table, abilities.alarms(), new Lease(database, "alarms"), alarmsLiveness,
                poll, metrics);
    }
}
