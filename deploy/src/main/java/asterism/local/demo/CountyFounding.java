package asterism.local.demo;

import asterism.command.body.BodyCommand.AssignPost;
import asterism.command.body.BodyCommand.EstablishBody;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.calendar.CalendarCommand.PublishCalendarYear;
import asterism.command.scheme.SchemeCommand.ActivateSchemeVersion;
import asterism.command.scheme.SchemeCommand.AdoptLocalRules;
import asterism.command.scheme.SchemeCommand.PublishSchemeVersion;
import asterism.events.BodyEvent.Kind;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.SchemeId;
import asterism.local.demo.DemoFolder.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The county before its first round: calendars, bodies, people, branches, and the scheme they are rated by. */
final class CountyFounding {
    private static final String BY = "administrator";
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 2);

    private final Cast cast;
    private final World world;

    CountyFounding(Cast cast, World world) {
        this.cast = cast;
        this.world = world;
    }

    void play() {
        for (int year : List.of(2024, 2025, 2026)) {
            cast.ask(BY, "calendar-" + year, new PublishCalendarYear(new CalendarId("prc-working-days"), year,
                    DemoFolder.document("/calendars/prc-working-days-" + year + ".yaml")));
        }
        DemoFolder.rows("bodies.csv").forEach(row -> cast.ask(BY, "establish", new EstablishBody(new BodyId(row.get("body")),
                row.get("parent").isEmpty() ? null : new BodyId(row.get("parent")), Kind.valueOf(row.get("kind")), name(row))));
        List<Row> branches = DemoFolder.rows("branches.csv");
        cast.each(branches, row -> cast.ask(BY, "register", new RegisterBranch(new BranchId(row.get("branch")), new BodyId(row.get("body")),
                row.get("kind"), name(row), LocalDate.parse(row.get("founded_on")))));
        List<Row> people = DemoFolder.rows("people.csv");
        cast.each(people.stream().collect(Collectors.groupingBy(row -> row.get("body"))).values(),
                ofOneBody -> ofOneBody.forEach(this::takePost));
        scheme();
        world.tell("Yunxi County: %d branches in 30 agencies, %d people".formatted(branches.size(), people.size()));
    }

    private void takePost(Row row) {
        BodyId body = new BodyId(row.get("body"));
        PersonId person = new PersonId(row.get("person"));
        String name = row.get("name_zh") + " " + row.get("name_en");
        cast.ask(BY, "register-" + person, new RegisterPerson(body, person, name));
        if (person.value().equals(BY)) {
            return; // nobody gives a post to themselves; this one comes with the house
        }
        cast.ask(BY, "assign-" + person, new AssignPost(body, person, Post.valueOf(row.get("role")),
                row.get("branch").isEmpty() ? null : new BranchId(row.get("branch")), FIRST_DAY));
    }

    private void scheme() {
        SchemeId scheme = new SchemeId("zoucheng-70-30");
        cast.ask(BY, "publish", new PublishSchemeVersion(scheme, DemoFolder.document("/schemes/zoucheng-70-30.yaml"),
                List.of("L205", "L601")));
        cast.ask(BY, "local-rules", new AdoptLocalRules(scheme, "2023", DemoFolder.document("/schemes/zoucheng-70-30.local-rules.yaml")));
        cast.ask(BY, "activate", new ActivateSchemeVersion(scheme, "2023", FIRST_DAY));
    }

    private static Label name(Row row) {
        return new Label(row.get("name_zh"), row.get("name_en"));
    }
}
