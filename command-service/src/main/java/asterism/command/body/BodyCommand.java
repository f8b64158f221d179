package asterism.command.body;

import asterism.command.core.Command;
import asterism.events.BodyEvent.Kind;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.InvalidValue;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.StreamId;
import asterism.events.Texts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a body. */
public sealed interface BodyCommand extends Command {

    BodyId body();

    @Override
    default StreamId stream() {
        return StreamId.of(body());
    }

    /** @param parent the superior body; none for the topmost */
    record EstablishBody(BodyId body, @Nullable BodyId parent, Kind kind, Label name) implements BodyCommand {
    }

    /** @param person the subject of their sign-in */
    record RegisterPerson(BodyId body, PersonId person, String name) implements BodyCommand {
        public RegisterPerson {
            Texts.line("name", name);
        }
    }

    /** @param branch for posts held in a branch of that body */
    record AssignPost(BodyId body, PersonId person, Post post, @Nullable BranchId branch, LocalDate from) implements BodyCommand {
    }

    /** Erases what is known of a person, for good. A reason must be given, which names nobody. */
    record ErasePersonalValues(BodyId body, PersonId person) implements BodyCommand {
    }

    /**
     * Lets another act on behalf of the person who asks, in a post they hold.
     *
     * @param to       who may act for them
     * @param commands what is let, by the names of commands; none for all that the post permits
     * @param from     first day, today or later
     * @param until    last day
     */
    record DelegatePost(BodyId body, PersonId to, Post post, @Nullable BranchId branch, List<String> commands, LocalDate from,
                        LocalDate until) implements BodyCommand {
        public DelegatePost {
            if (commands.size() > 100) {
                throw new InvalidValue("list.too-long", "commands has more than 100 entries");
            }
            commands = List.copyOf(commands);
            commands.forEach(command -> Texts.line("commands", command));
            if (until.isBefore(from)) {
                throw new InvalidValue("body.delegation-ends-before-it-begins", "until must not lie before from");
            }
        }
    }

    /** By whoever let another act for them. */
    record RevokeDelegation(BodyId body, PersonId to, Post post, @Nullable BranchId branch) implements BodyCommand {
    }

    /**
     * @param field what they are able to judge, by its code in the schemes: a kind of unit or an indicator
     * @param until last day; none where it does not run out
     */
    record RecordQualification(BodyId body, PersonId person, String field, LocalDate from, @Nullable LocalDate until)
            implements BodyCommand {
        public RecordQualification {
            Texts.line("field", field);
            if (until != null && until.isBefore(from)) {
                throw new InvalidValue("body.qualification-ends-before-it-begins", "until must not lie before from");
            }
        }
    }

    /** @param until last day of the qualification */
    record EndQualification(BodyId body, PersonId person, String field, LocalDate until) implements BodyCommand {
        public EndQualification {
            Texts.line("field", field);
        }
    }

    /**
     * The person who asks says what ties them: to a branch, or to another person.
     *
     * @param statement of what kind the tie is
     */
    record DeclareRelation(BodyId body, @Nullable BranchId branch, @Nullable PersonId other, String statement) implements BodyCommand {
        public DeclareRelation {
            Texts.line("statement", statement);
            oneOf(branch, other);
        }
    }

    /** The same, found by somebody else. */
    record RecordRelation(BodyId body, PersonId person, @Nullable BranchId branch, @Nullable PersonId other, String statement)
            implements BodyCommand {
        public RecordRelation {
            Texts.line("statement", statement);
            oneOf(branch, other);
        }
    }

    record EndRelation(BodyId body, PersonId person, @Nullable BranchId branch, @Nullable PersonId other) implements BodyCommand {
        public EndRelation {
            oneOf(branch, other);
        }
    }

    private static void oneOf(@Nullable BranchId branch, @Nullable PersonId other) {
        if ((branch == null) == (other == null)) {
            throw new InvalidValue("body.relation-to-one", "branch or other must be named, not both");
        }
    }

    /** @param until last day of the post */
    record EndPost(BodyId body, PersonId person, Post post, @Nullable BranchId branch, LocalDate until) implements BodyCommand {
    }
}
