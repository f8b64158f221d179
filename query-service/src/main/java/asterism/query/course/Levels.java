package asterism.query.course;

import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Reinstated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The level a fact speaks of. */
public final class Levels {
    private Levels() {
    }

    /** Empty where it speaks of none. */
    public static Optional<Level> of(Event event) {
        return Optional.ofNullable(switch (event) {
            case ScoreComputed computed -> computed.computed().level();
            case LevelProposed proposed -> proposed.computed().level();
            case LevelAllocated allocated -> allocated.computed().level();
            case LevelDecided decided -> decided.level();
            case StarAwarded awarded -> awarded.level();
            case LevelGranted granted -> granted.level();
            case Downgraded down -> down.to();
            case ProvisionalGranted granted -> granted.level();
            case PastLevelRecorded past -> past.level();
            case Reinstated back -> back.level();
            case Event _ -> null;
        });
    }

    /** Its code; none where it speaks of none. */
    public static @Nullable String code(Event event) {
        return of(event).map(Level::code).orElse(null);
    }
}
