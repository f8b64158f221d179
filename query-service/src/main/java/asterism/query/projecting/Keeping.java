package asterism.query.projecting;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Keeps the projector going: opens it once the database answers, then starts listening to the topic, and looks at the feed
 * whenever the topic has been silent for a while. Of several instances one has the topic; the others look how the builds move, and
 * when they have not for a while, ask the feed themselves. Nothing that fails here ends the process; it is tried again.
 */
@Component
class Keeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final int STILL_LOOKS = 3;
    private static final Duration SOON = Duration.ofMillis(100);
    private final Projector projector;
    private final Filling filling;
    private final Pulse pulse;
    private final Topic topic;
    private final KafkaListenerEndpointRegistry listeners;
    private final Duration look;
    private volatile ScheduledExecutorService clock = closed();
    private volatile boolean opened;
    private int still;

    Keeping(Projector projector, Filling filling, Pulse pulse, Topic topic, KafkaListenerEndpointRegistry listeners,
            @Value("${asterism.projecting.look:2s}") Duration look) {
        this.projector = projector;
        this.filling = filling;
        this.pulse = pulse;
        this.topic = topic;
        this.listeners = listeners;
        this.look = look;
    }

    @Override
    public void start() {
        clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("projector-keeper").daemon().factory());
        var _ = clock.scheduleWithFixedDelay(this::tick, 0, look.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            if (!opened) {
                projector.open();
                opened = true;
                listenSoon();
            } else {
                projector.look();
                keep();
                listens();
            }
        } catch (RuntimeException e) {
            LOG.warn("The projector waits: {}", e.getMessage());
        }
    }

    /** The topic is followed as soon as some build does; the first are still being filled when the service starts. */
    private void listenSoon() {
        if (!listens()) {
            var _ = clock.schedule(this::listenSoon, SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean listens() {
        if (projector.follows() && !container().isRunning()) {
            container().start();
        }
        return container().isRunning();
    }

    private void keep() {
        boolean brought = topic.heardSince();
        if (topic.leads()) {
            if (!brought || projector.scattered()) {
                projector.lookAtFeed();
            }
        } else if (projector.watch()) {
            still = 0;
            pulse.beat();
        } else if (++still >= STILL_LOOKS) {
            still = 0;
            projector.lookAtFeed();
        }
    }

    private MessageListenerContainer container() {
        MessageListenerContainer container = listeners.getListenerContainer(Topic.LISTENER);
        if (container == null) {
            throw new IllegalStateException("no listener is called " + Topic.LISTENER);
        }
        return container;
    }

    @Override
    public void stop() {
        clock.shutdownNow();
        try {
            if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The projector's keeper did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        container().stop();
        filling.stop();
        opened = false;
    }

    @Override
    public boolean isRunning() {
        return !clock.isShutdown();
    }

    private static ScheduledExecutorService closed() {
        ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }
}
