package asterism.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.calendar.WorkingDays;
import asterism.command.Capabilities;
import asterism.command.body.BodyCommand.EndPost;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.command.core.Commands;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.command.wiring.TestHouse.Reply;
import asterism.command.wiring.clock.DemoClock;
import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.reacting.Reactions;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyId;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Fact;
import asterism.events.Keys;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** What the house does by itself, when something happened and when a day is over. */
class ByItselfIT {
    private static final String YEAR = """
            {"year": 2024, "document": "%s"}""".formatted(WorkingDays.shippedDocuments().getFirst().replace("\n", "\\n")
            .replace("\"", "\\\""));
    private static final String PARKED = "/api/v1/reactions/parked";

    /** A small house: each agency gets a dean; a post with a first day is reviewed when that day is over. Not for scanning. */
    static class Small {
        @Bean
        Abilities small() {
            return new Abilities(Capabilities.all(), List.of(new WhenBodyEstablishedRegisterDean()), List.of(new ReviewPost()));
        }
    }

    private static volatile boolean healed;

    static final class WhenBodyEstablishedRegisterDean implements Reaction<BodyEstablished> {
        @Override
        public Class<BodyEstablished> when() {
            return BodyEstablished.class;
        }

        @Override
        public List<Command> wish(BodyEstablished happened, Fact fact, Function<String, Optional<String>> documents) {
            return switch (happened.body().value()) {
                case "poison" -> digested(happened);
                case "wishful" -> List.of(new EndPost(happened.body(), new PersonId("x"), Post.AUDITOR, null, LocalDate.EPOCH));
                default -> List.of(dean(happened));
            };
        }

        private static List<Command> digested(BodyEstablished happened) {
            if (!healed) {
                throw new IllegalStateException("this fact cannot be digested");
            }
            return List.of(dean(happened));
        }

        private static Command dean(BodyEstablished happened) {
            return new RegisterPerson(happened.body(), new PersonId("dean-" + happened.body()), "院长");
        }

        @Override
        public Optional<Command> refused(BodyEstablished happened, Command wish, Refusal refusal) {
            return Optional.of(new RegisterPerson(happened.body(), new PersonId("complaint"), refusal.code()));
        }
    }

    static final class ReviewPost implements Alarm {
        @Override
        public String name() {
            return "review-post";
        }

        @Override
        public Optional<LocalDate> setBy(Event fact) {
            return fact instanceof PostAssigned post ? Optional.of(post.from()) : Optional.empty();
        }

        @Override
        public boolean clearedBy(Event fact) {
            return false;
        }

        @Override
        public Optional<Command> recount(StreamId subject) {
            return Optional.of(new RegisterPerson(new BodyId(subject.id()), new PersonId("recounter"), "重算人"));
        }

        @Override
        public Command ring(StreamId subject) {
            return new RegisterPerson(new BodyId(subject.id()), new PersonId("reviewer"), "审查人");
        }
    }

    @Test
    void oneFactLeadsToOneWishAlsoAfterARestart() throws InterruptedException {
        TestHouse house = TestHouse.with(Small.class);
        establish(house, "a");
        quiet(house);
        assertThat(types(house, "body/a")).containsExactly("body.established/1", "body.person-registered/1");
        Fact second = EventJson.read(house.bean(Journal.class).stream("body/a", 1).getFirst(), Keys.NONE);
        assertThat(second.envelope().actor()).isEqualTo("system/WhenBodyEstablishedRegisterDean");
        assertThat(second.envelope().cause()).isEqualTo(house.bean(Journal.class).after(0, 1).getFirst().eventId());
        house.close();
        try (TestHouse again = house.again()) {
            establish(again, "b");
            quiet(again);
            assertThat(types(again, "body/a")).hasSize(2);
            assertThat(types(again, "body/b")).hasSize(2);
        }
    }

    @Test
    void aRefusedWishIsRecordedAndAPoisonedFactStopsOnlyItsOwnSubject() throws InterruptedException {
        try (TestHouse house = TestHouse.with(Small.class)) {
            establish(house, "wishful");
            establish(house, "poison");
            establish(house, "after");
            quiet(house);
            assertThat(types(house, "body/wishful")).containsExactly("body.established/1", "body.person-registered/1");
            assertThat(types(house, "body/poison")).containsExactly("body.established/1");
            assertThat(types(house, "body/after")).hasSize(2);
            assertThat(house.bean(Reactions.class).deadLetters()).isEqualTo(1);
            parkedFactsWaitWithTheirLaterSiblingsUntilAnAdministratorTriesThemAgain(house);
        }
    }

    private static void parkedFactsWaitWithTheirLaterSiblingsUntilAnAdministratorTriesThemAgain(TestHouse house)
            throws InterruptedException {
        assertThat(house.post("root", "/api/v1/bodies/poison/people", "{\"person\": \"auditor\", \"name\": \"审\"}").status())
                .isEqualTo(200);
        assertThat(house.post("root", "/api/v1/bodies/poison/posts",
                "{\"person\": \"auditor\", \"post\": \"AUDITOR\", \"from\": \"2020-01-01\"}").status()).isEqualTo(200);
        quiet(house);
        Reply parked = house.get(PARKED, Map.of("Authorization", "Bearer " + SignIn.token("auditor")));
        assertThat(parked.body().path("facts").intValue()).as("siblings wait behind it").isEqualTo(4);
        JsonNode first = parked.body().path("parked").get(0);
        assertThat(first.path("key").stringValue()).isEqualTo("body/poison");
        assertThat(first.path("type").stringValue()).isEqualTo("body.established/1");
        assertThat(first.path("error").stringValue()).contains("this fact cannot be digested");
        assertThat(first.path("waiting").intValue()).isEqualTo(4);
        assertThat(house.get(PARKED, Map.of("Authorization", "Bearer " + SignIn.token("dean-after"))).status()).isEqualTo(403);
        assertThat(house.post("auditor", PARKED + "/retry?key=body/poison", "{}").code()).isEqualTo("policy.post-missing");
        assertThat(house.post("root", PARKED + "/retry?key=body/nothing", "{}").code()).isEqualTo("reactions.nothing-parked");
        assertThat(house.post("root", PARKED + "/retry?key=body/poison", "{}").body().path("facts").intValue()).as("still ill")
                .isEqualTo(4);
        healed = true;
        assertThat(house.post("root", PARKED + "/retry?key=body/poison", "{}").status()).isEqualTo(200);
        Awaitility.await().untilAsserted(() -> {
            house.bean(Reactions.class).retry("body/poison"); // what came in while it was tried waits behind it too
            assertThat(house.bean(Reactions.class).deadLetters()).isZero();
        });
        assertThat(types(house, "body/poison")).containsExactly("body.established/1", "body.person-registered/1",
                "body.post-assigned/1", "body.person-registered/1", "body.person-registered/1");
    }

    @Test
    void anAlarmRingsOnceWhenItsLastDayIsOverByTheClockOfTheHouse() throws InterruptedException {
        TestHouse house = TestHouse.with(Small.class, "--asterism.demo-world=true");
        house.bean(DemoClock.class).open(Instant.parse("2024-01-08T01:00:00Z"), house.bean(Commands.class));
        establish(house, "a");
        quiet(house);
        assertThat(house.post("root", "/api/v1/bodies/a/posts", """
                {"person": "dean-a", "post": "AUDITOR", "from": "2024-01-10"}""").status()).isEqualTo(200);
        assertThat(house.post("root", "/api/v1/calendars/prc-working-days/years", YEAR).status()).isEqualTo(201);
        quiet(house);
        assertThat(types(house, "body/a")).as("the year it falls into is published").hasSize(4);
        house.bean(DemoClock.class).advanceTo(Instant.parse("2024-01-10T15:59:00Z"));
        quiet(house);
        assertThat(types(house, "body/a")).hasSize(4);
        house.bean(DemoClock.class).advanceTo(Instant.parse("2024-01-10T16:00:00Z"));
        quiet(house);
        assertThat(types(house, "body/a")).hasSize(5);
        Instant last = house.bean(Journal.class).stream("body/a", 4).getFirst().recordedAt();
        assertThat(last).isBetween(Instant.parse("2024-01-10T16:00:00Z"), Instant.parse("2024-01-10T16:01:00Z"));
        house.close();
        try (TestHouse again = house.again()) {
            quiet(again);
            assertThat(types(again, "body/a")).hasSize(5);
            assertThat(again.bean(DemoClock.class).demo()).isTrue();
            assertThat(again.bean(HouseClock.class).instant()).isBetween(last, last.plusSeconds(600));
        }
    }

    @Test
    void aRealHouseKeepsItsClock() {
        try (TestHouse house = TestHouse.open()) {
            DemoClock clock = house.bean(DemoClock.class);
            assertThatThrownBy(() -> clock.advanceTo(Instant.MAX)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> clock.open(Instant.EPOCH, house.bean(Commands.class))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void thoseWhoKeepTheHouseSeeHowItStands() throws InterruptedException {
        try (TestHouse house = TestHouse.with(Small.class)) {
            establish(house, "a");
            quiet(house); // the dean is there once the reaction is over
            assertThat(house.post("root", "/api/v1/bodies/a/posts", """
                    {"person": "dean-a", "post": "AUDITOR", "from": "2999-01-10"}""").status()).isEqualTo(200);
            quiet(house);
            Awaitility.await().untilAsserted(() -> {
                JsonNode stands = house.get("/api/v1/operations", Map.of("Authorization", "Bearer " + SignIn.token("root"))).body();
                assertThat(stands.path("head").longValue()).isEqualTo(3);
                assertThat(stands.path("readers").values()).extracting(reader -> reader.path("name").stringValue() + " "
                        + reader.path("position").longValue() + " " + reader.path("lag").longValue())
                        .containsExactly("relay 3 0", "alarms 3 0", "reactions 3 0");
                assertThat(stands.path("timers").path("set").intValue()).isEqualTo(1);
                assertThat(stands.path("timers").path("due").intValue()).isZero();
                assertThat(stands.path("timers").path("first").get(0).toString()).contains("review-post", "body/a", "2999-01-10");
                assertThat(stands.path("parkedFacts").intValue()).isZero();
                assertThat(stands.path("check").path("what").stringValue()).isEmpty();
            });
            assertThat(house.get("/api/v1/operations", Map.of("Authorization", "Bearer " + SignIn.token("dean-b"))).status())
                    .isEqualTo(403);
        }
    }

    private static void establish(TestHouse house, String body) {
        assertThat(house.post("root", "/api/v1/bodies", """
                {"body": "%s", "kind": "AGENCY", "name": {"zh": "局", "en": "Bureau"}}""".formatted(body)).status()).isEqualTo(201);
    }

    private static void quiet(TestHouse house) throws InterruptedException {
        assertThat(house.bean(Quiet.class).await(Duration.ofSeconds(30))).isTrue();
    }

    private static List<String> types(TestHouse house, String stream) {
        return house.bean(Journal.class).stream(stream, 0).stream().map(fact -> fact.type()).toList();
    }
}
