package asterism.query;

import asterism.events.ApplicationId;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.Kind;
import asterism.events.BodyEvent.PersonRegistered;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.AppealId;
import asterism.events.PersonId;
import asterism.events.Personal;
import asterism.events.Post;
import asterism.events.RoundId;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Suspended;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of a small county, in few words. */
public final class County {
    private County() {
    }

    public static Event body(String id, @Nullable String parent) {
        return new BodyEstablished(new BodyId(id), parent == null ? null : new BodyId(parent), parent == null
                ? Kind.WORK_COMMITTEE : Kind.AGENCY,
                new Label("机构" + id, "Body " + id));
    }

    public static Event branch(String id, String body) {
        return new BranchRegistered(new BranchId(id), new BodyId(body), "agency", new Label("支部" + id, "Branch " + id),
                LocalDate.parse("2001-07-01"));
    }

    public static Event person(String id, String body, String name) {
        return new PersonRegistered(new BodyId(body), new PersonId(id), Personal.of(new PersonId(id), name));
    }

    public static Event post(String person, Post post, String body, @Nullable String branch) {
        return new PostAssigned(new BodyId(body), new PersonId(person), post, branch == null ? null : new BranchId(branch),
                LocalDate.parse("2020-01-01"));
    }

    public static Event granted(String branch, String decision, String level, String from) {
        return granted(branch, decision, level, from, null);
    }

    public static Event granted(String branch, String decision, String level, String from, @Nullable String lastDay) {
        return new LevelGranted(new BranchId(branch), new DecisionId(decision),
                new ApplicationId(new RoundId("r2024"), new BranchId(branch)),
                new Level(level), Change.FIRST, LocalDate.parse(from), lastDay == null ? null : LocalDate.parse(lastDay));
    }

    public static Event downgraded(String branch, String decision, String was, @Nullable String to, String from) {
        return new Downgraded(new BranchId(branch), new DecisionId(decision), new Level(was), to == null ? null : new Level(to), "ground-1",
                LocalDate.parse(from), LocalDate.parse(from));
    }

    public static Event suspended(String branch, String decision, String was, String from, String lastDay) {
        return new Suspended(new BranchId(branch), new DecisionId(decision), new Level(was), "ground-1", LocalDate.parse(from),
                LocalDate.parse(from), LocalDate.parse(lastDay), false);
    }

    public static Event reinstated(String branch, String decision, String level, String from) {
        return new Reinstated(new BranchId(branch), new DecisionId(decision), new Level(level), LocalDate.parse(from));
    }

    public static Event struck(String branch, String decision, String appeal, String... dependants) {
        return new DecisionStruckOut(new BranchId(branch), new DecisionId(decision), new AppealId(appeal),
                List.of(dependants).stream().map(DecisionId::new).toList());
    }
}
