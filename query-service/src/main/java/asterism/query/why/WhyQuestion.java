package asterism.query.why;

import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.Fact;
import asterism.events.PersonId;
import asterism.events.StreamId;
import asterism.policy.Directory;
import asterism.policy.Policy;
import asterism.policy.Policy.Subject;
import asterism.query.directory.WhoIsWho;
import asterism.query.facts.JournalFacts;
import asterism.query.facts.Schemes;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Params;
import asterism.query.reading.Refused;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why does a branch hold its star, on a day, as it was known? */
@Component
public class WhyQuestion {
    /** Whoever may read the evidence of a case may know who judged it. */
    private static final String NAMES = "ReadEvidence";
    private final JournalFacts facts;
    private final WhoIsWho who;

    WhyQuestion(JournalFacts facts, WhoIsWho who) {
        this.facts = facts;
        this.who = who;
    }

    /**
     * The reasons of a star.
     *
     * @param named people are named
     */
    public record Reasons(String branch, LocalDate validAt, long asOfPosition, boolean named, Node star) {
    }

    /**
     * The tree. People and what they remarked are left out for whoever may not know them.
     *
     * @param person who asks; none where they are not signed in
     * @throws Refused where no such branch was known
     */
    public Answer<Reasons> why(String branch, Clocks clocks, @Nullable Principal person) {
        BranchId id = new BranchId(String.valueOf(Params.branch("branch", branch)));
        Directory directory = who.directory();
        WhoIsWho.Names names = who.names();
        return facts.from(clocks, told -> {
            List<Fact> about = told.about(StreamId.of(id).toString());
            if (about.isEmpty()) {
                throw Refused.unknown("branch.unknown", "There is no such branch.");
            }
            boolean named = person != null && mayName(new PersonId(person.getName()), id, directory, told.today());
            Star star = new Star(id, about, round -> told.about(StreamId.of(round).toString()), pin -> Schemes.of(pin, told),
                    new Persons(named, names));
            return new Reasons(branch, told.day(), told.asOf(), named, star.on(told.day()));
        });
    }

    private static boolean mayName(PersonId person, BranchId branch, Directory directory, LocalDate today) {
        Subject subject = new Subject(branch, directory.branch(branch).map(BranchRegistered::body).orElse(null));
        return Policy.permitting(NAMES, directory.held(person, today), subject, directory).isPresent();
    }
}
