package asterism.query.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param path          of the page, without its query
 * @param otherLanguage address of the same page in the other language
 * @param person        name of who is signed in
 * @param signInOffered people can sign in here
 * @param demoClock     where the demo world's own clock stands, in a demo world
 */
public record Shell(
        String path, String otherLanguage, @Nullable String person, boolean signInOffered, @Nullable Instant demoClock) {

    /** The page is that one. */
    public boolean at(String page) {
        return path.equals(page);
    }
}
