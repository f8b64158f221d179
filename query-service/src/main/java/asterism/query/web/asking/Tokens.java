package asterism.query.web.asking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** The access token of the person who is signed in, made fresh where it has grown old. */
@Component
public class Tokens {
    private final @Nullable OAuth2AuthorizedClientManager clients;

    Tokens(ObjectProvider<ClientRegistrationRepository> issuers, ObjectProvider<OAuth2AuthorizedClientRepository> known) {
        ClientRegistrationRepository issuer = issuers.getIfAvailable();
        OAuth2AuthorizedClientRepository repository = known.getIfAvailable();
        if (issuer == null || repository == null) {
            clients = null;
        } else {
            DefaultOAuth2AuthorizedClientManager manager = new DefaultOAuth2AuthorizedClientManager(issuer, repository);
            manager.setAuthorizedClientProvider(
                    OAuth2AuthorizedClientProviderBuilder.builder().authorizationCode().refreshToken().build());
            clients = manager;
        }
    }

    /** Empty where nobody is signed in, or signing in again is due. */
    public Optional<String> of(HttpServletRequest request, HttpServletResponse response) {
        if (clients == null || !(request.getUserPrincipal() instanceof OAuth2AuthenticationToken person)) {
            return Optional.empty();
        }
        try {
            OAuth2AuthorizedClient client = clients.authorize(OAuth2AuthorizeRequest
                    .withClientRegistrationId(person.getAuthorizedClientRegistrationId()).principal((Authentication) person)
                    .attribute(HttpServletRequest.class.getName(), request)
                    .attribute(HttpServletResponse.class.getName(), response).build());
            return Optional.ofNullable(client).map(found -> found.getAccessToken().getTokenValue());
        } catch (ClientAuthorizationException e) {
            return Optional.empty();
        }
    }
}
