package asterism.command.core;

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

    public static Decision personOnly() {
        return Decision.refuse("command.person-only", "a person must stand for this");
    }
}
