package asterism.command.wiring.http;

import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.deciding.WhoIsWho;
import asterism.events.InvalidValue;
import asterism.events.PersonId;
import asterism.policy.Policy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Who may see the journal as it is and how the house is doing: auditors and administrators by their posts, and the services. */
@Component
class Overseers implements AuthorizationManager<RequestAuthorizationContext> {
    private final WhoIsWho people;
    private final HouseClock clock;

    Overseers(WhoIsWho people, HouseClock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        Authentication signedIn = who.get();
        return new AuthorizationDecision(signedIn instanceof JwtAuthenticationToken token
                ? oversees(token.getToken().getSubject())
                : signedIn != null && signedIn.getAuthorities().stream()
                .anyMatch(may -> ServiceToken.AUTHORITY.equals(may.getAuthority())));
    }

    private boolean oversees(@Nullable String subject) {
        try {
            PersonId person = new PersonId(subject == null ? "" : subject);
            return people.posts(person, clock.today()).stream().anyMatch(held -> Policy.OVERSEERS.contains(held.post()));
        } catch (InvalidValue _) {
            return false;
        }
    }
}
