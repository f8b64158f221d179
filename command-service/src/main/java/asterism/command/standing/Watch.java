package asterism.command.standing;

import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.StandingEvent.ApplicationsToHold;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.ComplaintUpheld;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.events.StandingEvent.DecisionReviewed;
import asterism.events.StandingEvent.FollowUpClosed;
import asterism.events.StandingEvent.FollowUpDue;
import asterism.events.StandingEvent.LastDayRecounted;
import asterism.events.StandingEvent.Note;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PlaqueDeclaredVoid;
import asterism.events.StandingEvent.PlaqueReturned;
import asterism.events.StandingEvent.PointsNoted;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.events.StandingEvent.ReorganisationToJudge;
import asterism.events.StandingEvent.StarOwnerReminded;
import asterism.events.StandingEvent.StarReminderSet;
import asterism.events.StandingEvent.StarToJudge;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent.SuspensionOverdue;
import asterism.events.StandingEvent.VetoRecorded;
import asterism.rating.Exact;
import asterism.rating.Procedure.EntryBar;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about a star beside its ledger.
 *
 * @param refused  awards that could not take effect
 * @param plaques  withdrawals whose plaque came back, or is void
 * @param action   the corrective action that is open
 * @param review   the surveillance that is open
 * @param triggers what may trigger a surveillance and has happened since the last one, by code
 * @param regular  the year of the last yearly or drawn surveillance, by its id
 * @param balances points noted, by calendar year
 * @param partners strong branches that help this one
 */
record Watch(Set<DecisionId> refused, Set<DecisionId> plaques, @Nullable Action action, @Nullable SurveillanceOpened review,
             Set<String> triggers, Map<String, Integer> regular, Map<Integer, Exact> balances, Set<BranchId> partners) {
    static final Watch NOTHING = new Watch(Set.of(), Set.of(), null, null, Set.of(), Map.of(), Map.of(), Set.of());
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

    /** What is open and may keep the branch out of a round. */
    Set<EntryBar> bars() {
        Set<EntryBar> open = EnumSet.noneOf(EntryBar.class);
        if (action != null) {
            open.add(EntryBar.CORRECTION);
        }
        if (review != null) {
            open.add(EntryBar.SURVEILLANCE);
        }
        if (triggers.contains(VETO)) {
            open.add(EntryBar.VETO);
        }
        if (triggers.contains(COMPLAINT)) {
            open.add(EntryBar.COMPLAINT);
        }
        return open;
    }

    Exact balance(int year) {
        return balances.getOrDefault(year, Exact.ZERO);
    }

    Watch with(Note note) {
        return switch (note) {
            case PlaqueReturned back ->
                    new Watch(refused, more(plaques, back.withdrawal()), action, review, triggers, regular, balances, partners);
            case PlaqueDeclaredVoid gone ->
                    new Watch(refused, more(plaques, gone.withdrawal()), action, review, triggers, regular, balances, partners);
            case CorrectionRequired required -> with(new Action(required, false, false));
            case CorrectionShown _ -> with(action == null ? null : new Action(action.as(), true, action.missed()));
            case CorrectionRechecked checked -> with(action == null || checked.cured() ? null
                    : new Action(action.as(), false, action.missed()));
            case CorrectionEnded _ -> with((Action) null);
            case CorrectionMissed _ -> with(action == null ? null : new Action(action.as(), action.waits(), true));
            case SurveillanceOpened opened when opened.occasion() == Occasion.TRIGGER ->
                    new Watch(refused, plaques, action, opened, Set.of(), regular, balances, partners);
            case SurveillanceOpened opened -> new Watch(refused, plaques, action, opened, triggers,
                    more(regular, opened.surveillance(), opened.on().getYear()), balances, partners);
            case SurveillanceClosed _ -> new Watch(refused, plaques, action, null, triggers, regular, balances, partners);
            case VetoRecorded _ -> new Watch(refused, plaques, action, review, more(triggers, VETO), regular, balances, partners);
            case ComplaintUpheld _ -> new Watch(refused, plaques, action, review, more(triggers, COMPLAINT), regular, balances, partners);
            case PointsNoted points -> new Watch(refused, plaques, action, review, triggers, regular, booked(points), partners);
            case BranchPaired pair ->
                    new Watch(refused, plaques, action, review, triggers, regular, balances, more(partners, pair.strong()));
            case PairingEnded pair ->
                    new Watch(refused, plaques, action, review, triggers, regular, balances, less(partners, pair.strong()));
            case AwardNotEffected not -> new Watch(more(refused, not.decision()), plaques, action, review, triggers, regular, balances,
                    partners);
            case StarReminderSet _, StarOwnerReminded _, ApplicationsToHold _, FollowUpDue _, FollowUpClosed _, DecisionReviewed _,
                 StarToJudge _,
                 PracticeRecognised _, SuspensionOverdue _,
                 ReorganisationToJudge _ -> this;
        };
    }

    /** The open corrective action, where that day is its last. */
    Watch recounted(LastDayRecounted day) {
        return action == null || !action.as().action().equals(day.decision()) ? this
                : with(new Action(Recounting.with(action.as(), day), action.waits(), action.missed()));
    }

    /** The star ended with a reorganisation, and so did what looked at it. */
    Watch unwatched() {
        return new Watch(refused, plaques, action, null, triggers, regular, balances, partners);
    }

    /** Something is not settled, and would be lost with the branch. */
    boolean isUnsettled() {
        return action != null || review != null;
    }

    private Watch with(@Nullable Action now) {
        return new Watch(refused, plaques, now, review, triggers, regular, balances, partners);
    }

    private Map<Integer, Exact> booked(PointsNoted points) {
        return more(balances, points.factOn().getYear(), Exact.parse(points.balance()).orElse(Exact.ZERO));
    }

    private static <K, V> Map<K, V> more(Map<K, V> some, K key, V value) {
        Map<K, V> more = new HashMap<>(some);
        more.put(key, value);
        return Map.copyOf(more);
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
