package asterism.query.web;

import asterism.query.worklist.WorklistQuestion.Waiting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param path          of the page, without its query
 * @param otherLanguage address of the same page in the other language
 * @param person        name of who is signed in
 * @param signInOffered people can sign in here
 * @param demoClock     where the demo world's own clock stands, in a demo world
 * @param menu          the pages for whoever looks
 * @param recorded      what the person has just recorded; none where they come from elsewhere
 */
public record Shell(
        String path, String otherLanguage, @Nullable String person, boolean signInOffered, @Nullable Instant demoClock,
        List<Place> menu, @Nullable Receipt recorded) {

    /**
     * A page of the menu.
     *
     * @param here the page looked at is this one, or stands below it
     */
    public record Place(String address, String word, boolean here) {
    }

    /**
     * What somebody has just recorded.
     *
     * @param type    wire name of the fact; none where it is not shown here yet
     * @param waiting what the subject waits for now, and from whom: it stands on their worklists
     */
    public record Receipt(long position, @Nullable String type, List<Waiting> waiting) {
    }
}
