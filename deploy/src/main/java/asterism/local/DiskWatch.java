package asterism.local;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Speaks up while there is still room to stop in good order. */
final class DiskWatch implements AutoCloseable {

    private static final int SECONDS_BETWEEN_LOOKS = 5;

    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("disk-watch").daemon().factory());

    private DiskWatch() {
    }

    static DiskWatch over(DataFolder data, CompletableFuture<String> trouble) {
        DiskWatch watch = new DiskWatch();
        var _ = watch.looks.scheduleWithFixedDelay(() -> look(data, DataFolder.NEEDED_TO_GO_ON_BYTES, trouble),
                SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        return watch;
    }

    static void look(DataFolder data, long needed, CompletableFuture<String> trouble) {
        try {
            long free = data.freeBytes();
            if (free < needed) {
                trouble.complete("The disk of %s is full but for %d MB; nothing acknowledged is lost: make room and start the house again."
                        .formatted(data.path(), free >> 20));
            }
        } catch (IOException e) {
            trouble.complete("The disk of " + data.path() + " cannot be read: " + e);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
