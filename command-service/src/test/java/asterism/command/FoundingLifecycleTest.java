package asterism.command;

import asterism.command.branch.Branch;
import asterism.command.branch.BranchCommand;
import asterism.command.branch.BranchCommand.AbolishBranch;
import asterism.command.branch.BranchCommand.EndBranch;
import asterism.command.branch.BranchCommand.MergeBranches;
import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.branch.BranchCommand.RenameBranch;
import asterism.command.branch.BranchCommand.SplitBranch;
import asterism.command.branch.BranchCommand.TransferBranch;
import asterism.command.calendar.Calendar;
import asterism.command.calendar.CalendarCommand;
import asterism.command.calendar.CalendarCommand.PublishCalendarYear;
import asterism.events.AppealId;
import asterism.events.BodyId;
import asterism.events.BranchEvent;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.CalendarEvent;
import asterism.events.CalendarEvent.CalendarYearPublished;
import asterism.events.CalendarId;
import asterism.events.Label;
import asterism.events.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a branch as an organisation and a calendar can go, written down by asking every place everything. */
class FoundingLifecycleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final BranchId BRANCH = new BranchId("b01");
    private static final BranchId OTHER = new BranchId("b02");
    private static final BranchId THIRD = new BranchId("b03");
    private static final BodyId BODY = new BodyId("finance");
    private static final Label NAME = new Label("支部", "Branch");
    private static final String ORDER = "order 12";
    private static final CalendarId CALENDAR = new CalendarId("prc-working-days");
    private static final String YEAR = Shipped.text("../shared-events/src/main/resources/calendars/prc-working-days-2026.yaml");

    @Test
    void the_table_of_a_branch_is_what_the_decider_does_with_every_wish_at_every_place() throws IOException {
        Lifecycle<BranchCommand, Branch.State, BranchEvent, Branch.Given> ways = new Lifecycle<>(new Branch());
        BranchRegistered registered = new BranchRegistered(BRANCH, BODY, "agency", NAME, TODAY.minusYears(9));
        BranchEnded ended = new BranchEnded(BRANCH, Reorganisation.ABOLISH, List.of(), List.of(), ORDER, TODAY);
        List<BranchCommand> wishes = List.of(new RegisterBranch(BRANCH, BODY, "agency", NAME, TODAY.minusYears(9)),
                new RenameBranch(BRANCH, new Label("新支部", "New name"), ORDER, TODAY),
                new TransferBranch(BRANCH, new BodyId("audit"), ORDER, TODAY), new MergeBranches(BRANCH, List.of(OTHER), ORDER, TODAY),
                new SplitBranch(BRANCH, List.of(BRANCH, OTHER), ORDER, TODAY), new SplitBranch(BRANCH, List.of(OTHER, THIRD), ORDER, TODAY),
                new AbolishBranch(BRANCH, ORDER, TODAY), new EndBranch(BRANCH, Reorganisation.MERGE, List.of(OTHER), ORDER, TODAY));
        for (List<BranchEvent> before : List.<List<BranchEvent>>of(List.of(), List.of(registered), List.of(registered, ended))) {
            Branch.State state = ways.after("office", before.toArray(BranchEvent[]::new));
            wishes.forEach(wish -> ways.ask(state, wish, new Branch.Given(
                    wish instanceof EndBranch ? Lifecycle.house(TODAY) : Lifecycle.person("office", null, TODAY), true,
                    Set.of(OTHER, THIRD), List.of(), List.of(new AppealId("ap-1")))));
        }
        ways.check(Path.of("lifecycle-of-a-branch.md"), "The ways of a branch");
    }

    @Test
    void the_table_of_a_calendar_is_what_the_decider_does() throws IOException {
        Lifecycle<CalendarCommand, Calendar.State, CalendarEvent, Calendar.Given> ways = new Lifecycle<>(new Calendar(),
                state -> state.years().isEmpty() ? "None" : "Published");
        CalendarYearPublished before = new CalendarYearPublished(CALENDAR, 2026, Sha256.of("other days"), "other days");
        for (Calendar.State state : List.of(ways.after("office"), ways.after("office", before))) {
            ways.ask(state, new PublishCalendarYear(CALENDAR, 2026, YEAR), new Calendar.Given(Lifecycle.house(TODAY)));
        }
        ways.check(Path.of("lifecycle-of-a-calendar.md"), "The ways of a calendar");
    }
}
