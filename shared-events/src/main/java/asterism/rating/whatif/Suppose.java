package asterism.rating.whatif;

import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.PersonId;
import asterism.rating.Cohort.StillTied;
import asterism.rating.Exact;
import asterism.rating.Procedure;
import asterism.rating.Scheme;
import asterism.standing.Fate;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that is supposed to be otherwise. Several may be supposed at once. */
public sealed interface Suppose {

    /**
     * That person was on no panel and gave no score.
     *
     * @param branch only in its application; in the whole round where none is named
     */
    record WithoutAssessor(PersonId assessor, @Nullable BranchId branch) implements Suppose {
    }

    /** That assessor left this one mark empty. */
    record WithoutScore(BranchId branch, PersonId assessor, String input) implements Suppose {
    }

    /** Whatever was given for an input in view of that piece of evidence was not given. */
    record WithoutEvidence(String sha256) implements Suppose {
    }

    /** That fact was never recorded. */
    record WithoutFact(long position) implements Suppose {
    }

    /**
     * Nothing that was established about the branch before that day counts for it: visits, surveys, scores, and stars held or inherited.
     *
     * @param before where none is given, the day of the branch's last merger or split
     */
    record WithoutDataBefore(BranchId branch, @Nullable LocalDate before) implements Suppose {
    }

    /**
     * Another version was in force.
     *
     * @param procedure completed by its local rules, which say what becomes of the stars of reorganised branches; empty to leave
     *                  that as it was
     */
    record Under(Scheme scheme, Optional<Procedure> procedure) implements Suppose {
    }

    /** A quota gave another share of seats. */
    record Share(String quota, Exact share) implements Suppose {
    }

    /** Whoever is still tied at the cut of a quota goes another way. */
    record Ties(String quota, StillTied rule) implements Suppose {
    }

    /** Reorganisations of that kind had other consequences for the stars. */
    record Reorganised(Reorganisation kind, Fate fate) implements Suppose {
    }

    /** Only what was recorded up to that position was known; who takes part stays. */
    record KnownAt(long position) implements Suppose {
    }
}
