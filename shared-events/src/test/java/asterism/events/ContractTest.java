package asterism.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What facts look like on the wire, for ever. */
class ContractTest {
    private static final Path GOLDEN = Path.of("src/test/resources/contracts");

    static List<Event> examples() {
        return Examples.ALL;
    }

    @Test
    void everyFactHasOneExample() {
        assertThat(Examples.ALL).extracting(Object::getClass).containsExactlyInAnyOrderElementsOf(EventTypes.all());
    }

    @ParameterizedTest
    @Tag("F12")
    @MethodSource("examples")
    void aFactIsWrittenAsItsGoldenFileSaysAndReadBackTheSame(Event fact) throws IOException {
        String type = EventTypes.nameOf(fact.getClass());
        byte[] written = EventJson.write(fact, Examples.EVENT_ID, Examples.KEYS);

        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(golden(type, written));
        assertThat(EventJson.read(type, written, Examples.KEYS)).isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aWireNameSaysCapabilityFactAndVersion(Event fact) {
        assertThat(EventTypes.nameOf(fact.getClass())).matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*/[1-9][0-9]*");
    }

    /** Ids, numbers, dates and codes are open by their type. A free text must say that it is, or be guarded. */
    @Test
    void everyFreeTextIsClassed() {
        assertThat(EventTypes.all().stream().flatMap(ContractTest::unclassedTexts)).isEmpty();
        assertThat(unclassedTexts(Unclassed.class)).as("the rule can fail").containsExactly("Unclassed.remark");
    }

    record Unclassed(String remark) {
    }

    @Test
    void aGuardedValueIsUnreadableWithoutItsKeyAndTheFactStillReads() {
        PersonId person = new PersonId("p1");
        Event fact = new BodyEvent.PersonRegistered(new BodyId("county"), person, Personal.of(person, "王芳"));
        byte[] written = EventJson.write(fact, Examples.EVENT_ID, Examples.KEYS);

        assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("王芳");
        assertThat(EventJson.read("body.person-registered/1", written, Keys.NONE))
                .isEqualTo(new BodyEvent.PersonRegistered(new BodyId("county"), person, new Personal<>("person/p1", Optional.empty())));
    }

    @Test
    void anotherFactUnderTheSameKeyHasAnotherBox() {
        Event fact = Examples.ALL.stream().filter(ApplicationEvent.ScoresSubmitted.class::isInstance).findFirst().orElseThrow();
        byte[] once = EventJson.write(fact, Examples.EVENT_ID, Examples.KEYS);
        byte[] elsewhere = EventJson.write(fact, UUID.nameUUIDFromBytes(new byte[] {1}), Examples.KEYS);
        assertThat(once).isNotEqualTo(elsewhere);
    }

    @Test
    void whatNobodyKnowsIsRefusedRatherThanLost() {
        assertThatThrownBy(() -> EventJson.read("round.closed/1", bytes("{\"round\":\"r1\",\"mood\":\"good\"}"), Keys.NONE))
                .isInstanceOf(UnreadableFact.class);
        assertThatThrownBy(() -> EventJson.read("round.closed/1", bytes("{\"round\":\"r1\",\"round\":\"r2\"}"), Keys.NONE))
                .isInstanceOf(UnreadableFact.class);
        assertThatThrownBy(() -> EventJson.read("round.forgotten/1", bytes("{}"), Keys.NONE))
                .isInstanceOf(UnreadableFact.class).hasMessageContaining("round.forgotten/1");
    }

    @Test
    void anOlderFactIsReadAsItsLatestVersion() throws IOException {
        String older = golden("scheme.impact-reported/1", new byte[0]);

        assertThat(EventJson.read("scheme.impact-reported/1", bytes(older), Keys.NONE)).isInstanceOfSatisfying(
                SchemeEvent.ImpactReported.class, report -> assertThat(report.inputs()).as("nobody kept them then").isEmpty());
        assertThat(EventJson.typeOf("scheme.impact-reported/1")).contains(SchemeEvent.ImpactReported.class);
        assertThat(EventJson.typeOf("round.forgotten/1")).isEmpty();
    }

    @Test
    void anEnvelopeReadsBackTheSame() {
        Envelope envelope = new Envelope(Examples.EVENT_ID, "SubmitApplication", "person/p1", null, "annual round", null,
                List.of(new Envelope.Read("round/r2025", 3)), null);
        assertThat(EventJson.readEnvelope(EventJson.write(envelope))).isEqualTo(envelope);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Golden files are added by {@code -Dcontracts.add=true} and never changed. */
    private static String golden(String type, byte[] written) throws IOException {
        String name = type.replace('/', '-') + ".json";
        try (InputStream file = ContractTest.class.getResourceAsStream("/contracts/" + name)) {
            if (file != null) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
            }
        }
        assertThat(Boolean.getBoolean("contracts.add")).as("contracts/%s is missing: add it with -Dcontracts.add=true", name).isTrue();
        Files.writeString(GOLDEN.resolve(name), new String(written, StandardCharsets.UTF_8) + "\n");
        return new String(written, StandardCharsets.UTF_8);
    }

    private static Stream<String> unclassedTexts(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).flatMap(part -> {
            boolean text = texts(part.getGenericType()) && !part.isAnnotationPresent(Open.class);
            return Stream.concat(
                    text ? Stream.of(record.getSimpleName() + "." + part.getName()) : Stream.empty(),
                    nested(part).flatMap(ContractTest::unclassedTexts));
        });
    }

    private static boolean texts(Type type) {
        return type == String.class
                || (type instanceof ParameterizedType list && list.getRawType() == List.class && texts(list.getActualTypeArguments()[0]));
    }

    /** Records inside the record; ids and levels check their own form and are open. */
    private static Stream<Class<?>> nested(RecordComponent part) {
        Type type = part.getGenericType() instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : part.getType();
        return type instanceof Class<?> inner && inner.isRecord() && inner.getRecordComponents().length > 1
                ? Stream.of(inner) : Stream.empty();
    }
}
