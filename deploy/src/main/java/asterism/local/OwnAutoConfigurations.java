package asterism.local;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.jspecify.annotations.Nullable;

/**
 * Keeps from each service what only its neighbours on the class path need: alone it would not be configured with it either.
 * Listed in {@code META-INF/spring.factories}; idle where {@link #FOREIGN} is not set.
 */
public final class OwnAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

    /** The property that lists, for one context, package prefixes of auto-configurations that are not its own. */
    public static final String FOREIGN = "asterism.foreign-auto-configurations";
    static final String BOOT = "org.springframework.boot.";
    private static final String SIGN_IN_ONLY = BOOT + "security.oauth2.server.authorization.";

    /** What the command-service would not have alone. */
    public static final List<String> TO_COMMANDS = List.of(BOOT + "thymeleaf.", BOOT + "security.oauth2.client.", SIGN_IN_ONLY);
    /** What the query-service would not have alone. */
    public static final List<String> TO_PAGES = List.of(SIGN_IN_ONLY, BOOT + "mail.");

    private List<String> foreign = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        foreign = List.of(environment.getProperty(FOREIGN, String[].class, new String[0]));
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] own = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            own[i] = candidate == null || foreign.stream().noneMatch(candidate::startsWith);
        }
        return own;
    }
}
