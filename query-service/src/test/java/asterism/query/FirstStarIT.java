package asterism.query;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.query.ReadSide.Reply;
import java.util.stream.IntStream;
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

    @Test
    void aSuspendedStarIsNotInForceAndOneWhoseLastDayIsOverIsNoStar() {
        try (ReadSide side = new ReadSide()) {
            side.start();
            side.relay(side.story.tell(County.body("work-committee", null), County.branch("b001", "work-committee"),
                    County.granted("b001", "d-1", "4", "2024-01-01", "2024-04-30"),
                    County.suspended("b001", "d-2", "4", "2024-02-01", "2024-03-31"),
                    County.reinstated("b001", "d-3", "4", "2024-03-01")));

            Reply history = side.get("/api/v1/branches/b001/history?waitFor=5");

            assertThat(IntStream.range(0, 4).mapToObj(at -> history.text("/answer/stretches/" + at + "/from") + " "
                    + history.at("/answer/stretches/" + at + "/level").asString("none"))).as(history.toString())
                    .containsExactly("2024-01-01 4", "2024-02-01 none", "2024-03-01 4", "2024-05-01 none");
            assertThat(side.get("/api/v1/branches/b001/history?validAt=2024-04-30").text("/answer/stretches/0/level")).isEqualTo("4");
            assertThat(side.get("/api/v1/branches/b001/rating?waitFor=5").at("/answer/level").asString("none")).isEqualTo("none");
        }
    }
}
