package asterism.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be a value. */
class ValuesTest {

    @Test
    void aLevelHasACodeOfAFewPlainCharacters() {
        assertThat(new Level("RI").code()).isEqualTo("RI");
        refused("level.malformed", () -> new Level("five stars"));
        refused("level.malformed", () -> new Level("x".repeat(33)));
    }

    @Test
    void aStreamHasAKindAndAnId() {
        assertThat(StreamId.of("round/r2026")).isEqualTo(StreamId.of(new RoundId("r2026")));
        for (String value : new String[] {"round", "/r2026", "round/"}) {
            refused("stream.malformed", () -> StreamId.of(value));
        }
    }

    @Test
    void aTextIsNeitherEmptyNorEndlessNorUnsayable() {
        assertThat(Texts.line("title", "x".repeat(200))).hasSize(200);
        refused("text.too-long", () -> Texts.line("title", "x".repeat(201)));
        refused("text.too-long", () -> Texts.statement("findings", "x".repeat(4_001)));
        refused("text.empty", () -> Texts.line("title", " "));
        refused("text.unusable", () -> Texts.line("title", "a\0"));
    }

    private static void refused(String code, ThrowingCallable value) {
        assertThatThrownBy(value).isInstanceOfSatisfying(InvalidValue.class, invalid -> assertThat(invalid.code()).isEqualTo(code));
    }
}
