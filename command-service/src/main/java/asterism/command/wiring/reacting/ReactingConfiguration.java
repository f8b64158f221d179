package asterism.command.wiring.reacting;

import asterism.command.core.Commands;
import asterism.command.wiring.Abilities;
import asterism.command.wiring.Liveness;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.keys.Documents;
import asterism.command.wiring.keys.Keyring;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Axon's processor over our journal, with every default that could lose or guess something replaced. */
@Configuration(proxyBeanMethods = false)
class ReactingConfiguration {
    private static final String NAME = "reactions";

    @Bean
    Liveness reactionsLiveness() {
        return new Liveness("reactions", Duration.ofSeconds(60));
    }

    @Bean
    Reactions reactions(Journal journal, Commands commands, Documents documents, Keyring keys, DataSource source,
                        PlatformTransactionManager transactions, Abilities abilities, Liveness reactionsLiveness, MeterRegistry metrics) {
        TransactionTemplate outside = new TransactionTemplate(transactions);
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        Reacting reacting = new Reacting(journal, commands, documents, keys, abilities.reactions(), outside);
        Serializer json = JacksonSerializer.defaultSerializer();
        TransactionManager axons = new SpringTransactionManager(transactions);
        ConnectionProvider connections = new SpringDataSourceConnectionProvider(source);
        var deadLetters = JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder().processingGroup(NAME)
                .connectionProvider(connections).transactionManager(axons).genericSerializer(json).eventSerializer(json)
                .schema(DeadLetterSchema.builder().deadLetterTable("desk.dead_letter").build()).build();
        var invoker = DeadLetteringEventHandlerInvoker.builder().eventHandlers(reacting).queue(deadLetters).transactionManager(axons)
                .sequencingPolicy(message -> ((Happened) message.getPayload()).branch())
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance()).build();
        var processor = PooledStreamingEventProcessor.builder().name(NAME).messageSource(new JournalSource(journal))
                .eventHandlerInvoker(invoker).errorHandler(PropagatingErrorHandler.instance()).transactionManager(axons)
                .tokenStore(JdbcTokenStore.builder().connectionProvider(connections).serializer(json)
                        .schema(TokenSchema.builder().setTokenTable("desk.token").build()).contentType(byte[].class).build())
                .initialToken(StreamableMessageSource::createTailToken).initialSegmentCount(1).batchSize(50)
                .coordinatorExecutor(ReactingConfiguration::executor).workerExecutor(ReactingConfiguration::executor).build();
        return new Reactions(processor, invoker, deadLetters, journal, reactionsLiveness, metrics);
    }

    private static ScheduledExecutorService executor(String name) {
        return Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }
}
