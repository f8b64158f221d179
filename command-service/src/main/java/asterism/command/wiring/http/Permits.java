package asterism.command.wiring.http;

import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.deciding.WhoIsWho;
import asterism.events.PersonId;
import asterism.policy.Policy;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What posts permit besides commands to a subject. */
@Component
public class Permits {
    private final WhoIsWho people;
    private final HouseClock clock;

    Permits(WhoIsWho people, HouseClock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Whether one of the person's posts permits it today. */
    public boolean permit(String what, Policy.Subject about, Principal who) {
        return refusal(what, about, who).isEmpty();
    }

    /** @throws Trouble 403 with the policy's code where none of the person's posts permits it today */
    public void demand(String what, Policy.Subject about, Principal who) {
        refusal(what, about, who).ifPresent(code -> {
            throw new Trouble(HttpStatus.FORBIDDEN, code, null, "none of your posts permits this");
        });
    }

    private Optional<String> refusal(String what, Policy.Subject about, Principal who) {
        return Policy.refusal(what, people.posts(new PersonId(who.getName()), clock.today()), about, people.directory());
    }
}
