package asterism.command.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does one thing over and over, from the moment the house stands until it closes; a failure is logged and tried again. */
public abstract class Worker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final String name;
    private volatile @Nullable Thread thread;

    protected Worker(String name) {
        this.name = name;
    }

    /** One round; waits a little itself where there is nothing to do. */
    protected abstract void round() throws InterruptedException;

    /** The last round is over. */
    protected void end() {
    }

    @Override
    public final void start() {
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    round();
                } catch (RuntimeException e) {
                    LOG.warn("{} failed and will try again", name, e);
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException _) {
            // the house closes
        }
    }

    @Override
    public final void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(FAREWELL);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            end();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }
}
