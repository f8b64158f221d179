package asterism.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The application of one branch in one round, {@code round.branch}: there can be only one, so its id says which,
 * and all applications of a round are one range of streams.
 */
public record ApplicationId(RoundId round, BranchId branch) {

    @JsonCreator
    public static ApplicationId of(String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            throw new InvalidValue("id.malformed", "an application id is a round and a branch with a dot between");
        }
        return new ApplicationId(new RoundId(value.substring(0, dot)), new BranchId(value.substring(dot + 1)));
    }

    @Override
    @JsonValue
    public String toString() {
        return round + "." + branch;
    }
}
