package asterism.command.wiring.deciding;

import asterism.command.wiring.Abilities;
import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.evidence.EvidenceFiles;
import asterism.command.wiring.journal.Durability;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.keys.Documents;
import asterism.command.wiring.keys.Erasures;
import asterism.command.wiring.keys.Keyring;
import asterism.command.wiring.proving.Checkpoints;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the desks together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DecidingConfiguration {
    /** The tables come first: the journal listens as soon as it is made. */
    @Bean
    Journal journal(DataSource source, HouseClock clock, MeterRegistry metrics, FlywayMigrationInitializer tables,
                    @Value("${asterism.journal.may-lose-facts:false}") boolean mayLoseFacts,
                    @Value("${asterism.journal.may-hold-unknown:false}") boolean mayHoldUnknown,
                    @Value("${asterism.journal.patience:5s}") Duration patience) {
        Durability.demand(source, mayLoseFacts);
        NewerFacts.refuse(JdbcClient.create(source), mayHoldUnknown);
        return new Journal(source, clock, patience, metrics);
    }

    @Bean
    CommandBus commandBus(MeterRegistry metrics) {
        CommandBus bus = SimpleCommandBus.builder().build();
        new Interceptors(metrics).on(bus);
        return bus;
    }

    @Bean
    Directories directories(Journal journal, Erasures erasures) {
        return new Directories(journal, erasures::heard);
    }

    @Bean
    Outcomes outcomes(JdbcClient database, FlywayMigrationInitializer tables) {
        return new Outcomes(database);
    }

    @Bean
    Deciders commands(CommandBus bus, Journal journal, HouseClock clock, Keyring keys, Documents documents, Directories directories,
                      Outcomes outcomes, WhoIsWho people, EvidenceFiles files, Checkpoints checkpoints, Abilities abilities) {
        Deciders deciders = new Deciders(bus);
        deciders.bind(abilities.capabilities(), new Office(journal, clock, keys, documents, new States(journal, keys), directories,
                new Gate(directories, people), outcomes, new GuardBook(deciders), files, checkpoints::next));
        return deciders;
    }
}
