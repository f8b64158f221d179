package asterism.query.worklist;

import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Directory;
import asterism.policy.Directory.Held;
import asterism.policy.Policy;
import asterism.policy.Policy.Subject;
import asterism.query.directory.WhoIsWho;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for a person: by their name, or by a post that reaches the branch. Bias is not looked at; the decision does that. */
@Component
public class WorklistQuestion {
    private static final String OPEN = """
            select i.subject, i.branch, b.zh, b.en, i.step, i.person, i.due_on, i.since from item i left join branch b using (branch)
            where i.person = :person or (i.person is null and i.step = any(:steps)) order by i.subject, i.slot""";
    private static final Comparator<Item> FIRST_DUE = Comparator.comparing(Item::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Item::since).thenComparing(Item::subject).thenComparing(Item::step);
    private final Live live;
    private final WhoIsWho who;

    WorklistQuestion(Live live, WhoIsWho who) {
        this.live = live;
        this.who = who;
    }

    /**
     * Something to do.
     *
     * @param subject the application or the appeal
     * @param step    name of the command that does it
     * @param dueOn   last day, where one is set
     * @param overdue that day is over
     * @param since   day from which it waits
     * @param why     the post that lets this person do it; none where they are named themselves
     * @param of      the body of that post
     */
    public record Item(
            String subject, String branch, Label name, String step, @Nullable LocalDate dueOn, boolean overdue, LocalDate since,
            @Nullable Post why, @Nullable Label of) {
    }

    private record Open(
            String subject, String branch, @Nullable String zh, @Nullable String en, String step, @Nullable String person,
            @Nullable LocalDate dueOn, LocalDate since) {
    }

    /** The items of a person, those due first at the top; none for somebody the house does not know. */
    public Answer<List<Item>> of(String person) {
        Directory directory = who.directory();
        return live.ask(WorklistProjection.NAME, view -> {
            LocalDate today = view.at().today();
            List<Held> posts = directory.held(new PersonId(person), today);
            return view.sql().sql(OPEN).param("person", person).param("steps", Policy.permitted(posts).toArray(String[]::new))
                    .query(Open.class).list().stream().flatMap(open -> item(open, posts, directory, today).stream())
                    .sorted(FIRST_DUE).toList();
        });
    }

    private static Optional<Item> item(Open open, List<Held> posts, Directory directory, LocalDate today) {
        if (open.person() != null) {
            return Optional.of(shown(open, null, null, today));
        }
        BodyId body = directory.branch(new BranchId(open.branch())).map(BranchRegistered::body).orElse(null);
        return Policy.permitting(open.step(), posts, new Subject(new BranchId(open.branch()), body), directory)
                .map(held -> shown(open, held.post(), directory.body(held.body()).orElseThrow().name(), today));
    }

    private static Item shown(Open open, @Nullable Post why, @Nullable Label of, LocalDate today) {
        Label name = open.zh() == null || open.en() == null ? new Label(open.branch(), open.branch()) : new Label(open.zh(), open.en());
        boolean overdue = open.dueOn() != null && open.dueOn().isBefore(today);
        return new Item(open.subject(), open.branch(), name, open.step(), open.dueOn(), overdue, open.since(), why, of);
    }
}
