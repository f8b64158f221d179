package asterism.query.whatif;

import asterism.events.Sha256;
import asterism.query.projecting.Live;
import asterism.query.reading.Refused;
import asterism.query.whatif.Reports.State;
import asterism.rating.NoShareException;
import asterism.rating.whatif.Inputs;
import asterism.rating.whatif.Suppose;
import asterism.rating.whatif.Unsupposable;
import asterism.rating.whatif.WhatIf;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Works questions out one after the other, tells how far each is, and gives one up when asked to. */
@Component
class Runs implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final int WAITING = 8;
    private static final Duration TELL = Duration.ofMillis(500);
    /** A run that has not moved for so long has ended with its process. */
    static final Duration LOST = Duration.ofSeconds(60);
    private final Live live;
    private final Reports reports;
    private final Duration patience;
    private final Duration tell;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Run> running = new ConcurrentHashMap<>();
    private final Executor worker;

    private record Prepared(Inputs inputs, List<Suppose> supposed) {
    }

    private record Run(CompletableFuture<Void> end, AtomicBoolean givenUp) {
    }

    @Autowired
    Runs(Live live, Reports reports, @Value("${asterism.what-if.patience:2s}") Duration patience) {
        this(live, reports, patience, TELL, new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("what-if-", 0).daemon().factory()));
    }

    /**
     * @param tell   how long at most until a report says anew how far it is
     * @param worker where questions are worked out; refuses where too many wait
     */
    Runs(Live live, Reports reports, Duration patience, Duration tell, Executor worker) {
        this.live = live;
        this.reports = reports;
        this.patience = patience;
        this.tell = tell;
        this.worker = worker;
    }

    /** The name of a report: who asks the same at the same position gets the same. */
    static String name(Question question, long position, LocalDate today) {
        return Sha256.of(question.text() + "\n" + position + "\n" + today);
    }

    /** Has the question worked out, unless it is already, and waits a moment for the end; gives the report's name. */
    String ask(Question question, String person, long position, LocalDate today) {
        String report = name(question, position, today);
        Reports.Row known = reports.find(report).orElse(null);
        boolean stands = known != null && (known.state() == State.DONE || (known.state() == State.RUNNING && !isLost(known)));
        if (!stands) {
            start(report, question, person, position, today);
        }
        Run run = running.get(report);
        if (run != null) {
            await(run);
        }
        return report;
    }

    boolean isLost(Reports.Row row) {
        return !running.containsKey(row.report()) && row.seenAt().plus(LOST).isBefore(clock.instant());
    }

    private void start(String report, Question question, String person, long position, LocalDate today) {
        Run run = new Run(new CompletableFuture<>(), new AtomicBoolean());
        if (running.putIfAbsent(report, run) != null) {
            return;
        }
        try {
            reports.begin(report, question.text(), person, position, today, clock.instant());
            worker.execute(() -> work(report, run, question, position, today));
        } catch (RejectedExecutionException e) {
            running.remove(report);
            reports.end(report, State.CANCELLED, null, "what-if.busy", "too many questions wait", clock.instant());
            throw Refused.busy("what-if.busy", "Too many questions wait to be worked out; ask again later.");
        }
    }

    private void await(Run run) {
        try {
            run.end().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("A question takes longer; whoever asked comes back for the report");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run keeps its failure for its report", e);
        }
    }

    private void work(String report, Run run, Question question, long position, LocalDate today) {
        try {
            Prepared prepared = live.ask(RatingInputsProjection.NAME, view -> {
                RatingInputs from = new RatingInputs(view, position);
                return new Prepared(from.inputs(question.round(), today), question.supposed(from));
            }).answer();
            WhatIf.Report found = WhatIf.of(prepared.inputs(), prepared.supposed(),
                    new Progress(report, run, 2L * prepared.inputs().facts().size() + 2));
            reports.end(report, State.DONE, Result.of(found).text(), null, null, clock.instant());
        } catch (CancellationException e) {
            reports.end(report, State.CANCELLED, null, "what-if.cancelled", "it was given up", clock.instant());
        } catch (Unsupposable e) {
            reports.end(report, State.REFUSED, null, e.code(), e.getMessage(), clock.instant());
        } catch (Refused e) {
            reports.end(report, State.REFUSED, null, e.code(), e.sentence(), clock.instant());
        } catch (NoShareException e) {
            reports.end(report, State.REFUSED, null, "what-if.no-share", e.getMessage(), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("A what-if question failed", e);
            reports.end(report, State.FAILED, null, "what-if.failed", "it could not be worked out", clock.instant());
        } finally {
            running.remove(report);
            run.end().complete(null);
        }
    }

    /** Counts steps, and tells from time to time how many there were. */
    private final class Progress implements Runnable {
        private final String report;
        private final Run run;
        private final long of;
        private long steps;
        private long told = System.nanoTime();

        Progress(String report, Run run, long of) {
            this.report = report;
            this.run = run;
            this.of = of;
            reports.progress(report, 0, of, clock.instant());
        }

        @Override
        public void run() {
            steps++;
            if (run.givenUp().get()) {
                throw new CancellationException();
            }
            if (System.nanoTime() - told > tell.toNanos()) {
                told = System.nanoTime();
                reports.progress(report, steps, of, clock.instant());
            }
        }
    }

    /** Gives a run up; nothing happens where it has ended. */
    void cancel(String report) {
        Run run = running.get(report);
        if (run != null) {
            run.givenUp().set(true);
            await(run);
        }
    }

    @Override
    public void destroy() {
        running.values().forEach(run -> run.givenUp().set(true));
        if (worker instanceof ExecutorService own) {
            own.shutdownNow();
        }
    }
}
