package asterism.command.wiring.pack;

import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.events.Level;
import asterism.events.StandingEvent;
import asterism.journal.Recorded;
import asterism.standing.Ledger;
import asterism.standing.Ledger.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the stars were and are, folded from a pack's facts by the ledger that the house itself goes by. */
final class Standings {
    private final Map<String, BranchRegistered> branches = new TreeMap<>();
    private final Map<String, Ledger> ledgers = new TreeMap<>();
    private final Map<String, LocalDate> ended = new TreeMap<>();
    private LocalDate today = LocalDate.EPOCH;

    /** @param day on which the fact was recorded, in the zone of the house */
    void take(Recorded fact, LocalDate day) {
        today = day;
        if (fact.type().startsWith("branch.") || fact.type().startsWith("standing.")) {
            Event event = EventJson.read(fact.type(), fact.payload(), Keys.NONE);
            switch (event) {
                case BranchRegistered registered -> branches.put(registered.branch().value(), registered);
                case BranchRenamed renamed -> branches.computeIfPresent(renamed.branch().value(), (_, was) -> was.renamed(renamed.name()));
                case BranchTransferred moved -> branches.computeIfPresent(moved.branch().value(), (_, was) -> was.under(moved.body()));
                case BranchEnded end -> ended.put(end.branch().value(), end.from());
                case StandingEvent standing -> ledgers.merge(standing.branch().value(), Ledger.EMPTY.with(standing),
                        (before, _) -> before.with(standing));
                default -> { }
            }
        }
    }

    /** The day up to which the facts go. */
    LocalDate day() {
        return today;
    }

    /** Each branch with its star on that day. */
    String ratings() {
        StringBuilder csv = new StringBuilder(Csv.line("branch", "name_zh", "name_en", "body", "level", "on", "ended"));
        branches.forEach((id, branch) -> csv.append(Csv.line(id, branch.name().zh(), branch.name().en(), branch.body(), level(id), today,
                ended.get(id))));
        return csv.toString();
    }

    /** Each stretch of days with one level, and the decision it rests on. */
    String history() {
        StringBuilder csv = new StringBuilder(Csv.line("branch", "level", "decision", "from", "until"));
        ledgers.forEach((id, ledger) -> ledger.intervals().forEach(one ->
                csv.append(Csv.line(id, one.level(), one.because(), one.from(), one.until()))));
        return csv.toString();
    }

    /** The same for the viewer. */
    List<Map<String, @Nullable Object>> forViewer() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        branches.forEach((id, branch) -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("id", id);
            one.put("zh", branch.name().zh());
            one.put("en", branch.name().en());
            one.put("body", branch.body().value());
            Level level = level(id);
            one.put("level", level == null ? null : level.code());
            one.put("ended", ended.containsKey(id) ? String.valueOf(ended.get(id)) : null);
            one.put("history", ledgers.getOrDefault(id, Ledger.EMPTY).intervals().stream().map(Standings::stretch).toList());
            all.add(one);
        });
        return all;
    }

    private static Map<String, @Nullable Object> stretch(Interval interval) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        Level level = interval.level();
        one.put("level", level == null ? null : level.code());
        one.put("decision", interval.because().toString());
        one.put("from", interval.from().toString());
        one.put("until", interval.until() == null ? null : String.valueOf(interval.until()));
        return one;
    }

    private @Nullable Level level(String branch) {
        return ledgers.getOrDefault(branch, Ledger.EMPTY).on(today).map(Ledger.Entry::level).orElse(null);
    }
}
