package asterism.local;

import asterism.local.signin.Person;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A house that is up: where its doors are, and who may come in.
 *
 * @param pages       pages and queries, such as {@code http://127.0.0.1:8080}
 * @param commands    the command API
 * @param signIn      the issuer
 * @param data        the data folder
 * @param people      who can sign in
 * @param demoWorld   whether the demo county lives here
 * @param tokens      from a person to an access token; of a local house only
 * @param inside      the command-service from the inside
 */
public record RunningHouse(
        URI pages, URI commands, URI signIn, Path data, List<Person> people, boolean demoWorld, UnaryOperator<String> tokens,
        Inside inside) {

    /** An access token of one hour for this person, as sign-in would issue it, so that tests and the demo can use the APIs. */
    public String tokenFor(String person) {
        return tokens.apply(person);
    }

    /** Where the house that lives in a folder keeps the token that its services share; whoever can read it keeps the house. */
    public static Path tokenFile(Path data) {
        return data.resolve("keys").resolve("service.token");
    }
}
