package asterism.local.demo;

import asterism.local.RunningHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The queries of the house, asked over HTTP as anybody may. */
record ReadSide(URI pages) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static ReadSide of(RunningHouse house) {
        return new ReadSide(house.pages());
    }

    /** Waits until the published stars stand at this position of the journal, or later. */
    void await(long position) {
        HttpRequest question = HttpRequest.newBuilder(pages.resolve("/api/v1/ratings?limit=1&waitFor=" + position)).build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (http.send(question, BodyHandlers.discarding()).statusCode() != 200) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("The pages did not reach position " + position + " within "
                            + PATIENCE.toMinutes() + " minutes");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the pages were catching up", e);
        }
    }
}
