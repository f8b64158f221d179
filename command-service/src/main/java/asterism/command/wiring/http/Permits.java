package asterism.command.wiring.http;

import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.deciding.WhoIsWho;
import asterism.events.PersonId;
import asterism.policy.Policy;
import java.security.Principal;
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

    /** @throws Trouble 403 with the policy's code where none of the person's posts permits it today */
    public void demand(String what, Policy.Subject about, Principal who) {
        Policy.refusal(what, people.posts(new PersonId(who.getName()), clock.today()), about, people.directory()).ifPresent(code -> {
            throw new Trouble(HttpStatus.FORBIDDEN, code, null, "none of your posts permits this");
        });
    }
}
