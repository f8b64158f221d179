package asterism.command.body;

import asterism.command.core.Command;
import asterism.events.BodyEvent.Kind;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.StreamId;
import asterism.events.Texts;
import java.time.LocalDate;
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

    /** @param until last day of the post */
    record EndPost(BodyId body, PersonId person, Post post, @Nullable BranchId branch, LocalDate until) implements BodyCommand {
    }
}
