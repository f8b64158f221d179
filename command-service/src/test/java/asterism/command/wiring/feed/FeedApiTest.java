package asterism.command.wiring.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class FeedApiTest {

    @Test
    @SuppressWarnings("NullAway") // nobody gets as far as the journal
    void whenAllPlacesAreTakenTheNextReaderIsAskedToComeLater() {
        FeedApi feed = new FeedApi(null, 0, Duration.ZERO);
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThatThrownBy(() -> feed.feed(0, null, null, response)).isInstanceOfSatisfying(FeedApi.Busy.class, busy -> {
            assertThat(feed.busy(busy).getStatusCode().value()).isEqualTo(503);
            assertThat(feed.busy(busy).getHeaders().getFirst("Retry-After")).isEqualTo("5");
            assertThat(feed.busy(busy).getBody()).satisfies(body ->
                    assertThat(body.getProperties()).containsEntry("code", "feed.busy"));
        });
    }
}
