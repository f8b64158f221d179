package asterism.query.reading;

import asterism.query.projecting.Live;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers over HTTP: after the wait asked for, with the position they stand at and a tag that changes with it. */
@Component
public class Replies {
    public static final String POSITION = "Asterism-Position";
    private final Live live;
    private final Duration patience;

    Replies(Live live, @Value("${asterism.reading.wait:5s}") Duration patience) {
        this.live = live;
        this.patience = patience;
    }

    /** An answer anyone may keep, to ask again whether it still holds. */
    public <T> ResponseEntity<Answer<T>> open(String projection, @Nullable Long waitFor, Supplier<Answer<T>> question) {
        return reply(projection, waitFor, question, CacheControl.noCache().cachePublic());
    }

    /** An answer for the person who asked. */
    public <T> ResponseEntity<Answer<T>> personal(String projection, @Nullable Long waitFor, Supplier<Answer<T>> question) {
        return reply(projection, waitFor, question, CacheControl.noCache().cachePrivate());
    }

    private <T> ResponseEntity<Answer<T>> reply(String projection, @Nullable Long waitFor, Supplier<Answer<T>> question,
            CacheControl cache) {
        if (waitFor != null) {
            if (waitFor < 0) {
                throw Refused.bad("waitFor", "position.out-of-range", "A position is 0 or more.");
            }
            live.await(projection, waitFor, patience);
        }
        Answer<T> answer = question.get();
        At at = answer.at();
        return ResponseEntity.ok().cacheControl(cache).eTag("\"%s-%d-%s\"".formatted(at.build(), at.position(), at.today()))
                .header(POSITION, Long.toString(at.position())).body(answer);
    }
}
