package asterism.command.core;

import asterism.policy.Tie;

/** Refusals that every capability needs. */
public final class Refusals {
    private Refusals() {
    }

    public static Decision houseOnly() {
        return Decision.refuse("command.house-only", "only the house itself does this, when its time has come");
    }

    public static Decision reasonRequired() {
        return Decision.invalid("reason", "reason.required", "a reason must be given");
    }

    /** A guard: whoever is tied to a branch does not judge it. */
    public static Decision tied(Tie tie) {
        return switch (tie) {
            case OWN_BRANCH -> Decision.guard("recusal.own-branch", "nobody acts in a case of their own branch");
            case DECLARED_RELATION -> Decision.guard("recusal.declared-relation",
                    "nobody acts in a case of a branch they declared a relation to");
            case PARENT_UNIT -> Decision.guard("recusal.parent-unit", "nobody marks a branch of the very body they hold a post in");
        };
    }

    public static Decision personOnly() {
        return Decision.refuse("command.person-only", "a person must stand for this");
    }
}
