package asterism.rating.whatif;

import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchEvent.Reorganised;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.RoundId;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.StarEnded;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.standing.Fate;
import asterism.standing.Heritage;
import asterism.standing.Ledger;
import asterism.standing.Ledger.Entry;
import asterism.standing.Ledger.Kind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The ledgers of a world. Where reorganisations are supposed to have other consequences, those take the place of the recorded ones. */
final class Stars {
    private static final Set<Kind> CLOUDS = Set.of(Kind.SUSPENSION, Kind.WITHDRAWAL);
    private final List<Level> scale;
    private final Map<Reorganisation, Fate> fates;
    private final RoundId round;
    private final Map<BranchId, Ledger> ledgers = new HashMap<>();
    private final Map<BranchId, LocalDate> ended = new HashMap<>();
    private final Set<BranchId> correcting = new HashSet<>();
    private final Set<BranchId> reviewed = new HashSet<>();

    Stars(List<Level> scale, Map<Reorganisation, Fate> fates, RoundId round) {
        this.scale = scale;
        this.fates = fates;
        this.round = round;
    }

    Ledger of(BranchId branch) {
        return ledgers.getOrDefault(branch, Ledger.EMPTY);
    }

    /** Other facts change nothing. */
    void take(Event event) {
        switch (event) {
            case Reorganised order -> take(order);
            case StandingEvent star when !isReplaced(star) -> {
                ledgers.put(star.branch(), of(star.branch()).with(star));
                settle(star);
            }
            case Event _ -> { }
        }
    }

    /** What is open about a branch beside its star. */
    private void settle(StandingEvent star) {
        switch (star) {
            case CorrectionRequired required -> correcting.add(required.branch());
            case CorrectionRechecked checked when checked.cured() -> correcting.remove(checked.branch());
            case CorrectionEnded over -> correcting.remove(over.branch());
            case SurveillanceOpened opened -> reviewed.add(opened.branch());
            case SurveillanceClosed closed -> reviewed.remove(closed.branch());
            case StarEnded over -> reviewed.remove(over.branch());
            case StandingEvent _ -> { }
        }
    }

    /** A star that a branch which goes on got or lost by a reorganisation whose consequences are supposed to be others. */
    private boolean isReplaced(StandingEvent star) {
        return fates.keySet().stream().anyMatch(kind -> switch (star) {
            case ProvisionalGranted granted -> granted.ground().equals(kind.name().toLowerCase(Locale.ROOT));
            case StarEnded ended -> ended.because() == kind && !endsWithBranch(ended);
            case StandingEvent _ -> false;
        });
    }

    private boolean endsWithBranch(StarEnded star) {
        return star.from().equals(ended.get(star.branch()));
    }

    private void take(Reorganised order) {
        switch (order) {
            case BranchRenamed renamed -> follow(renamed.branch(), Reorganisation.RENAME, List.of(), order.from());
            case BranchTransferred moved -> follow(moved.branch(), Reorganisation.TRANSFER, List.of(), order.from());
            case BranchesMerged merged -> follow(merged.branch(), Reorganisation.MERGE, merged.of(), order.from());
            case BranchSplit split -> split.into().forEach(part ->
                    follow(part, Reorganisation.SPLIT, List.of(split.branch()), order.from()));
            case BranchEnded gone -> ended.put(gone.branch(), gone.from());
        }
    }

    private void follow(BranchId branch, Reorganisation kind, List<BranchId> of, LocalDate from) {
        Fate ruled = fates.get(kind);
        if (ruled == null) {
            return;
        }
        List<Ledger> parts = Stream.concat(Stream.of(branch), of.stream()).distinct().map(this::of).toList();
        boolean clouded = parts.stream().anyMatch(part -> part.last().filter(last -> CLOUDS.contains(last.kind())).isPresent())
                || of.stream().anyMatch(other -> !other.equals(branch) && (correcting.contains(other) || reviewed.contains(other)));
        Heritage heritage = new Heritage(parts.stream().flatMap(part -> part.on(from.minusDays(1)).map(Entry::level).stream()).toList(),
                clouded, round);
        switch (heritage.fate(ruled, scale)) {
            case CARRY -> {
                if (of(branch).on(from).map(Entry::level).isEmpty()) {
                    grant(branch, kind, heritage, from);
                }
            }
            case LOWER_OF_BOTH, PROVISIONAL -> grant(branch, kind, heritage, from);
            case UNRATED, CLOSE -> of(branch).on(from).ifPresent(held -> ledgers.put(branch, of(branch).with(
                    new StarEnded(branch, supposed(kind), held.level(), kind, from))));
            case JUDGE -> { }
        }
    }

    private void grant(BranchId branch, Reorganisation kind, Heritage heritage, LocalDate from) {
        heritage.lowest(scale).ifPresent(level -> ledgers.put(branch, of(branch).with(new ProvisionalGranted(branch, supposed(kind),
                round, level, kind.name().toLowerCase(Locale.ROOT), from, null))));
    }

    /** A decision nobody took; it never leaves the world it is supposed in. */
    private static DecisionId supposed(Reorganisation kind) {
        return new DecisionId("supposed-" + kind.name().toLowerCase(Locale.ROOT));
    }
}
