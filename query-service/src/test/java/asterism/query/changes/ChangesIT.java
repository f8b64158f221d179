package asterism.query.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asterism.events.Event;
import asterism.query.County;
import asterism.query.ReadSide;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People listen, lose the line, come back, or do not listen at all. */
class ChangesIT {
    private final ReadSide side = new ReadSide();

    @BeforeEach
    void aCounty() {
        side.start("--server.tomcat.connection-timeout=1s", "--asterism.changes.beat=200ms", "--asterism.changes.clients=2");
        side.relay(side.story.tell(County.body("work-committee", null), County.body("archives", "work-committee"),
                County.branch("b001", "archives"), County.granted("b001", "d-1", "4", "2024-05-01")));
        await().ignoreExceptions().untilAsserted(() -> assertThat(side.bean(ChangesQuestion.class).head()).isEqualTo(4));
    }

    @AfterEach
    void close() {
        side.close();
    }

    /** A listener: what it heard, and the line, which closing hangs up. */
    private record Listener(List<String> heard, Stream<String> line) implements AutoCloseable {
        List<String> ids() {
            return heard.stream().filter(text -> text.startsWith("id: ")).map(text -> text.substring(4)).toList();
        }

        @Override
        public void close() {
            line.close();
        }
    }

    private HttpRequest request(String query, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(side.url() + "/api/v1/changes" + query))
                .header("Authorization", "Bearer " + side.commands.tokenOf("p-office", "asterism"));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.build();
    }

    private Listener listen(String query, @Nullable String lastEventId) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                .send(request(query, lastEventId), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        Listener listener = new Listener(new CopyOnWriteArrayList<>(), response.body());
        Thread.ofVirtual().start(() -> {
            try {
                response.body().forEach(listener.heard()::add);
            } catch (UncheckedIOException _) {
                listener.heard().add("hung up");
            }
        });
        return listener;
    }

    private double listeners() {
        return side.bean(MeterRegistry.class).get("asterism.changes.clients").gauge().value();
    }

    @Test
    void whoComesBackMissesNothingAndHearsNothingTwice() throws Exception {
        try (Listener first = listen("?after=0", null)) {
            await().untilAsserted(() -> assertThat(first.ids()).containsExactly("3", "4"));
            assertThat(first.heard()).contains("event: standing.level-granted/1")
                    .anyMatch(text -> text.startsWith("data: ") && text.contains("\"branch\":\"b001\"") && text.contains("\"position\":4"));
            await().untilAsserted(() -> assertThat(first.heard()).contains(": at 4"));
        }
        side.relay(side.story.tell(County.branch("b002", "archives"), County.body("court", "work-committee"),
                County.branch("b003", "court")));
        try (Listener again = listen("", "4")) {
            await().untilAsserted(() -> assertThat(again.ids()).containsExactly("5", "7"));
            side.relay(side.story.tell(County.granted("b002", "d-2", "3", "2024-05-01")));
            await().untilAsserted(() -> assertThat(again.ids()).containsExactly("5", "7", "8"));
        }
    }

    @Test
    @Tag("B15")
    void onlyPeopleWhoAreSignedInListenAndNotTooMany() throws Exception {
        assertThat(side.get("/api/v1/changes").status()).isEqualTo(401);
        assertThat(side.getAs("p-office", "/api/v1/changes?after=-1").text("/code")).isEqualTo("position.out-of-range");
        HttpResponse<String> lost = HttpClient.newHttpClient().send(request("", "the last one"), HttpResponse.BodyHandlers.ofString());
        assertThat(lost.statusCode()).isEqualTo(400);
        assertThat(lost.body()).contains("position.malformed");
        try (Listener one = listen("?after=0", null); Listener two = listen("?after=0", null)) {
            await().untilAsserted(() -> assertThat(Stream.of(one, two).map(Listener::ids)).allMatch(ids -> ids.size() == 2));
            assertThat(side.getAs("p-office", "/api/v1/changes?after=0").status()).isEqualTo(503);
        }
        await().untilAsserted(() -> assertThat(listeners()).isZero());
    }

    @Test
    @Tag("B15")
    void whoTakesNothingIsHungUpOn() throws Exception {
        side.relay(side.story.tell(IntStream.rangeClosed(1, 40_000).mapToObj(i -> County.branch("c" + i, "archives"))
                .toArray(Event[]::new)));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(side.bean(ChangesQuestion.class).head()).isEqualTo(side.story.head()));
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(4_096);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(side.url()).getPort()));
            deaf.getOutputStream().write("""
                    GET /api/v1/changes?after=0 HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    \r
                    """.formatted(side.commands.tokenOf("p-office", "asterism")).getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(listeners()).isEqualTo(1));
            await().untilAsserted(() -> assertThat(listeners()).isZero());
        }
        try (Listener other = listen("?after=" + (side.story.head() - 1), null)) {
            await().untilAsserted(() -> assertThat(other.ids()).containsExactly(Long.toString(side.story.head())));
        }
    }
}
