package asterism.command.standing;

import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.ComplaintUpheld;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.events.StandingEvent.Note;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PlaqueDeclaredVoid;
import asterism.events.StandingEvent.PlaqueReturned;
import asterism.events.StandingEvent.PointsNoted;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent.SuspensionOverdue;
import asterism.events.StandingEvent.VetoRecorded;
import asterism.rating.Exact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about a star beside its ledger.
 *
 * @param plaques  withdrawals whose plaque came back, or is void
 * @param action   the corrective action that is open
 * @param review   the surveillance that is open
 * @param triggers what may trigger a surveillance and has happened since the last one, by code
 * @param balances points noted, by calendar year
 * @param partners strong branches that help this one
 */
record Watch(Set<DecisionId> plaques, @Nullable Action action, @Nullable SurveillanceOpened review, Set<String> triggers,
             Map<Integer, Exact> balances, Set<BranchId> partners) {
    static final Watch NOTHING = new Watch(Set.of(), null, null, Set.of(), Map.of(), Set.of());
    static final String VETO = "veto_event";
    static final String COMPLAINT = "complaint";

    /**
     * A corrective action that is open.
     *
     * @param waits  something was shown and is to be looked at
     * @param missed its last day is over and it was not cured
     */
    record Action(CorrectionRequired as, boolean waits, boolean missed) {
    }

    Exact balance(int year) {
        return balances.getOrDefault(year, Exact.ZERO);
    }

    Watch with(Note note) {
        return switch (note) {
            case PlaqueReturned back -> new Watch(more(plaques, back.withdrawal()), action, review, triggers, balances, partners);
            case PlaqueDeclaredVoid gone -> new Watch(more(plaques, gone.withdrawal()), action, review, triggers, balances, partners);
            case CorrectionRequired required -> with(new Action(required, false, false));
            case CorrectionShown _ -> with(action == null ? null : new Action(action.as(), true, action.missed()));
            case CorrectionRechecked checked -> with(action == null || checked.cured() ? null
                    : new Action(action.as(), false, action.missed()));
            case CorrectionMissed _ -> with(action == null ? null : new Action(action.as(), action.waits(), true));
            case SurveillanceOpened opened -> new Watch(plaques, action, opened,
                    opened.occasion() == Occasion.TRIGGER ? Set.of() : triggers, balances, partners);
            case SurveillanceClosed _ -> new Watch(plaques, action, null, triggers, balances, partners);
            case VetoRecorded _ -> new Watch(plaques, action, review, more(triggers, VETO), balances, partners);
            case ComplaintUpheld _ -> new Watch(plaques, action, review, more(triggers, COMPLAINT), balances, partners);
            case PointsNoted points -> new Watch(plaques, action, review, triggers, booked(points), partners);
            case BranchPaired pair -> new Watch(plaques, action, review, triggers, balances, more(partners, pair.strong()));
            case PairingEnded pair -> new Watch(plaques, action, review, triggers, balances, less(partners, pair.strong()));
            case PracticeRecognised _, AwardNotEffected _, SuspensionOverdue _ -> this;
        };
    }

    private Watch with(@Nullable Action now) {
        return new Watch(plaques, now, review, triggers, balances, partners);
    }

    private Map<Integer, Exact> booked(PointsNoted points) {
        Map<Integer, Exact> now = new HashMap<>(balances);
        now.put(points.factOn().getYear(), Exact.parse(points.balance()).orElse(Exact.ZERO));
        return Map.copyOf(now);
    }

    private static <T> Set<T> more(Set<T> some, T one) {
        Set<T> more = new HashSet<>(some);
        more.add(one);
        return Set.copyOf(more);
    }

    private static <T> Set<T> less(Set<T> some, T one) {
        Set<T> less = new HashSet<>(some);
        less.remove(one);
        return Set.copyOf(less);
    }
}
