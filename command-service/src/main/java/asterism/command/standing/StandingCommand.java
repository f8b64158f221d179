package asterism.command.standing;

import asterism.command.core.Command;
import asterism.command.core.Evidenced;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Evidence;
import asterism.events.Level;
import asterism.events.RoundId;
import asterism.events.StandingEvent.Counted;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.Outcome;
import asterism.events.StreamId;
import asterism.events.Texts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of the star of a branch. The id of a decision that is asked for here is the id of the command. */
public sealed interface StandingCommand extends Command {

    BranchId branch();

    @Override
    default StreamId stream() {
        return StreamId.standing(branch());
    }

    /** Decides on a star that stands; needs a reason. */
    sealed interface Ruling extends StandingCommand {

        /** The rule it rests on, by its code. */
        String ground();

        /** The day of the fact that led to it. */
        LocalDate factOn();

        /** First day, today or later. */
        LocalDate from();
    }

    /** By the house alone, after an award. */
    record GrantLevel(BranchId branch, DecisionId decision, ApplicationId application, Level level, LocalDate from)
            implements StandingCommand {
    }

    /** By the house alone: the award was refused with that code. */
    record RecordAwardNotEffected(BranchId branch, DecisionId decision, String code, String sentence) implements StandingCommand {
    }

    /**
     * Lets an award take effect that was refused, also where it rises by more levels than the scheme allows. Needs a reason.
     *
     * @param from first day of the star, today or later
     */
    record EffectAward(BranchId branch, ApplicationId application, LocalDate from) implements StandingCommand {
    }

    /**
     * Gives a branch a level until it is assessed. By a person it needs a reason.
     *
     * @param round   whose scheme orders the levels
     * @param ground  why, by its code, such as {@code new} or {@code split}
     * @param from    first day
     * @param lastDay last day; none where only an assessment ends it
     */
    record GrantProvisionalLevel(
            BranchId branch, RoundId round, Level level, String ground, LocalDate from, @Nullable LocalDate lastDay)
            implements StandingCommand {
        public GrantProvisionalLevel {
            Texts.line("ground", ground);
        }
    }

    /**
     * Records a level of the time before the house kept its facts.
     *
     * @param round   whose scheme orders the levels
     * @param source  the paper that says so
     * @param from    first day, before today
     * @param lastDay last day; none where only the next assessment ended it
     */
    record RecordPastLevel(BranchId branch, RoundId round, Level level, String source, LocalDate from, @Nullable LocalDate lastDay)
            implements StandingCommand {
        public RecordPastLevel {
            Texts.line("source", source);
        }
    }

    /** By the house alone, when the last day of the star is over. */
    record ExpireStar(BranchId branch) implements StandingCommand {
    }

    /** By the house alone, when the branch is no more. */
    record EndStar(BranchId branch, DecisionId decision, Reorganisation because, LocalDate from) implements StandingCommand {
    }

    /**
     * By the house alone: what becomes of the star of a branch that goes on.
     *
     * @param of the other branches it came out of
     */
    record FollowReorganisation(BranchId branch, DecisionId decision, Reorganisation because, List<BranchId> of, LocalDate from)
            implements StandingCommand {
    }

    /**
     * Lowers the star.
     *
     * @param to none to leave the branch unrated
     */
    record Downgrade(BranchId branch, @Nullable Level to, String ground, LocalDate factOn, LocalDate from) implements Ruling {
        public Downgrade {
            Texts.line("ground", ground);
        }
    }

    /**
     * Takes the star out of force for a while.
     *
     * @param lastDay none for the longest the scheme allows; needed where the scheme sets no limit
     */
    record SuspendStar(BranchId branch, String ground, LocalDate factOn, LocalDate from, @Nullable LocalDate lastDay) implements Ruling {
        public SuspendStar {
            Texts.line("ground", ground);
        }
    }

    /**
     * Puts a suspended star in force again, its cause cured. Needs a reason.
     *
     * @param from first day, today or later
     */
    record ReinstateStar(BranchId branch, LocalDate from) implements StandingCommand {
    }

    /** By the house alone, when the last day of the suspension is over. */
    record EndSuspension(BranchId branch) implements StandingCommand {
    }

    /** Takes the star, whether it is in force or suspended. */
    record WithdrawStar(BranchId branch, String ground, LocalDate factOn, LocalDate from) implements Ruling {
        public WithdrawStar {
            Texts.line("ground", ground);
        }
    }

    /**
     * The plaque of a withdrawn star came back.
     *
     * @param on the day, today or earlier
     */
    record RecordPlaqueReturned(BranchId branch, LocalDate on) implements StandingCommand {
    }

    /** By the house alone, when the last day to give the plaque back is over. */
    record DeclarePlaqueVoid(BranchId branch) implements StandingCommand {
    }

    /** By the house alone, after an upheld appeal. */
    record StrikeOut(BranchId branch, DecisionId decision, AppealId appeal) implements StandingCommand {
    }

    /**
     * By the house alone, after an appeal that put another decision in the place of one.
     *
     * @param by    the new decision
     * @param level none where the branch is to have none
     */
    record Replace(BranchId branch, DecisionId decision, AppealId appeal, DecisionId by, @Nullable Level level) implements StandingCommand {
    }

    /** By the house alone: a decision does not count while an appeal against it is pending. */
    record StayDecision(BranchId branch, DecisionId decision, AppealId appeal) implements StandingCommand {
    }

    /** By the house alone: the appeal was dismissed. */
    record LiftStay(BranchId branch, DecisionId decision, AppealId appeal) implements StandingCommand {
    }

    /**
     * A decision made in view of one that was struck out is looked at again.
     *
     * @param stands otherwise the body decides anew, apart
     */
    record ReviewDecision(BranchId branch, DecisionId decision, boolean stands, String finding) implements StandingCommand {
        public ReviewDecision {
            Texts.statement("finding", finding);
        }
    }

    /** @param action what the scheme foresaw for the level of the branch, by its code */
    record CloseFollowUp(BranchId branch, String action, String finding) implements StandingCommand {
        public CloseFollowUp {
            Texts.line("action", action);
            Texts.statement("finding", finding);
        }
    }

    /**
     * The branch must put something right. Needs a reason.
     *
     * @param ground the rule it rests on, by its code
     * @param demand what is to be put right
     * @param factOn the day of the fact that led to it
     * @param dueOn  last day to show it; none for the last the scheme allows, needed where the scheme sets no limit
     */
    record RequireCorrection(BranchId branch, String ground, String demand, LocalDate factOn, @Nullable LocalDate dueOn)
            implements StandingCommand {
        public RequireCorrection {
            Texts.line("ground", ground);
            Texts.statement("demand", demand);
        }
    }

    /** By the branch: what was demanded is put right, and this shows it. */
    record ShowCorrection(BranchId branch, List<Evidence> evidence, String statement) implements StandingCommand, Evidenced {
        public ShowCorrection {
            evidence = List.copyOf(evidence);
            Texts.statement("statement", statement);
        }
    }

    /**
     * What the branch showed was looked at.
     *
     * @param cured the action is closed; otherwise it stays open, and is missed where its last day is over
     */
    record RecheckCorrection(BranchId branch, boolean cured, String finding) implements StandingCommand {
        public RecheckCorrection {
            Texts.statement("finding", finding);
        }
    }

    /** By the house alone, when a year of a calendar is published: last days that wait are counted again. */
    record RecountDays(BranchId branch) implements StandingCommand {
    }

    /** By the house alone, on the day that was set: whoever must act is reminded of a last day. */
    record RemindOfLastDay(BranchId branch, Counted counted) implements StandingCommand {
    }

    /** By the house alone, when the last day of a corrective action is over. */
    record MissCorrection(BranchId branch) implements StandingCommand {
    }

    /**
     * Puts the star under review.
     *
     * @param surveillance by its id in the scheme
     * @param trigger      what triggered it, by its code in the scheme; for the occasion of a trigger alone
     */
    record OpenSurveillance(BranchId branch, String surveillance, Occasion occasion, @Nullable String trigger) implements StandingCommand {
        public OpenSurveillance {
            Texts.line("surveillance", surveillance);
        }
    }

    record CloseSurveillance(BranchId branch, Outcome outcome, String finding) implements StandingCommand {
        public CloseSurveillance {
            Texts.statement("finding", finding);
        }
    }

    /**
     * Something happened that bars a star by the scheme.
     *
     * @param veto   by its code in the scheme
     * @param factOn the day it happened
     */
    record RecordVeto(BranchId branch, String veto, LocalDate factOn, List<Evidence> evidence, String statement)
            implements StandingCommand, Evidenced {
        public RecordVeto {
            Texts.line("veto", veto);
            evidence = List.copyOf(evidence);
            Texts.statement("statement", statement);
        }
    }

    /**
     * A complaint about the branch is right.
     *
     * @param matter by its code
     * @param factOn the day of what was complained about
     */
    record UpholdComplaint(BranchId branch, String matter, LocalDate factOn, String finding) implements StandingCommand {
        public UpholdComplaint {
            Texts.line("matter", matter);
            Texts.statement("finding", finding);
        }
    }

    /**
     * Notes points through the year.
     *
     * @param item   an indicator or input of the scheme
     * @param points decimal, below zero for a deduction
     * @param factOn the day they were earned or lost
     */
    record NotePoints(BranchId branch, String item, String points, LocalDate factOn, String statement) implements StandingCommand {
        public NotePoints {
            Texts.line("item", item);
            Texts.line("points", points);
            Texts.statement("statement", statement);
        }
    }

    /**
     * How the branch works is an example to others.
     *
     * @param item an indicator or input of the scheme
     */
    record RecognisePractice(BranchId branch, String item, String title, List<Evidence> evidence) implements StandingCommand, Evidenced {
        public RecognisePractice {
            Texts.line("item", item);
            Texts.line("title", title);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A strong branch is to help this one.
     *
     * @param from first day, today or later
     */
    record PairBranch(BranchId branch, BranchId strong, String purpose, LocalDate from) implements StandingCommand {
        public PairBranch {
            Texts.statement("purpose", purpose);
        }
    }

    record EndPairing(BranchId branch, BranchId strong, String result) implements StandingCommand {
        public EndPairing {
            Texts.statement("result", result);
        }
    }
}
