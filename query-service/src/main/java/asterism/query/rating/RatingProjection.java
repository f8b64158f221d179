package asterism.query.rating;

import asterism.events.ApplicationEvent.ReplyRecorded;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BranchEvent.AppealsLeft;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchEvent.BranchesMerged;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Branches, the bodies above them, and the stretches of days with a star as they are known now. */
@Component
public class RatingProjection implements Projection {
    public static final String NAME = "rating";
    static final Table<Body> BODY = Table.of("body", Body.class, 1, "parent");
    static final Table<Branch> BRANCH = Table.of("branch", Branch.class, 1, "body");
    static final Table<Star> STAR = Table.of("star", Star.class, 2);
    static final Table<Rung> RUNG = Table.of("rung", Rung.class, 1);
    static final Table<Reply> REPLY = Table.of("reply", Reply.class, 1);

    /** What the branch says to the findings of an application. */
    record Reply(String application, String statement) {
    }

    record Body(String body, @Nullable String parent, String kind, String zh, String en) {
    }

    /** @param endedOn first day on which there is no such branch any more; none while there is */
    record Branch(String branch, String body, String kind, String zh, String en, LocalDate foundedOn, @Nullable LocalDate endedOn) {
    }

    /** @param untilDay the first day after it; none while it lasts */
    record Star(String branch, LocalDate fromDay, @Nullable LocalDate untilDay, @Nullable String level, String because, String change,
                @Nullable String application) {
    }

    /** A level that some branch holds or held; there are few, and to gather them from all stars takes long where there are many. */
    record Rung(String level) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(BODY, BRANCH, Kin.TABLE, Entries.TABLE, STAR, RUNG, REPLY);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Entries.read(BodyEstablished.class, BranchRegistered.class, BranchRenamed.class, BranchTransferred.class,
                BranchesMerged.class, BranchSplit.class, BranchEnded.class, ReplyRecorded.class);
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        if (fact.event() instanceof BodyEstablished body) {
            rows.put(BODY, new Body(body.body().value(), body.parent() == null ? null : body.parent().value(), body.kind().name(),
                    body.name().zh(), body.name().en()));
        } else if (fact.event() instanceof ReplyRecorded reply) {
            rows.put(REPLY, new Reply(reply.application().toString(), reply.statement()));
        } else if (fact.event() instanceof BranchEvent branch) {
            Kin.fold(branch, fact.at(), rows);
            fold(branch, rows);
        } else if (fact.event() instanceof StandingEvent standing) {
            fold(Entries.record(fact, standing, rows), standing.branch().value(), rows);
        }
    }

    private static void fold(BranchEvent event, Rows rows) {
        switch (event) {
            case BranchRegistered branch -> rows.put(BRANCH, new Branch(branch.branch().value(), branch.body().value(),
                    branch.kind(), branch.name().zh(), branch.name().en(), branch.foundedOn(), null));
            case BranchRenamed renamed -> change(renamed, rows, was -> new Branch(was.branch(), was.body(), was.kind(),
                    renamed.name().zh(), renamed.name().en(), was.foundedOn(), was.endedOn()));
            case BranchTransferred moved -> change(moved, rows, was -> new Branch(was.branch(), moved.body().value(), was.kind(), was.zh(),
                    was.en(), was.foundedOn(), was.endedOn()));
            case BranchEnded ended -> change(ended, rows, was -> new Branch(was.branch(), was.body(), was.kind(), was.zh(), was.en(),
                    was.foundedOn(), ended.from()));
            case BranchesMerged _, BranchSplit _, AppealsLeft _ -> { }
        }
    }

    private static void change(BranchEvent event, Rows rows, UnaryOperator<Branch> how) {
        rows.find(BRANCH, event.branch().value()).map(how).ifPresent(changed -> rows.put(BRANCH, changed));
    }

    private static void fold(List<Entries.Entry> entries, String branch, Rows rows) {
        rows.of(STAR, branch).forEach(star -> rows.remove(STAR, branch, star.fromDay()));
        for (Ledger.Interval interval : Entries.ledger(entries).intervals()) {
            Entries.Entry entry = Entries.of(entries, interval.because());
            Level level = interval.level();
            if (level != null) {
                rows.put(RUNG, new Rung(level.code()));
            }
            rows.put(STAR, new Star(branch, interval.from(), interval.until(), level == null ? null : level.code(), entry.because(),
                    entry.change(), entry.application()));
        }
    }
}
