package asterism.command.wiring.hooks;

import asterism.command.wiring.Lease;
import asterism.command.wiring.journal.Journal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever calls hooks. */
@Configuration(proxyBeanMethods = false)
class HooksConfiguration {

    @Bean
    Caller caller(Journal journal, Hooks hooks, Calling calling, JdbcClient database,
                  @Value("${asterism.hooks.again}") Duration again, @Value("${asterism.hooks.tries}") int tries, MeterRegistry metrics) {
        return new Caller(journal, hooks, calling, new Lease(database, "hooks"), again, tries, metrics);
    }

    @Bean
    MeterBinder hooksGivenUp(Hooks hooks) {
        return metrics -> Gauge.builder("asterism.hooks.given.up", hooks, Hooks::givenUp)
                .description("deliveries to hooks that were tried in vain to the last").register(metrics);
    }
}
