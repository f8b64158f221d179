package asterism.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** People of a house under load, and how long each of them waited. */
final class Load implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(8);
    private static final double GAIN = 1.1;
    private static final int WARMING = 16;
    private static final int MOST_AT_ONCE = 256;
    private static final int WAITS_EVERY = 50;

    private final Several house;
    private final List<Instance> commands;
    private final List<Instance> pages;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger registered = new AtomicInteger();

    /** What people ask: of ten requests five register a branch, four read a list, one asks whether a service lives. */
    enum Asked {
        COMMAND, READ, NOTHING,
        /** From the answer to a command until a page shows it. */
        SHOWN
    }

    Load(Several house, List<Instance> commands, List<Instance> pages) {
        this.house = house;
        this.commands = commands;
        this.pages = pages;
    }

    /** What was waited for within some time, in nanoseconds. */
    static final class Window {
        private final Map<Asked, Queue<Long>> waited = new EnumMap<>(Asked.class);

        Window() {
            Arrays.stream(Asked.values()).forEach(each -> waited.put(each, new ConcurrentLinkedQueue<>()));
        }

        void add(Asked asked, long nanos) {
            of(asked).add(nanos);
        }

        private Queue<Long> of(Asked asked) {
            return Objects.requireNonNull(waited.get(asked));
        }

        int count() {
            return waited.values().stream().mapToInt(Queue::size).sum();
        }

        /** Half and ninety-nine in a hundred waited no longer, and the longest, in milliseconds. */
        String figures(Asked asked) {
            long[] sorted = of(asked).stream().mapToLong(each -> each).sorted().toArray();
            return sorted.length == 0 ? ",," : "%.1f,%.1f,%.0f".formatted(sorted[sorted.length / 2] / 1e6,
                    sorted[(int) (sorted.length * 0.99)] / 1e6, sorted[sorted.length - 1] / 1e6);
        }
    }

    /** What nobody answered, however often it was asked. */
    Queue<String> failures() {
        return failures;
    }

    /** As many requests a second as are answered when twice as many callers bring less than a tenth more. */
    int knee() {
        closed(WARMING); // what has not been called often is slow
        closed(WARMING);
        double best = 0;
        for (int callers = 2; callers <= MOST_AT_ONCE; callers *= 2) {
            double rate = closed(callers);
            System.out.printf("%d callers: %.0f requests a second%n", callers, rate);
            if (rate < best * GAIN) {
                return (int) Math.max(best, rate);
            }
            best = rate;
        }
        return (int) best;
    }

    /** So many callers, each of whom asks again once answered. */
    private double closed(int callers) {
        Window window = new Window();
        long end = System.nanoTime() + STEP.toNanos();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                each.execute(() -> {
                    while (System.nanoTime() < end) {
                        ask(window, System.nanoTime(), null);
                    }
                });
            }
        }
        return window.count() / (STEP.toMillis() / 1_000.0);
    }

    /** So many requests a second, whoever still waits; a wait counts from when it should have been sent. Ends when all are answered. */
    Window open(int perSecond, Duration most, BooleanSupplier enough) {
        Window window = new Window();
        Semaphore free = new Semaphore(MOST_AT_ONCE);
        long begun = System.nanoTime();
        for (long i = 0; i < most.toSeconds() * perSecond && !enough.getAsBoolean(); i++) {
            long due = begun + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
            }
            free.acquireUninterruptibly();
            people.execute(() -> ask(window, due, free));
        }
        free.acquireUninterruptibly(MOST_AT_ONCE);
        return window;
    }

    private void ask(Window window, long since, @Nullable Semaphore free) {
        try {
            int number = sent.incrementAndGet();
            Asked asked = number % 2 == 0 ? Asked.COMMAND : number % 10 == 1 ? Asked.NOTHING : Asked.READ;
            switch (asked) {
                case COMMAND -> house.register(commands, 9, registered.incrementAndGet());
                case READ -> get(pages, "/api/v1/lists/stars?limit=20&filter=branch%3Db9-" + "%03d".formatted(number % 1_000));
                default -> get(number % 4 < 2 ? commands : pages, "/actuator/health/liveness");
            }
            window.add(asked, System.nanoTime() - since);
            if (asked == Asked.COMMAND && number % WAITS_EVERY == 0) {
                long answered = System.nanoTime();
                get(pages, "/api/v1/lists/stars?limit=1&waitFor=" + house.lastPosition());
                window.add(Asked.SHOWN, System.nanoTime() - answered);
            }
        } catch (AssertionError unanswered) {
            failures.add(unanswered.getMessage());
        } finally {
            if (free != null) {
                free.release();
            }
        }
    }

    /** From one of them, and from the next where one does not answer. */
    private void get(List<Instance> doors, String path) {
        int first = sent.get();
        for (int attempt = 0; attempt < 40; attempt++) {
            Instance asked = doors.get((first + attempt) % doors.size());
            try {
                if (asked.send(HttpRequest.newBuilder(URI.create(asked.url() + path))).statusCode() == 200) {
                    return;
                }
            } catch (IOException gone) {
                // the next is asked
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            house.askedAgain();
        }
        throw new AssertionError("no answer to " + path);
    }

    @Override
    public void close() {
        people.close();
    }
}
