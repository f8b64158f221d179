package asterism.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.events.EventJson.Upcaster;
import asterism.events.RoundEvent.RoundClosed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fact of a former version is read as the present one, step by step. */
class UpcastingTest {
    private static final List<Upcaster> STEPS = List.of(
            new Upcaster("round.finished/1", "round.ended/1", payload -> {
                payload.set("name", payload.remove("id"));
                return payload;
            }),
            new Upcaster("round.ended/1", "round.closed/1", payload -> {
                payload.set("round", payload.remove("name"));
                return payload;
            }));

    private static Event read(String type, String payload) {
        return EventJson.read(type, payload.getBytes(StandardCharsets.UTF_8), Keys.NONE, STEPS);
    }

    @Test
    void everyFormerVersionReadsAsThePresentOne() {
        Event closed = new RoundClosed(new RoundId("r2025"));
        assertThat(read("round.finished/1", "{\"id\":\"r2025\"}")).isEqualTo(closed);
        assertThat(read("round.ended/1", "{\"name\":\"r2025\"}")).isEqualTo(closed);
        assertThat(read("round.closed/1", "{\"round\":\"r2025\"}")).isEqualTo(closed);
    }

    @Test
    void whatNeverWasSuchAFactIsRefused() {
        assertThatThrownBy(() -> read("round.ended/1", "[]")).isInstanceOf(UnreadableFact.class);
        assertThatThrownBy(() -> read("round.forgotten/1", "{}")).isInstanceOf(UnreadableFact.class);
        assertThat(EventJson.typeOf("round.forgotten/1")).isEmpty();
        assertThat(EventJson.typeOf("round.closed/1")).contains(RoundClosed.class);
    }
}
