package asterism.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * How long a line is measured.
 *
 * @param time  at most so long
 * @param facts about so many at most, over all callers: whoever has begun ends
 */
record Window(Duration time, long facts) {

    @SuppressWarnings("ArrayRecordComponent") // up to a million numbers, never compared
    private record Called(long facts, long[] nanos) {
    }

    /** Lets the callers work, all at once, and checks that the database holds what they were told it holds. */
    Measured measure(Line line, Work work, Cpu cpu) throws Exception {
        var before = work.stored();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(line.id()).factory())) {
            var done = new AtomicLong();
            var calling = new ArrayList<Future<Called>>();
            var deadline = new AtomicLong();
            for (var i = 0; i < line.callers(); i++) {
                calling.add(threads.submit(caller(work, go, done,
                        () -> System.nanoTime() < deadline.get() && done.get() < facts && work.more())));
            }
            var cpuBefore = cpu.micros();
            var start = System.nanoTime();
            deadline.set(start + time.toNanos());
            go.countDown();
            var called = all(calling);
            var seconds = (System.nanoTime() - start) / 1e9;
            var micros = cpu.micros() - cpuBefore;
            return checked(line, work.stored() - before, measured(called, seconds, micros));
        }
    }

    private static Callable<Called> caller(Work work, CountDownLatch go, AtomicLong done, BooleanSupplier more) {
        return () -> {
            var nanos = new long[1024];
            var calls = 0;
            var facts = 0L;
            go.await();
            while (more.getAsBoolean()) {
                var start = System.nanoTime();
                var recorded = work.once();
                facts += recorded;
                done.addAndGet(recorded);
                nanos = calls == nanos.length ? Arrays.copyOf(nanos, 2 * calls) : nanos;
                nanos[calls++] = System.nanoTime() - start;
            }
            return new Called(facts, Arrays.copyOf(nanos, calls));
        };
    }

    private static List<Called> all(List<Future<Called>> calling) throws InterruptedException {
        var called = new ArrayList<Called>();
        for (var future : calling) {
            try {
                called.add(future.get());
            } catch (ExecutionException e) {
                throw new BenchFailure("a caller failed: " + e.getCause(), e);
            }
        }
        return called;
    }

    private static Measured measured(List<Called> called, double seconds, double micros) {
        var facts = called.stream().mapToLong(Called::facts).sum();
        var nanos = called.stream().map(Called::nanos).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Measured(facts, facts / seconds, micros / facts, nanos[nanos.length / 2] / 1e3, nanos[nanos.length * 99 / 100] / 1e3);
    }

    private static Measured checked(Line line, long stored, Measured measured) {
        if (stored != measured.facts()) {
            throw new BenchFailure(line.id() + " acknowledged " + measured.facts() + " facts, but " + stored + " are stored");
        }
        return measured;
    }
}
