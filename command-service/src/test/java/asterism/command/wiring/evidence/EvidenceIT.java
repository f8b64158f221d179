package asterism.command.wiring.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.wiring.SignIn;
import asterism.command.wiring.TestHouse;
import asterism.command.wiring.TestHouse.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files come in whole or not at all, are what their content says, and go out to those who may read them. */
class EvidenceIT {
    private static final TestHouse HOUSE = TestHouse.open("--asterism.evidence.largest=512KB");
    private static final String FILES = "/api/v1/branches/b001/files";
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.UTF_8);

    @BeforeAll
    static void theCounty() {
        done("/api/v1/bodies", """
                {"body": "county", "kind": "WORK_COMMITTEE", "name": {"zh": "工委", "en": "Committee"}}""");
        for (String branch : new String[] {"b001", "b002"}) {
            done("/api/v1/branches", """
                    {"branch": "%s", "body": "county", "kind": "agency", "name": {"zh": "支部", "en": "Branch"}, "foundedOn": "2012-07-01"}"""
                    .formatted(branch));
            done("/api/v1/bodies/county/people", "{\"person\": \"of-%s\", \"name\": \"王芳\"}".formatted(branch));
            done("/api/v1/bodies/county/posts", """
                    {"person": "of-%s", "post": "BRANCH_SECRETARY", "branch": "%s", "from": "2020-01-01"}""".formatted(branch, branch));
        }
        done("/api/v1/bodies/county/people", "{\"person\": \"office\", \"name\": \"陈强\"}");
        done("/api/v1/bodies/county/posts", "{\"person\": \"office\", \"post\": \"ROUND_OFFICE\", \"from\": \"2020-01-01\"}");
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void aFileIsKeptOnceAndGivenOutByteForByteToBeSaved() {
        byte[] file = text(300_000);
        Reply first = hand("of-b001", file);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("mediaType").stringValue()).isEqualTo("text/plain");
        assertThat(first.body().path("size").longValue()).isEqualTo(file.length);
        assertThat(hand("of-b001", file).status()).as("again").isEqualTo(200);

        Reply back = read("office", first.body().path("sha256").stringValue());
        assertThat(back.http().body()).isEqualTo(file);
        assertThat(back.http().headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment").contains(".txt");
        assertThat(back.http().headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(back.http().headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox");
        String tag = back.http().headers().firstValue("ETag").orElseThrow();
        assertThat(HOUSE.send(request("office", FILES + "/" + tag.replace("\"", "")).setHeader("If-None-Match", tag).GET()).status())
                .isEqualTo(304);
    }

    @Test
    void whoHasNoPostThereNeitherHandsInNorReads() {
        String sha256 = hand("of-b001", PDF).body().path("sha256").stringValue();
        assertThat(hand("of-b002", PDF).status()).isEqualTo(403);
        assertThat(read("of-b002", sha256).status()).isEqualTo(403);
        assertThat(HOUSE.send(HOUSE.request(FILES + "/" + sha256).GET()).status()).as("nobody in particular").isEqualTo(401);
        assertThat(HOUSE.send(request("of-b002", "/api/v1/branches/b002/files/" + sha256).GET()).code())
                .as("a file about another branch").isEqualTo("evidence.unknown");
        assertThat(read("office", "../etc/passwd").status()).isIn(400, 404);
    }

    @Test
    @Tag("B10")
    void aFileIsWhatItsContentSays() throws IOException {
        assertThat(hand("of-b001", PDF).body().path("mediaType").stringValue()).isEqualTo("application/pdf");
        assertThat(hand("of-b001", zip("[Content_Types].xml", "word/document.xml")).body().path("mediaType").stringValue())
                .endsWith("wordprocessingml.document");
        assertThat(hand("of-b001", "<!doctype html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("evidence.type-not-taken");
        assertThat(hand("of-b001", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("evidence.type-not-taken");
        assertThat(hand("of-b001", zip("run.sh")).code()).isEqualTo("evidence.type-not-taken");
        assertThat(hand("of-b001", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")).code())
                .isEqualTo("evidence.macros");
        assertThat(hand("of-b001", new byte[] {'M', 'Z', 0, 0, 0, 1}).status()).isEqualTo(415);
    }

    @Test
    @Tag("B10")
    void whatIsTooLargeOrEmptyIsTurnedAway() throws IOException {
        assertThat(hand("of-b001", text(600_000)).code()).isEqualTo("evidence.too-large");
        assertThat(hand("of-b001", new byte[0]).code()).isEqualTo("evidence.empty");
        assertThat(hand("of-b001", bomb()).code()).isEqualTo("evidence.unpacks-too-large");
    }

    @Test
    void ofAFileThatBreaksOffNothingStays() throws IOException {
        byte[] whole = text(1_000);
        URI at = HOUSE.request(FILES).GET().build().uri();
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            socket.getOutputStream().write("""
                    POST %s HTTP/1.1\r
                    Host: localhost\r
                    Content-Length: 5000\r
                    Authorization: Bearer %s\r
                    \r
                    half""".formatted(FILES, SignIn.token("of-b001")).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        Awaitility.await().untilAsserted(() -> assertThat(hand("of-b001", whole).status()).isIn(200, 201));
        assertThat(keptOf("half".length())).isZero();
        assertThat(keptOf(whole.length)).as("the one that came whole").isEqualTo(1);
    }

    @Test
    void aFactNamesOnlyFilesThatAreKeptAboutItsBranch() {
        String sha256 = hand("office", PDF).body().path("sha256").stringValue();
        String veto = """
                {"veto": "discipline", "factOn": "2026-03-01", "evidence": [{"sha256": "%s", "input": "base", "title": "决定"}],
                 "statement": "as decided"}""";
        Reply unknown = HOUSE.post("office", "/api/v1/branches/b001/vetoes", veto.formatted("0".repeat(64)));
        assertThat(unknown.code()).isEqualTo("evidence.unknown-file");
        assertThat(unknown.field()).isEqualTo("evidence[0].sha256");
        assertThat(HOUSE.post("office", "/api/v1/branches/b002/vetoes", veto.formatted(sha256)).code()).isEqualTo("evidence.unknown-file");
        assertThat(HOUSE.post("office", "/api/v1/branches/b001/vetoes", veto.formatted(sha256)).code()).doesNotStartWith("evidence");
    }

    @Test
    void whatNoFactEverNamesIsSweptAwayAndWhatOneNamesStays() {
        String named = hand("of-b001", text(4_001)).body().path("sha256").stringValue();
        String unnamed = hand("of-b001", text(4_002)).body().path("sha256").stringValue();
        String wanted = hand("of-b001", text(4_003)).body().path("sha256").stringValue();
        assertThat(HOUSE.post("office", "/api/v1/branches/b001/vetoes", """
                {"veto": "discipline", "factOn": "2026-03-01", "evidence": [{"sha256": "%s", "input": "base", "title": "决定"}],
                 "statement": "as decided"}""".formatted(named)).status()).isIn(200, 201);
        HOUSE.sql("update evidence.file set kept_at = now() - interval '31 days' where size in (4001, 4002, 4003)");
        assertThat(hand("of-b001", text(4_003)).status()).as("handed in again").isEqualTo(200);
        assertThat(HOUSE.bean(Sweep.class).sweep()).isEqualTo(1);
        assertThat(read("office", named).status()).isEqualTo(200);
        assertThat(read("office", wanted).status()).isEqualTo(200);
        assertThat(read("office", unnamed).code()).isEqualTo("evidence.unknown");
        assertThat(hand("of-b001", text(4_002)).status()).as("and comes in anew").isEqualTo(201);
    }

    private static long keptOf(int size) {
        return HOUSE.bean(JdbcClient.class).sql("select count(*) from evidence.file where size = ?").param(size).query(Long.class).single();
    }

    private static Reply hand(String person, byte[] file) {
        return HOUSE.send(request(person, FILES).POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private static Reply read(String person, String sha256) {
        return HOUSE.send(request(person, FILES + "/" + sha256).GET());
    }

    private static HttpRequest.Builder request(String person, String path) {
        return HOUSE.request(path).setHeader("Authorization", "Bearer " + SignIn.token(person));
    }

    private static void done(String path, String body) {
        Reply reply = HOUSE.post("root", path, body);
        assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 201);
    }

    private static byte[] text(int bytes) {
        return "line of minutes\n".repeat(bytes / 16 + 1).substring(0, bytes).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** 300 MB of nothing in 300 KB. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(nothing);
            }
        }
        return bytes.toByteArray();
    }
}
