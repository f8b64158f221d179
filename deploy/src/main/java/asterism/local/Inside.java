package asterism.local;

import asterism.command.core.Commands;
import asterism.command.wiring.Quiet;
import asterism.command.wiring.clock.DemoClock;
import asterism.command.wiring.journal.Journal;
import asterism.events.Keys;
import org.springframework.beans.factory.BeanFactory;

/**
 * The command-service from the inside, for what plays on a first start: it asks by the same door as HTTP does, sets the demo
 * world's clock, waits for the house to have done what follows by itself, and reads the facts.
 */
public record Inside(Commands commands, DemoClock clock, Quiet quiet, Journal journal, Keys keys) {

    static Inside of(BeanFactory service) {
        return new Inside(service.getBean(Commands.class), service.getBean(DemoClock.class), service.getBean(Quiet.class),
                service.getBean(Journal.class), service.getBean(Keys.class));
    }
}
