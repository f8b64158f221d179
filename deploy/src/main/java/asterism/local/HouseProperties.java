package asterism.local;

import asterism.embedded.EmbeddedKafka;
import asterism.embedded.EmbeddedPostgres;
import asterism.local.signin.SignIn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the house tells each service about the others; anywhere else an operator sets the same properties. */
final class HouseProperties {

    /** Who may set up a house in which nobody holds a post yet. */
    private static final String ADMINISTRATOR = "administrator";

    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final Addresses addresses;
    private final String serviceToken;

    HouseProperties(EmbeddedPostgres postgres, EmbeddedKafka kafka, Addresses addresses, String serviceToken) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.addresses = addresses;
        this.serviceToken = serviceToken;
    }

    /** Where the three doors are. */
    record Addresses(URI pages, URI commands, URI signIn) {
    }

    Map<String, Object> ofCommands(DataFolder data, boolean demoWorld) {
        Map<String, Object> properties = ofService("command", addresses.commands(), OwnAutoConfigurations.TO_COMMANDS);
        properties.put("asterism.demo-world", demoWorld);
        properties.put("asterism.keyring.file", data.keys().resolve("keyring.key"));
        properties.put("asterism.log.key", data.logKey());
        return properties;
    }

    Map<String, Object> ofPages(boolean demoWorld, String clientSecret) {
        Map<String, Object> properties = ofService("query", addresses.pages(), OwnAutoConfigurations.TO_PAGES);
        String registration = "spring.security.oauth2.client.registration.house.";
        properties.put("asterism.demo-world", demoWorld);
        properties.put("asterism.feed.url", addresses.commands());
        properties.put("asterism.commands.url", addresses.commands());
        properties.put(registration + "client-id", "asterism-pages");
        properties.put(registration + "client-secret", clientSecret);
        properties.put(registration + "client-name", "Asterism");
        properties.put(registration + "scope", "openid,profile");
        properties.put(registration + "authorization-grant-type", "authorization_code");
        properties.put(registration + "redirect-uri", addresses.pages() + "/login/oauth2/code/house");
        properties.put("spring.security.oauth2.client.provider.house.issuer-uri", addresses.signIn());
        properties.put("server.servlet.session.cookie.name", "ASTERISM_PAGES"); // cookies do not tell ports apart
        return properties;
    }

    private Map<String, Object> ofService(String database, URI address, List<String> foreign) {
        Map<String, Object> properties = new TreeMap<>(ofAnyContext());
        properties.put("server.address", address.getHost());
        properties.put("server.port", address.getPort());
        properties.put("spring.datasource.url", postgres.jdbcUrl(database));
        properties.put("spring.datasource.username", postgres.username());
        properties.put("spring.datasource.password", postgres.password());
        properties.put("spring.datasource.hikari.pool-name", database);
        properties.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
        properties.put("asterism.sign-in.issuer", addresses.signIn());
        properties.put("asterism.sign-in.audience", SignIn.AUDIENCE);
        properties.put("asterism.service-token", serviceToken);
        properties.put("asterism.administrator", ADMINISTRATOR);
        properties.put("management.metrics.use-global-registry", false);
        properties.put(OwnAutoConfigurations.FOREIGN, String.join(",", foreign));
        return properties;
    }

    /** What holds for every context of a JVM that has several. */
    static Map<String, Object> ofAnyContext() {
        return Map.of(
                "spring.main.banner-mode", "off",
                "spring.main.register-shutdown-hook", false,
                "logging.register-shutdown-hook", false,
                "spring.jmx.enabled", false);
    }
}
