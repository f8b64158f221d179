package asterism.command.wiring.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.wiring.SignIn;
import asterism.command.wiring.TestHouse;
import asterism.command.wiring.TestHouse.Reply;
import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.NewFact;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationId;
import asterism.events.Envelope;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.events.Pin;
import asterism.events.SchemeId;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import tools.jackson.databind.JsonNode;

/** People are told: in the pages always, by mail over a real SMTP server where one is named; what came of it is known. */
class LettersIT {
    private static final ApplicationId CASE = ApplicationId.of("r2026.b1");
    private static final Pin PIN = new Pin(new SchemeId("s"), "1", "a".repeat(64), "b".repeat(64));
    private static final List<ApplicationEvent> BEFORE = List.of(new ApplicationStarted(CASE, PIN),
            new SelfAssessmentRecorded(CASE, 1, List.of(), List.of(), "All is there."), new ApplicationSubmitted(CASE, null),
            new ApplicationAccepted(CASE));
    private static final ApplicationEvent RETURNED = new ApplicationReturned(CASE, List.of("a gap that is nobody's business"),
            LocalDate.of(2026, 1, 12));

    private static void people(TestHouse house) {
        done(house, "/api/v1/bodies", "{\"body\": \"a\", \"kind\": \"AGENCY\", \"name\": {\"zh\": \"局\", \"en\": \"Bureau\"}}");
        done(house, "/api/v1/branches", """
                {"branch": "b1", "body": "a", "kind": "agency", "name": {"zh": "第一支部", "en": "First Branch"},
                 "foundedOn": "2012-07-01"}""");
        for (String person : List.of("secretary", "reader", "assessor")) {
            done(house, "/api/v1/bodies/a/people", "{\"person\": \"%s\", \"name\": \"某人\"}".formatted(person));
        }
        done(house, "/api/v1/bodies/a/posts", """
                {"person": "secretary", "post": "BRANCH_SECRETARY", "branch": "b1", "from": "2020-01-01"}""");
        done(house, "/api/v1/bodies/a/posts", "{\"person\": \"reader\", \"post\": \"AUDITOR\", \"from\": \"2020-01-01\"}");
    }

    private static void done(TestHouse house, String path, String body) {
        assertThat(house.post("root", path, body).status()).as(path).isBetween(200, 201);
    }

    /** The branch applies, and gets it back for completion. */
    private static void returned(TestHouse house) {
        for (int i = 0; i < BEFORE.size(); i++) {
            record(house, BEFORE.get(i), i + 1);
        }
        record(house, RETURNED, BEFORE.size() + 1);
    }

    private static void record(TestHouse house, ApplicationEvent event, long version) {
        UUID command = UUID.randomUUID();
        byte[] by = EventJson.write(new Envelope(command, "Test", "person/root", null, null, null, List.of(), null));
        house.bean(Journal.class).append(new Append(command, "digest".getBytes(StandardCharsets.UTF_8), List.of(new NewFact(
                event.stream().toString(), version, EventTypes.nameOf(event.getClass()), LocalDate.of(2026, 1, 5), by,
                EventJson.write(event, UUID.randomUUID(), Keys.NONE))), List.of()));
    }

    private static Reply as(TestHouse house, String person, String path) {
        return house.get(path, Map.of("Authorization", "Bearer " + SignIn.token(person)));
    }

    private static List<String> deliveries(TestHouse house) {
        return as(house, "reader", "/api/v1/letters/about?stream=application/" + CASE).body().values().stream()
                .map(each -> each.path("person").asString() + " " + each.path("channel").asString() + " " + each.path("outcome").asString())
                .toList();
    }

    @Test
    void a_branch_is_told_in_the_pages_and_has_seen_it_once_it_says_so() {
        try (TestHouse house = TestHouse.open()) {
            people(house);
            returned(house);
            Awaitility.await().untilAsserted(() -> assertThat(deliveries(house)).containsExactly("secretary PAGE WAITING"));
            JsonNode mine = as(house, "secretary", "/api/v1/letters").body();
            assertThat(mine.path("unseen").asInt()).isEqualTo(1);
            JsonNode letter = mine.path("letters").get(0);
            assertThat(letter.path("type").asString()).isEqualTo("application.returned/1");
            long newest = letter.path("position").asLong();
            assertThat(house.post("secretary", "/api/v1/letters/seen?upTo=" + newest, "").status()).isEqualTo(204);
            assertThat(deliveries(house)).containsExactly("secretary PAGE SEEN");
            assertThat(as(house, "secretary", "/api/v1/letters").body().path("unseen").asInt()).isZero();
            assertThat(as(house, "reader", "/api/v1/letters").body().path("letters").size()).as("nobody else's").isZero();
            assertThat(as(house, "assessor", "/api/v1/letters/about?stream=application/" + CASE).body()).as("none for them").isEmpty();
        }
    }

    @Test
    void a_mail_is_sent_that_says_nothing_of_what_was_written_and_goes_out_once_the_server_is_back() throws Exception {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        int port = server.getSmtp().getPort();
        try (TestHouse house = TestHouse.open("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + port,
                "--asterism.mail.address={person}@county.example", "--asterism.mail.from=asterism@county.example",
                "--asterism.mail.pages=https://stars.county.example/", "--asterism.mail.again=100ms")) {
            people(house);
            returned(house);
            assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getRecipients(Message.RecipientType.TO)).extracting(Object::toString)
                    .containsExactly("secretary@county.example");
            assertThat(mail.getSubject()).contains("第一支部", "First Branch: The application was returned");
            assertThat(mail.getContent().toString()).contains("https://stars.county.example/history/").doesNotContain("nobody's business",
                    "某人");
            Awaitility.await().untilAsserted(() -> assertThat(deliveries(house)).containsExactly("secretary MAIL SENT",
                    "secretary PAGE WAITING"));
            server.stop();
            record(house, new ApplicationLapsed(CASE, LocalDate.of(2026, 1, 12)), BEFORE.size() + 2);
            Awaitility.await().untilAsserted(() -> assertThat(deliveries(house)).contains("secretary MAIL FAILED"));
        }
    }

    @Test
    void with_a_mail_server_but_no_way_to_know_people_there_the_house_does_not_start() {
        assertThatThrownBy(() -> TestHouse.open("--spring.mail.host=127.0.0.1")).isInstanceOf(BeanCreationException.class)
                .hasStackTraceContaining("asterism.mail.address must hold {person}");
    }
}
