package asterism.command;

import asterism.command.appeal.AppealAlarm;
import asterism.command.appeal.AppealCapability;
import asterism.command.appeal.PanelReminderAlarm;
import asterism.command.appeal.WhenAppealsLeftReaddressThem;
import asterism.command.application.ApplicationCapability;
import asterism.command.application.DraftAlarm;
import asterism.command.application.NoticeAlarm;
import asterism.command.application.ObjectionAlarm;
import asterism.command.application.ReminderAlarm;
import asterism.command.application.StageAlarm;
import asterism.command.application.WhenApplicationReaddressedTakeOver;
import asterism.command.application.WhenApplicationsToHoldPutThemOnHold;
import asterism.command.application.WhenAssignmentCommittedAssignAssessors;
import asterism.command.application.WhenQuotaAllocatedPlaceApplications;
import asterism.command.application.WhenQuotaReallocatedPlaceApplications;
import asterism.command.application.WhenRefusalFellReopenDecision;
import asterism.command.body.BodyCapability;
import asterism.command.branch.BranchCapability;
import asterism.command.branch.WhenBranchReorganisedFollowUp;
import asterism.command.calendar.CalendarCapability;
import asterism.command.core.Alarm;
import asterism.command.core.Capability;
import asterism.command.core.Reaction;
import asterism.command.guard.GuardLogCapability;
import asterism.command.house.HouseCapability;
import asterism.command.round.RoundCapability;
import asterism.command.scheme.SchemeCapability;
import asterism.command.standing.CorrectionAlarm;
import asterism.command.standing.ExpiryAlarm;
import asterism.command.standing.PlaqueAlarm;
import asterism.command.standing.StandingCapability;
import asterism.command.standing.StarReminderAlarm;
import asterism.command.standing.SuspensionAlarm;
import asterism.command.standing.WhenAppealDismissedLiftStay;
import asterism.command.standing.WhenAppealReplacesDecisionReplaceLevel;
import asterism.command.standing.WhenAppealStaysDecisionSetItAside;
import asterism.command.standing.WhenAppealUpheldStrikeOutDecision;
import asterism.command.standing.WhenStarAwardedGrantLevel;
import asterism.events.StandingEvent.Counted;
import java.util.List;
import java.util.stream.Stream;

/** Everything the house can decide, and what it does by itself. */
public final class Capabilities {
    private Capabilities() {
    }

    public static List<Capability<?, ?, ?, ?>> all() {
        return List.of(new SchemeCapability(), new CalendarCapability(), new BodyCapability(), new BranchCapability(),
                new RoundCapability(), new ApplicationCapability(), new StandingCapability(), new AppealCapability(),
                new HouseCapability(), new GuardLogCapability());
    }

    public static List<Reaction<?>> reactions() {
        return Stream.concat(Stream.of(new WhenQuotaAllocatedPlaceApplications(), new WhenAssignmentCommittedAssignAssessors(),
                new WhenQuotaReallocatedPlaceApplications(), new WhenStarAwardedGrantLevel(), new WhenAppealUpheldStrikeOutDecision(),
                new WhenApplicationReaddressedTakeOver(), new WhenAppealStaysDecisionSetItAside(), new WhenAppealDismissedLiftStay(),
                new WhenAppealReplacesDecisionReplaceLevel(), new WhenAppealsLeftReaddressThem(),
                new WhenApplicationsToHoldPutThemOnHold(), new WhenRefusalFellReopenDecision()),
                WhenBranchReorganisedFollowUp.all().stream()).toList();
    }

    public static List<Alarm> alarms() {
        return List.of(new NoticeAlarm(), new ObjectionAlarm(), new StageAlarm(), new DraftAlarm(), new ExpiryAlarm(),
                new SuspensionAlarm(),
                new PlaqueAlarm(), new CorrectionAlarm(), new AppealAlarm(), new ReminderAlarm(), new PanelReminderAlarm(),
                new StarReminderAlarm(Counted.CORRECTION), new StarReminderAlarm(Counted.SUSPENSION),
                        new StarReminderAlarm(Counted.PLAQUE));
    }
}
