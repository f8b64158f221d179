package asterism.query.rating;

import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BranchEvent;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.StandingEvent;
import asterism.query.ledger.Entries;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import asterism.standing.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Branches, the bodies above them, and the stretches of days with a star as they are known now. */
@Component
public class RatingProjection implements Projection {
    public static final String NAME = "rating";
    static final Table<Body> BODY = Table.of("body", Body.class, 1, "parent");
    static final Table<Branch> BRANCH = Table.of("branch", Branch.class, 1, "body");
    static final Table<Star> STAR = Table.of("star", Star.class, 2);

    record Body(String body, @Nullable String parent, String kind, String zh, String en) {
    }

    record Branch(String branch, String body, String kind, String zh, String en, LocalDate foundedOn) {
    }

    /** @param untilDay the first day after it; none while it lasts */
    record Star(String branch, LocalDate fromDay, @Nullable LocalDate untilDay, @Nullable String level, String because, String change,
                @Nullable String application) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(BODY, BRANCH, Entries.TABLE, STAR);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Entries.read(BodyEstablished.class, BranchEvent.BranchRegistered.class);
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        if (fact.event() instanceof BodyEstablished body) {
            rows.put(BODY, new Body(body.body().value(), body.parent() == null ? null : body.parent().value(), body.kind().name(),
                    body.name().zh(), body.name().en()));
        } else if (fact.event() instanceof BranchEvent branch) {
            fold(branch, rows);
        } else if (fact.event() instanceof StandingEvent standing) {
            fold(Entries.record(fact, standing, rows), standing.branch().value(), rows);
        }
    }

    private static void fold(BranchEvent event, Rows rows) {
        switch (event) {
            case BranchEvent.BranchRegistered branch -> rows.put(BRANCH, new Branch(branch.branch().value(), branch.body().value(),
                    branch.kind(), branch.name().zh(), branch.name().en(), branch.foundedOn()));
        }
    }

    private static void fold(List<Entries.Entry> entries, String branch, Rows rows) {
        rows.of(STAR, branch).forEach(star -> rows.remove(STAR, branch, star.fromDay()));
        for (Ledger.Interval interval : Entries.ledger(entries).intervals()) {
            Entries.Entry entry = Entries.of(entries, interval.because());
            Level level = interval.level();
            rows.put(STAR, new Star(branch, interval.from(), interval.until(), level == null ? null : level.code(), entry.because(),
                    entry.change(), entry.application()));
        }
    }
}
