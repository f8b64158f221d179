package asterism.query;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.query.ReadSide.Reply;
import org.junit.jupiter.api.Test;

class FirstStarIT {

    @Test
    void aStarThatTheTopicBringsIsShownWithThePositionItStandsAt() {
        try (ReadSide side = new ReadSide()) {
            side.start();
            side.relay(side.story.tell(County.body("work-committee", null), County.body("archives", "work-committee"),
                    County.branch("b001", "archives"), County.granted("b001", "d-1", "4", "2024-05-01")));

            Reply reply = side.get("/api/v1/branches/b001/rating?waitFor=4");

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.at("/at/position").asLong()).isEqualTo(4);
            assertThat(reply.text("/answer/level")).isEqualTo("4");
            assertThat(reply.text("/answer/because")).isEqualTo("d-1");
            assertThat(reply.text("/answer/bodyEn")).isEqualTo("Body archives");
        }
    }
}
