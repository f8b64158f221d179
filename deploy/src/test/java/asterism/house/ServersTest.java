package asterism.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators are given for real servers: every object, setting, metric and section that is named there really exists. */
public class ServersTest {
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of("Deployment", Deployment.class, "Service", Service.class,
            "Job", Job.class, "PersistentVolumeClaim", PersistentVolumeClaim.class, "Ingress", Ingress.class,
            "NetworkPolicy", NetworkPolicy.class, "PodDisruptionBudget", PodDisruptionBudget.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode yaml(String file) throws IOException {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of(file))));
    }

    private static List<HasMetadata> rendered(String... settings) {
        String text = Chart.ask(Stream.concat(Stream.of("template", "migrationHook", "false"), Stream.of(settings)).toArray(String[]::new));
        Iterable<Object> documents = new Load(LoadSettings.builder().build()).loadAllFromString(text);
        return StreamSupport.stream(documents.spliterator(), false).filter(Map.class::isInstance)
                .map(document -> typed((Map<?, ?>) document)).toList();
    }

    private static HasMetadata typed(Map<?, ?> document) {
        String kind = String.valueOf(document.get("kind"));
        HasMetadata object = JSON.convertValue(document, KINDS.get(kind));
        assertThat(unknown(object, kind)).as("what Kubernetes does not know").isEmpty();
        return object;
    }

    /** Fields that the type of Kubernetes does not have; what it does not know it keeps as additional properties. */
    private static List<String> unknown(Object object, String path) {
        List<String> found = new ArrayList<>();
        if (object instanceof List<?> list) {
            list.forEach(one -> found.addAll(unknown(one, path)));
        } else if (object != null && object.getClass().getName().startsWith("io.fabric8.")) {
            for (var method : object.getClass().getMethods()) {
                if (method.getParameterCount() == 0 && method.getName().startsWith("get") && !method.getName().equals("getClass")) {
                    Object value = of(object, method);
                    if (method.getName().equals("getAdditionalProperties")) {
                        ((Map<?, ?>) value).keySet().forEach(key -> found.add(path + "." + key));
                    } else {
                        found.addAll(unknown(value, path + "." + method.getName().substring(3)));
                    }
                }
            }
        }
        return found;
    }

    private static Object of(Object object, Method getter) {
        try {
            return getter.invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> Stream<T> all(List<HasMetadata> objects, Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static List<Container> containers(List<HasMetadata> objects) {
        return Stream.concat(all(objects, Deployment.class).map(each -> each.getSpec().getTemplate()),
                all(objects, Job.class).map(each -> each.getSpec().getTemplate())).flatMap(each -> each.getSpec().getContainers().stream())
                .toList();
    }

    @Test
    void theChartIsSoundAndKubernetesKnowsEachField() {
        assertThat(Chart.ask("lint")).doesNotContain("[ERROR]", "[WARNING]");
        List<HasMetadata> objects = rendered("ingress.enabled", "true", "ingress.className", "nginx", "ingress.tlsSecret", "stars-tls");
        assertThat(objects.stream().map(each -> each.getKind() + " " + each.getMetadata().getName()).sorted()).containsExactly(
                "Deployment stars-command", "Deployment stars-query", "Ingress stars", "Job stars-command-migrate",
                "Job stars-query-migrate",
                "NetworkPolicy stars-command-service", "NetworkPolicy stars-query-service", "PersistentVolumeClaim stars-keys",
                "PodDisruptionBudget stars-command", "PodDisruptionBudget stars-query", "Service stars-command", "Service stars-query");
        assertThat(rendered("command.keys.claim", "mine", "networkPolicy.enabled", "false")).hasSize(8);
        assertThat(containers(objects)).allSatisfy(each -> {
            assertThat(each.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
            assertThat(each.getResources().getLimits()).containsKey("memory");
        });
        assertThat(all(objects, Deployment.class).flatMap(each -> each.getSpec().getTemplate().getSpec().getContainers().stream()))
                .allSatisfy(each -> assertThat(List.of(each.getStartupProbe(), each.getLivenessProbe(), each.getReadinessProbe()))
                        .doesNotContainNull());
    }

    @Test
    void aServiceFindsExactlyItsPods() {
        List<HasMetadata> objects = rendered();
        all(objects, Service.class).forEach(service -> {
            List<String> found = Stream.concat(
                    all(objects, Deployment.class).filter(each -> each.getSpec().getTemplate().getMetadata().getLabels().entrySet()
                            .containsAll(service.getSpec().getSelector().entrySet())).map(each -> each.getMetadata().getName()),
                    all(objects, Job.class).filter(each -> each.getSpec().getTemplate().getMetadata().getLabels().entrySet()
                            .containsAll(service.getSpec().getSelector().entrySet())).map(each -> each.getMetadata().getName())).toList();
            assertThat(found).containsExactly(service.getMetadata().getName());
        });
    }

    @Test
    void aValueThatCannotBeIsRefused() {
        assertThat(catchThrowable(() -> rendered("command.replicas", "0"))).hasMessageContaining("replicas");
        assertThat(catchThrowable(() -> rendered("query.url", "stars.example.org"))).hasMessageContaining("url");
    }

    @Test
    void everySettingIsOneThatAServiceReads() throws IOException {
        Set<String> known = settings();
        Set<String> used = new TreeSet<>();
        List<HasMetadata> all = rendered("traces", "http://collector:4318/v1/traces");
        containers(all).forEach(each -> each.getEnv().stream().map(EnvVar::getName).forEach(used::add));
        for (String service : List.of("command-service", "query-service")) {
            JsonNode environment = yaml("compose.yaml").at("/services/" + service + "/environment");
            Stream.concat(environment.propertyStream(), environment.path("<<").propertyStream()).map(Map.Entry::getKey)
                    .filter(name -> !name.equals("<<")).forEach(used::add);
        }
        assertThat(used).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(known).contains(plain(name)));
    }

    /** As an environment variable names it: letters alone. */
    private static String plain(String name) {
        return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }

    private static Set<String> settings() throws IOException {
        Set<String> known = new HashSet<>();
        for (var found : Collections.list(ServersTest.class.getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (var in = found.openStream()) {
                JSON.readTree(in.readAllBytes()).get("properties").forEach(each -> known.add(plain(each.get("name").asString())));
            }
        }
        for (String service : List.of("command-service", "query-service")) {
            try (Stream<Path> files = Files.walk(Path.of("..", service, "src", "main", "java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Pattern.compile("\\$\\{(asterism\\.[a-z.-]+)").matcher(Files.readString(file)).results()
                            .map(each -> plain(each.group(1))).forEach(known::add);
                }
            }
        }
        Stream.of("clientid", "clientsecret", "clientname", "scope", "authorizationgranttype", "redirecturi", "provider")
                .forEach(each -> known.add("springsecurityoauth2clientregistrationhouse" + each));
        Stream.of("issueruri", "authorizationuri", "tokenuri", "jwkseturi", "usernameattribute")
                .forEach(each -> known.add("springsecurityoauth2clientproviderhouse" + each));
        return known;
    }

    @Test
    void whatComposeNamesIsThere() throws IOException {
        JsonNode compose = yaml("compose.yaml");
        compose.get("services").forEach(service -> {
            assertThat(service.at("/image").asString()).isNotBlank();
            service.path("depends_on").propertyNames().forEach(name -> assertThat(compose.at("/services/" + name).has("healthcheck"))
                    .as(name).isTrue());
            service.path("configs").forEach(each -> assertThat(compose.get("configs").has(each.get("source").asString()))
                    .as(each.toString()).isTrue());
            service.path("volumes").valueStream().map(each -> each.asString().replaceFirst(":.*", "")).forEach(each -> assertThat(
                    each.startsWith(".") ? Files.exists(Path.of(each)) : compose.get("volumes").has(each)).as(each).isTrue());
        });
        assertThat(compose.get("configs").findValuesAsString("file")).isNotEmpty().allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @Test
    void keycloakKnowsTheClientsThatTheServicesAndTheCommandLineAre() throws IOException {
        JsonNode realm = JSON.readTree(Files.readString(Path.of("keycloak", "asterism-realm.json")));
        JsonNode pages = yaml("compose.yaml").at("/services/query-service/environment");
        String client = "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_HOUSE_";
        assertThat(pages.get("SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_HOUSE_TOKENURI").asString())
                .contains("/realms/" + realm.get("realm").asString() + "/");
        assertThat(realm.at("/clients/0/clientId")).isEqualTo(pages.get(client + "CLIENTID"));
        assertThat(realm.at("/clients/0/redirectUris/0")).isEqualTo(pages.get(client + "REDIRECTURI"));
        assertThat(realm.at("/clients/0/secret").asString()).isEqualTo("${CLIENT_SECRET}");
        assertThat(realm.at("/clientScopes/0/protocolMappers/0/config").get("included.custom.audience").asString()).isEqualTo("asterism");
    }

    @Test
    void everyAlertHasASectionThatSaysWhatToDo() throws IOException {
        String guide = Files.readString(Path.of("operating.md"));
        List<String> sections = Pattern.compile("(?m)^### (\\w+)$").matcher(guide).results().map(each -> each.group(1)).toList();
        JsonNode rules = yaml("alerts.yaml").at("/groups/0/rules");
        assertThat(rules.findValuesAsString("alert")).isEqualTo(sections);
        rules.forEach(rule -> assertThat(rule.at("/annotations/runbook").asString())
                .isEqualTo("deploy/operating.md#" + rule.get("alert").asString().toLowerCase(Locale.ROOT)));
    }

    /** The metrics that alerts and dashboards ask for; {@code SeveralInstancesIT} holds them against what the services give out. */
    public static Set<String> metrics() {
        try {
            String text = Files.readString(Path.of("alerts.yaml")) + Files.readString(Path.of("grafana", "asterism.json"));
            return Pattern.compile("\\b(?:asterism|http_server|jvm|hikaricp)_[a-z_]+").matcher(text).results().map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
