package asterism.command.round;

import asterism.command.core.Command;
import asterism.events.ApplicationId;
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
import org.jspecify.annotations.Nullable;

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

    /**
     * Asks who could assess what: nothing is recorded, and the answer names the proposal by its SHA-256.
     *
     * @param size of each panel; none for the fewest the scheme asks for
     * @param most applications that one person may have in this round, those they have already among them; none for no limit
     */
    record ProposeAssignment(RoundId round, @Nullable Integer size, @Nullable Integer most) implements RoundCommand {
        public ProposeAssignment {
            within("size", size, 50);
            within("most", most, 10_000);
        }

        private static void within(String what, @Nullable Integer number, int most) {
            if (number != null && (number < 1 || number > most)) {
                throw new InvalidValue("number.out-of-range", what + " must lie between 1 and " + most);
            }
        }
    }

    /** @param proposal SHA-256 of what was proposed */
    record CommitAssignment(RoundId round, String proposal) implements RoundCommand {
        public CommitAssignment {
            Texts.line("proposal", proposal);
        }
    }

    /** By the house alone: an application did not get the panel that was proposed. */
    record RecordAssignmentRefused(RoundId round, ApplicationId application, String proposal, String code, String sentence)
            implements RoundCommand {
    }

    /**
     * Gives seats of a quota that came free to others it had displaced. Needs a reason. Nothing else ever fills a seat again.
     *
     * @param to      who gets a seat each
     * @param minutes reference of the minutes
     */
    record ReallocateQuota(RoundId round, String quota, List<BranchId> to, String minutes) implements RoundCommand {
        public ReallocateQuota {
            Texts.line("quota", quota);
            Texts.line("minutes", minutes);
            to = List.copyOf(to);
        }
    }

    record CloseRound(RoundId round) implements RoundCommand {
    }
}
