package asterism.checking;

import asterism.checking.Beside.Shown;
import asterism.events.DecisionId;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.DecisionStayed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.LevelReplaced;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Ruling;
import asterism.events.StandingEvent.StarEnded;
import asterism.events.StandingEvent.StayLifted;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** I9: the star shown for a day is the one that the facts imply, by a table so simple that it can be seen to be right. */
final class Stars {
    private final Findings findings;
    private final Map<String, List<Paint>> painted = new HashMap<>();
    private final Map<String, Set<DecisionId>> out = new HashMap<>();

    /** A decision paints all days from its first one on, over what was painted before. */
    private record Paint(DecisionId decision, @Nullable Level level, LocalDate from, @Nullable LocalDate lastDay) {
    }

    Stars(Findings findings) {
        this.findings = findings;
    }

    void take(Fact fact) {
        if (!(fact.event() instanceof StandingEvent event)) {
            return;
        }
        String branch = event.branch().value();
        Set<DecisionId> not = out.computeIfAbsent(branch, _ -> new HashSet<>());
        switch (event) {
            case Ruling ruling -> painted.computeIfAbsent(branch, _ -> new ArrayList<>()).add(paint(branch, ruling));
            case DecisionStruckOut struck -> not.add(struck.struck());
            case DecisionStayed stayed -> not.add(stayed.stayed());
            case StayLifted lifted -> not.remove(lifted.stayed());
            default -> { }
        }
    }

    private Paint paint(String branch, Ruling ruling) {
        Paint under = on(branch, ruling.from());
        LocalDate end = under == null ? null : under.lastDay();
        return switch (ruling) {
            case LevelGranted granted -> new Paint(ruling.decision(), granted.level(), ruling.from(), granted.lastDay());
            case ProvisionalGranted granted -> new Paint(ruling.decision(), granted.level(), ruling.from(), granted.lastDay());
            case PastLevelRecorded past -> new Paint(ruling.decision(), past.level(), ruling.from(), past.lastDay());
            case LevelReplaced other -> new Paint(ruling.decision(), other.level(), ruling.from(), other.lastDay());
            case Downgraded down -> new Paint(ruling.decision(), down.to(), ruling.from(), end);
            case Reinstated back -> new Paint(ruling.decision(), back.level(), ruling.from(), end);
            case Suspended _ -> new Paint(ruling.decision(), null, ruling.from(), end);
            case Withdrawn _, Expired _, StarEnded _ -> new Paint(ruling.decision(), null, ruling.from(), null);
        };
    }

    private @Nullable Paint on(String branch, LocalDate day) {
        Paint top = null;
        for (Paint paint : painted.getOrDefault(branch, List.of())) {
            boolean counts = !paint.from().isAfter(day) && !out.getOrDefault(branch, Set.of()).contains(paint.decision());
            if (counts && (top == null || !paint.from().isBefore(top.from()))) {
                top = paint;
            }
        }
        return top;
    }

    void conclude(List<Shown> stars) {
        for (Shown shown : stars) {
            Paint paint = on(shown.branch(), shown.day());
            Level level = paint == null || (paint.lastDay() != null && shown.day().isAfter(paint.lastDay())) ? null : paint.level();
            String implied = level == null ? null : level.code();
            if (!Objects.equals(implied, shown.level())) {
                findings.add("I9", 0, "%s is shown with %s on %s, and has %s"
                        .formatted(shown.branch(), shown.level(), shown.day(), implied));
            }
        }
    }
}
