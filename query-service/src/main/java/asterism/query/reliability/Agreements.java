package asterism.query.reliability;

import asterism.query.reliability.ReliabilityQuestion.Agreement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** How far the assessors of rounds that are over agree: worked out beside the pages, once for each, as nothing changes it any more. */
@Component
public class Agreements {
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private final ReliabilityQuestion question;
    private final Map<String, CompletableFuture<List<Agreement>>> known = new ConcurrentHashMap<>();

    Agreements(ReliabilityQuestion question) {
        this.question = question;
    }

    /** Empty while it is being worked out; a list of none where no scores of the round are open. */
    public Optional<List<Agreement>> of(String round) {
        try {
            return Optional.of(known.computeIfAbsent(round, id -> CompletableFuture.supplyAsync(() -> question.agreement(id)))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            known.remove(round);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
