package asterism.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import asterism.calendar.WorkingDays;
import asterism.journal.Uuids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who send commands of nearly all kinds over HTTP: each plays the life of one branch after another. Where no answer comes, or the
 * house is not there, they ask again under the same Idempotency-Key until there is one; one in ten asks again though it was answered.
 */
final class Clients implements AutoCloseable {
    private static final int MANY = 6;
    private static final int MOST = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String POSTS = """
            county COMMITTEE_SECRETARY general chief; county ASSESSOR a1 a2 a3; county APPEAL_PANEL j1 j2 j3;
            county DISCIPLINE_OFFICER officer; department COMMITTEE_MEMBER m1 m2 m3; work-committee ROUND_OFFICE office;
            work-committee DESK_REVIEWER desk; work-committee PANEL_CHAIR chair""";

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI door;
    private final String root;
    private final UnaryOperator<String> tokens;
    private final Told told;
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final Map<String, String> never = new ConcurrentHashMap<>();
    /** What the client of this thread was told when last it was refused. */
    private final ThreadLocal<String> last = ThreadLocal.withInitial(() -> "nothing");
    private final Map<String, String> signedIn = new ConcurrentHashMap<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    /** A line of the life. */
    private record Step(String who, String address, String body) {
        Step named(Map<String, String> names) {
            return new Step(filled(who, names), filled(address, names), filled(body, names));
        }

        private static String filled(String text, Map<String, String> names) {
            String with = text;
            for (Map.Entry<String, String> name : names.entrySet()) {
                with = with.replace(name.getKey(), name.getValue());
            }
            return with;
        }
    }

    /**
     * @param root   who may set up a house
     * @param tokens of each person
     */
    Clients(URI door, String root, UnaryOperator<String> tokens, Told told) {
        this.door = door;
        this.root = root;
        this.tokens = tokens;
        this.told = told;
    }

    /** Sets up bodies, people and rules, and lets the clients begin. */
    void begin() {
        established("county", "", "COMMITTEE");
        established("department", "county", "ORGANISATION_DEPARTMENT");
        established("work-committee", "county", "WORK_COMMITTEE");
        Arrays.stream(POSTS.split(";", -1)).map(line -> line.strip().split(" ", -1))
                .forEach(words -> Arrays.stream(words).skip(2).forEach(person -> appointed(words[0], person, words[1])));
        documents();
        for (int i = 0; i < MANY; i++) {
            int client = i;
            established("agency" + client, "work-committee", "AGENCY");
            set("bodies/agency" + client + "/people", Map.of("person", "sec" + client, "name", "n"));
            threads.add(Thread.ofVirtual().start(() -> live(client)));
        }
    }

    private void established(String body, String parent, String kind) {
        Map<String, Object> said = new HashMap<>(Map.of("body", body, "kind", kind, "name", Map.of("zh", body, "en", body)));
        if (!parent.isEmpty()) {
            said.put("parent", parent);
        }
        set("bodies", said);
    }

    private void appointed(String body, String person, String post) {
        set("bodies/" + body + "/people", Map.of("person", person, "name", "n"));
        set("bodies/" + body + "/posts", Map.of("person", person, "post", post, "from", "2026-01-01"));
    }

    private void documents() {
        String year = String.valueOf(today().getYear());
        WorkingDays.shippedDocuments().stream().filter(document -> document.contains("prc-working-days")
                && document.contains(year + "-12-31")).forEach(document -> set("calendars/prc-working-days/years",
                        Map.of("year", today().getYear(), "document", document)));
        String schemes = "schemes/zoucheng-70-30/";
        set(schemes + "versions", Map.of("document", resource("/schemes/zoucheng-70-30.yaml"), "acknowledged", List.of("L205", "L601")));
        set(schemes + "local-rules", Map.of("version", "2023", "document", resource("/schemes/zoucheng-70-30.local-rules.yaml")));
        set(schemes + "activations", Map.of("version", "2023", "from", today().toString()));
    }

    /** Without it nothing can be played. */
    private void set(String address, Map<String, Object> body) {
        Step step = new Step(root, address, JsonMapper.shared().writeValueAsString(body));
        if (sent(step, "set-" + Uuids.v5(new UUID(0, 0), step.toString())).isEmpty()) {
            throw new IllegalStateException("it was refused: " + address + " " + last.get());
        }
    }

    private void live(int client) {
        for (int n = 0; !over; n++) {
            String life = client + "-" + n;
            Map<String, String> names = new HashMap<>(Map.of("{b}", "b" + life, "{c}", "c" + life, "{g}", "agency" + client,
                    "{s}", "sec" + client, "{r}", "r" + life, "{today}", today().toString(), "{later}", today().plusDays(5).toString(),
                    "{n}", life, "{root}", root));
            List<Step> steps = steps();
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                Optional<String> command = soonOrLater(step.named(names), life + "-" + i);
                command.ifPresentOrElse(_ -> done.add(step.address()), () -> never.putIfAbsent(step.address(), last.get()));
                names.put("{=" + (i + 1) + "}", command.orElse("none"));
            }
        }
    }

    /** A step may have to wait for what the house itself does after the step before. */
    private Optional<String> soonOrLater(Step step, String key) {
        Optional<String> command = sent(step, key);
        for (int attempt = 1; command.isEmpty() && attempt < 6; attempt++) {
            LockSupport.parkNanos(Duration.ofMillis(100L << attempt).toNanos());
            command = sent(step, key + "-" + attempt);
        }
        return command;
    }

    /** The id of the command, once it is done; empty where it was refused, or no answer came before the end. */
    private Optional<String> sent(Step step, String key) {
        String actor = step.who().isEmpty() ? nobody(step) : "person/" + step.who();
        told.asked(Uuids.v5(Uuids.v5(new UUID(0, 0), actor), key));
        for (int attempt = 0; attempt < MOST; attempt++) {
            HttpResponse<String> answer = send(step, key).orElse(null);
            if (answer != null && answer.statusCode() < 300) {
                acknowledged(answer.body());
                if (ThreadLocalRandom.current().nextInt(10) == 0) {
                    send(step, key).filter(again -> again.statusCode() < 300).ifPresent(again -> acknowledged(again.body()));
                }
                return Optional.of(JsonMapper.shared().readTree(answer.body()).path("command").asString());
            } else if (answer != null && answer.statusCode() < 500 && answer.statusCode() != 429) {
                last.set(answer.body());
                return Optional.empty();
            } else if (answer != null && answer.statusCode() != 503 && answer.statusCode() != 429) {
                troubles.add(step.address() + " was answered with " + answer.statusCode() + ": " + answer.body());
                return Optional.empty();
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        troubles.add(step.address() + " was never answered");
        return Optional.empty();
    }

    private static String nobody(Step step) {
        return step.address().endsWith("/comments") ? "survey/" + step.address().split("/", -1)[1] : "public";
    }

    private Optional<HttpResponse<String>> send(Step step, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve("/api/v1/" + step.address())).timeout(PATIENCE)
                .header("Content-Type", "application/json").header("Idempotency-Key", key).POST(BodyPublishers.ofString(step.body()));
        if (!step.who().isEmpty()) {
            request.header("Authorization", "Bearer " + signedIn.computeIfAbsent(step.who(), tokens));
        }
        try {
            return Optional.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException gone) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void acknowledged(String receipt) {
        JsonNode said = JsonMapper.shared().readTree(receipt);
        told.acknowledged(UUID.fromString(said.path("command").asString()), said.path("position").asLong(),
                said.path("facts").valueStream().map(JsonNode::asString).toList());
    }

    /** What was answered and may never be: neither done nor refused nor "later". */
    List<String> troubles() {
        return troubles;
    }

    /** The addresses of the life at which nothing was ever done, with what was said. */
    Map<String, String> neverDone() {
        never.keySet().removeAll(done);
        return never;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static List<Step> steps() {
        return resource("/campaign/life.txt").lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Stream.of(line.split("\\|", 3)).map(String::strip).toList())
                .map(cells -> new Step(cells.get(0), cells.get(1), cells.get(2))).toList();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Clients.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody plays the life they are in to its end. */
    void finish() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        threads.clear();
    }

    @Override
    public void close() {
        finish();
        http.close();
    }
}
