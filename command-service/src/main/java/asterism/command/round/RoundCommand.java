package asterism.command.round;

import asterism.command.core.Command;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.InvalidValue;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.StreamId;
import asterism.events.Texts;
import java.time.LocalDate;
import java.util.List;

/** What can be asked of a round. */
public sealed interface RoundCommand extends Command {

    RoundId round();

    @Override
    default StreamId stream() {
        return StreamId.of(round());
    }

    /**
     * Opens a round under the published version and the local rules adopted for it last.
     *
     * @param office            the body whose round office runs it
     * @param applicationsUntil last day on which an application may be submitted, not before {@code opensOn}
     */
    record OpenRound(
            RoundId round, Label title, SchemeId scheme, String version, CalendarId calendar, BodyId office, LocalDate opensOn,
            LocalDate applicationsUntil) implements RoundCommand {
        public OpenRound {
            Texts.line("version", version);
            if (applicationsUntil.isBefore(opensOn)) {
                throw new InvalidValue("round.ends-before-it-opens", "applicationsUntil must not lie before opensOn");
            }
        }
    }

    /** Fixes who takes part in the allocation. */
    record SealRoster(RoundId round) implements RoundCommand {
    }

    /** Rates the whole roster and gives out the seats, or finds the tie the committee must break. */
    record AllocateQuota(RoundId round) implements RoundCommand {
    }

    /**
     * The committee's vote on a tie.
     *
     * @param order   each tied branch once; the first gets the first free seat
     * @param voters  members of a committee
     * @param minutes reference of the minutes
     */
    record ResolveTie(RoundId round, String quota, List<BranchId> order, List<PersonId> voters, String minutes) implements RoundCommand {
        public ResolveTie {
            Texts.line("quota", quota);
            Texts.line("minutes", minutes);
            order = List.copyOf(order);
            voters = List.copyOf(voters);
        }
    }

    record CloseRound(RoundId round) implements RoundCommand {
    }
}
