package asterism.query.applications;

import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyId;
import asterism.events.Label;
import asterism.policy.Directory;
import asterism.query.course.Stage;
import asterism.query.directory.WhoIsWho;
import asterism.query.facts.Importance;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.Page;
import asterism.query.reading.Refused;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to an application, or to a branch, and who did it? */
@Component
public class ApplicationsQuestion {
    private static final String HEADS = """
            select a.application, a.branch, b.zh, b.en, a.round, a.stage, a.stage_since, a.level, a.decision, a.held, a.reply
            from application a left join branch b using (branch)\s""";
    private static final String BODY = "body/";
    private final Live live;
    private final WhoIsWho who;

    ApplicationsQuestion(Live live, WhoIsWho who) {
        this.live = live;
        this.who = who;
    }

    /**
     * Where an application stands.
     *
     * @param stageSince position since which it is in that stage
     * @param reply      what the branch says to the findings; none where it did not reply
     * @param held       on hold: no step is open and no time passes
     * @param level      the level last computed, proposed, decided or awarded
     */
    public record Head(
            String application, String branch, @Nullable String zh, @Nullable String en, String round, Stage stage, long stageSince,
            @Nullable String level, @Nullable String decision, boolean held, @Nullable String reply) {

        /** What the branch is called; its id where it is not known by name. */
        public Label name() {
            return new Label(zh == null ? branch : zh, en == null ? branch : en);
        }
    }

    /**
     * A fact.
     *
     * @param actor          {@code person/<id>}, {@code system/<name>}, {@code survey/<id>} or {@code public}
     * @param actorName      of a person; none where it is withheld
     * @param reason         as given
     * @param level          where the fact speaks of one
     * @param importance     how much it matters to what became of the branch
     */
    public record Line(
            long position, String stream, long version, String type, String actor, @Nullable String actorName,
            @Nullable String onBehalfOf, @Nullable String onBehalfOfName, @Nullable String reason, LocalDate effectiveOn,
            Instant recordedAt, @Nullable String level, Importance importance) {
    }

    /**
     * What somebody was asked to give.
     *
     * @param what     {@code scores <person>}, {@code part <id>}, {@code survey} or {@code comments}
     * @param whom     {@code person/<id>} or {@code body/<id>}; none where many are asked and nobody is known
     * @param whomName of a person; none where it is withheld
     * @param of       the department that is asked, by name; none where none is
     * @param asked    how many were asked
     * @param have     how many of them have given it
     * @param stale    it was given before the evidence changed, so it is to be looked at again
     */
    public record Contribution(String what, @Nullable String whom, @Nullable String whomName, @Nullable Label of, int asked, int have,
                               boolean stale) {
        /** Not all is there, or it is to be looked at again. */
        public boolean isMissing() {
            return have < asked || stale;
        }
    }

    private record Given(String slot, @Nullable String whom, int asked, int have, boolean stale) {
        Contribution named(WhoIsWho.Names names, Directory directory) {
            return new Contribution(slot, whom, whom != null && whom.startsWith("person/") ? names.of(whom).orElse(null) : null,
                    Optional.ofNullable(whom).filter(id -> id.startsWith(BODY)).flatMap(id -> directory.body(new BodyId(
                            id.substring(BODY.length())))).map(BodyEstablished::name).orElse(null), asked, have, stale);
        }
    }

    public record Course(Head application, List<Contribution> contributions, List<Line> timeline) {
    }

    /** @throws Refused where there is no such application */
    public Answer<Course> course(String application) {
        WhoIsWho.Names names = who.names();
        return live.ask(ApplicationsProjection.NAME, view -> {
            Head head = view.sql().sql(HEADS + "where a.application = ?").param(application).query(Head.class).optional()
                    .orElseThrow(() -> Refused.unknown("application.unknown", "There is no such application."));
            List<Lines.Found> lines = view.sql().sql(Lines.SELECT + "where stream = ? order by position")
                    .param("application/" + application).query(Lines.Found.class).list();
            List<Contribution> contributions = view.sql().sql("""
                    select slot, whom, asked, have, stale from contribution where application = ? order by slot""").param(application)
                    .query(Given.class).list().stream().map(given -> given.named(names, who.directory())).toList();
            return new Course(head, contributions, lines.stream().map(line -> line.named(names)).toList());
        });
    }

    /**
     * All facts about a branch, the newest first.
     *
     * @param before only facts before this position; none for the newest
     * @throws Refused where there is no such branch
     */
    public Answer<Page<Line>> timeline(String branch, @Nullable Long before, int limit) {
        WhoIsWho.Names names = who.names();
        return live.ask(ApplicationsProjection.NAME, view -> {
            if (view.sql().sql("select from branch where branch = ?").param(branch).query().listOfRows().isEmpty()) {
                throw Refused.unknown("branch.unknown", "There is no such branch.");
            }
            List<Line> lines = view.sql().sql(Lines.SELECT + "where branch = ? and position < ? order by position desc limit ?")
                    .params(branch, before == null ? Long.MAX_VALUE : before, limit + 1).query(Lines.Found.class).list().stream()
                    .map(line -> line.named(names)).toList();
            return Page.of(lines, limit, line -> Long.toString(line.position()));
        });
    }

    /** The applications of a branch, the latest round first. */
    public Answer<List<Head>> of(String branch) {
        return live.ask(ApplicationsProjection.NAME, view -> view.sql().sql(HEADS + "where a.branch = ? order by a.round desc")
                .param(branch).query(Head.class).list());
    }

    /** How many applications of a round each of its assessors has, by their ids. */
    public Answer<Map<String, Integer>> loads(String round) {
        return live.ask(ApplicationsProjection.NAME, view -> {
            Map<String, Integer> loads = new TreeMap<>();
            view.sql().sql("""
                    select c.whom, count(*)::int as applications from contribution c join application a using (application)
                    where a.round = ? and starts_with(c.slot, 'scores ') group by c.whom""").param(round).query((ResultSet found) -> {
                        loads.put(found.getString("whom").substring("person/".length()), found.getInt("applications"));
                    });
            return loads;
        });
    }

    /**
     * The applications of a round.
     *
     * @param stage only those in this stage
     * @param after only those after this one, in the order of ids
     */
    public Answer<Page<Head>> of(String round, @Nullable Stage stage, @Nullable String after, int limit) {
        return live.ask(ApplicationsProjection.NAME, view -> Page.of(view.sql().sql(HEADS + """
                where a.round = :round and (:stage::text is null or a.stage = :stage) and a.application > :after
                order by a.application limit :most""").param("round", round).param("stage", stage == null ? null : stage.name())
                .param("after", after == null ? "" : after).param("most", limit + 1).query(Head.class).list(), limit, Head::application));
    }
}
