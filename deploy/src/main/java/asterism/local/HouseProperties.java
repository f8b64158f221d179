package asterism.local;

import asterism.embedded.EmbeddedKafka;
import asterism.embedded.EmbeddedPostgres;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the house tells each service about the others; anywhere else an operator sets the same properties. */
final class HouseProperties {

    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final Addresses addresses;

    HouseProperties(EmbeddedPostgres postgres, EmbeddedKafka kafka, Addresses addresses) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.addresses = addresses;
    }

    /** Where the three doors are. */
    record Addresses(URI pages, URI commands, URI signIn) {
    }

    Map<String, Object> ofCommands(DataFolder data, boolean demoWorld) {
        Map<String, Object> properties = ofService("command", addresses.commands(), OwnAutoConfigurations.TO_COMMANDS, data);
        properties.put("asterism.demo-world", demoWorld);
        return properties;
    }

    Map<String, Object> ofPages(DataFolder data, boolean demoWorld, String clientSecret) {
        Map<String, Object> properties = ofService("query", addresses.pages(), OwnAutoConfigurations.TO_PAGES, data);
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

    private Map<String, Object> ofService(String database, URI address, List<String> foreign, DataFolder data) {
        Map<String, Object> properties = new TreeMap<>(ofAnyContext());
        properties.put("server.address", address.getHost());
        properties.put("server.port", address.getPort());
        properties.put("spring.datasource.url", postgres.jdbcUrl(database));
        properties.put("spring.datasource.username", postgres.username());
        properties.put("spring.datasource.password", postgres.password());
        properties.put("spring.datasource.hikari.pool-name", database);
        properties.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
        properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", addresses.signIn());
        properties.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", addresses.signIn() + "/oauth2/jwks");
        properties.put("spring.security.oauth2.resourceserver.jwt.audiences", "asterism");
        properties.put("asterism.keyring.file", data.keys().resolve("keyring.key"));
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
