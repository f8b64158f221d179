package asterism.query.worklist;

import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Directory.Held;
import asterism.policy.Directory;
import asterism.policy.Policy.Subject;
import asterism.policy.Policy;
import asterism.query.directory.WhoIsWho.Names;
import asterism.query.directory.WhoIsWho;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What waits for a person: by their name, or by a post that reaches the branch, theirs or lent to them. Bias is not looked at; the
 * decision does that.
 */
@Component
public class WorklistQuestion {
    /** What a body above does about something that is late; no command. */
    public static final String SEE_TO = "SeeToIt";
    /** What a department does about its part; the part stands in the step's slot. */
    static final String JUDGE = "JudgePart";
    private static final String OF_SUBJECT = """
            select i.subject, i.slot, i.branch, b.zh, b.en, i.step, i.person, i.body, i.due_on, i.reminded, i.since
            from item i left join branch b using (branch) where i.subject = ? order by i.slot""";
    private static final String OPEN = """
            select i.subject, i.slot, i.branch, coalesce(b.zh, r.zh) as zh, coalesce(b.en, r.en) as en, i.step, i.person, i.body, i.due_on,
                   i.reminded, i.since
            from item i left join branch b using (branch) left join round r on r.round = i.subject
            where (i.person = :person or (i.person is null and i.step = any(:steps))) and i.since <= :today
            order by i.subject, i.slot""";
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
     * @param subject the application, the appeal, or the stream of a star or a round
     * @param branch  empty where it is about a round
     * @param name    of the branch, or the title of the round
     * @param step    name of the command that does it; {@code SeeToIt} where the body above is to see that something late is done
     * @param part    that the department judges; none where it does not judge one
     * @param dueOn   last day, where one is set
     * @param overdue that day is over
     * @param reminded day on which whoever must act was reminded of the last one; none where nobody was
     * @param since   day from which it waits
     * @param why     the post that lets this person do it; none where they are named themselves
     * @param of      the body of that post
     * @param onBehalfOf     whose post it is, where they let this person act for them
     * @param onBehalfOfName their name; none where it is withheld
     */
    public record Item(
            String subject, String branch, Label name, String step, @Nullable String part, @Nullable LocalDate dueOn, boolean overdue,
            @Nullable LocalDate reminded, LocalDate since, @Nullable Post why, @Nullable Label of, @Nullable String onBehalfOf,
                    @Nullable String onBehalfOfName) {
    }

    /** A person, and others who let them act on their behalf. */
    private record Asking(PersonId person, Set<PersonId> others, LocalDate today, Directory directory, Names names) {

        /** Own posts first, so that nobody is sent to act for another where they may act themselves. */
        Optional<Item> item(Open open) {
            if (open.person() != null) {
                return Optional.of(shown(open, null, null, null));
            }
            return Stream.concat(Stream.of(person), others.stream()).flatMap(whose -> permitting(open, whose).stream()
                    .map(held -> shown(open, held.post(), held.body(), whose.equals(person) ? null : whose))).findFirst();
        }

        private Optional<Held> permitting(Open open, PersonId whose) {
            List<Held> posts = whose.equals(person) ? directory.held(person, today) : directory.lent(whose, person, today, open.step());
            return Policy.permitting(open.step(), posts.stream().filter(held -> !open.step().equals(JUDGE)
                    || held.body().value().equals(open.body())).toList(), subject(open), directory);
        }

        private Subject subject(Open open) {
            if (open.body() != null) {
                return new Subject(null, new BodyId(open.body()));
            }
            BranchId branch = new BranchId(open.branch());
            return new Subject(branch, directory.branch(branch).map(BranchRegistered::body).orElse(null));
        }

        /** The commands that some post permits somewhere. */
        Set<String> steps() {
            return Policy.permitted(Stream.concat(Stream.of(person), others.stream())
                    .flatMap(whose -> directory.held(whose, today).stream()).toList());
        }

        private Item shown(Open open, @Nullable Post why, @Nullable BodyId of, @Nullable PersonId whose) {
            Label name = open.zh() == null || open.en() == null ? new Label(open.branch(), open.branch())
                    : new Label(open.zh(), open.en());
            boolean overdue = open.dueOn() != null && open.dueOn().isBefore(today);
            Label body = of == null ? null : directory.body(of).orElseThrow().name();
            String other = whose == null ? null : whose.value();
            return new Item(open.subject(), open.branch(), name, open.step(), open.part(), open.dueOn(), overdue, open.reminded(),
                    open.since(), why,
                    body, other,
                    other == null ? null : names.of(other).orElse(null));
        }
    }

    /**
     * A step of a subject that somebody is to take.
     *
     * @param person the only one who can; none where a post decides
     * @param name   theirs; none where it is withheld
     * @param part   that a department still owes; none where the step is no such part
     * @param of     the department, or the body that sees to what is late; none where the branch says for which body it is
     * @param posts  those that permit the step
     */
    public record Waiting(
            String subject, String step, @Nullable LocalDate dueOn, boolean overdue, @Nullable LocalDate reminded, LocalDate since,
            @Nullable String person, @Nullable String name, @Nullable String part, @Nullable Label of, List<Post> posts) {
    }

    /**
     * How much is open of a step.
     *
     * @param owners posts that permit it
     * @param late   how many of them are past their day
     */
    public record Load(String step, List<Post> owners, int open, int late, @Nullable LocalDate firstDue) {
    }

    private record Counted(String step, int open, int late, @Nullable LocalDate firstDue) {
    }

    private record Open(
            String subject, String slot, String branch, @Nullable String zh, @Nullable String en, String step, @Nullable String person,
            @Nullable String body, @Nullable LocalDate dueOn, @Nullable LocalDate reminded, LocalDate since) {

        @Nullable String part() {
            return step.equals(JUDGE) ? slot.substring(JUDGE.length() + 1) : null;
        }
    }

    /** The items of a person and of those who let them act on their behalf, those due first at the top; none for somebody nobody knows. */
    public Answer<List<Item>> of(String person) {
        Directory directory = who.directory();
        Names names = who.names();
        return live.ask(WorklistProjection.NAME, view -> {
            LocalDate today = view.at().today();
            Asking asking = new Asking(new PersonId(person), directory.lenders(new PersonId(person), today), today, directory,
                    names);
            return view.sql().sql(OPEN).param("person", person).param("today", today).param("steps", asking.steps().toArray(String[]::new))
                    .query(Open.class).list().stream().flatMap(open -> asking.item(open).stream())
                    .sorted(FIRST_DUE).toList();
        });
    }

    /** What a subject waits for, and from whom; nothing where it has come to its end. */
    public Answer<List<Waiting>> waiting(String subject) {
        WhoIsWho.Names names = who.names();
        return live.ask(WorklistProjection.NAME, view -> view.sql().sql(OF_SUBJECT).param(subject).query(Open.class).list().stream()
                .map(open -> new Waiting(open.subject(), open.step(), open.dueOn(), overdue(open, view.at().today()), open.reminded(),
                        open.since(),
                        open.person(), names.of(open.person()).orElse(null), open.part(), open.body() == null ? null
                        : who.directory().body(new BodyId(open.body())).map(BodyEstablished::name).orElse(null),
                        open.person() == null ? posts(open.step()) : List.of()))
                .toList());
    }

    /** Waits until the worklist has come to that position, at most that long. */
    public void await(long position, Duration atMost) {
        live.await(WorklistProjection.NAME, position, atMost);
    }

    /** How much is open of each step, and how much of that is late; what is late most stands first. */
    public Answer<List<Load>> open() {
        return live.ask(WorklistProjection.NAME, view -> view.sql().sql("""
                select step, count(*)::int as open, count(*) filter (where due_on < :today)::int as late, min(due_on) as first_due
                from item group by step order by late desc, open desc, step""").param("today", view.at().today())
                .query(Counted.class).list().stream()
                .map(count -> new Load(count.step(), posts(count.step()), count.open(), count.late(), count.firstDue())).toList());
    }

    private static List<Post> posts(String step) {
        return Arrays.stream(Post.values()).filter(post -> Policy.permitted(post).contains(step)).toList();
    }

    private static boolean overdue(Open open, LocalDate today) {
        return open.dueOn() != null && open.dueOn().isBefore(today);
    }
}
