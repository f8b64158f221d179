package asterism.command.wiring;

import asterism.command.Capabilities;
import asterism.command.core.Alarm;
import asterism.command.core.Capability;
import asterism.command.core.Reaction;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** What this house can decide and what it does by itself. */
public record Abilities(List<Capability<?, ?, ?, ?>> capabilities, List<Reaction<?>> reactions, List<Alarm> alarms) {

    public Abilities {
        capabilities = List.copyOf(capabilities);
        reactions = List.copyOf(reactions);
        alarms = List.copyOf(alarms);
    }

    /** All of them, unless somebody sets up a smaller house. */
    @Configuration(proxyBeanMethods = false)
    static class All {
        @Bean
        @Fallback
        Abilities abilities() {
            return new Abilities(Capabilities.all(), Capabilities.reactions(), Capabilities.alarms());
        }
    }
}
