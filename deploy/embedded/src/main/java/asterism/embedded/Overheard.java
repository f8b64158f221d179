package asterism.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** For tests: all that this JVM logs meanwhile, as a house logs it by default, and whatever our own code says more quietly than that. */
public final class Overheard implements AutoCloseable {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = context.getLogger("asterism");
    private final @Nullable Level before = root.getLevel();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            said.add(event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    public Overheard() {
        ear.setContext(context);
        ear.start();
        root.addAppender(ear);
        root.setLevel(Level.INFO);
        ours.setLevel(Level.TRACE);
    }

    /** Every line so far, with the traces of what went wrong. */
    public String all() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        root.detachAppender(ear);
        root.setLevel(before);
        ours.setLevel(null);
    }
}
