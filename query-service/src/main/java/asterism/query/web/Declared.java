package asterism.query.web;

import asterism.events.Post;
import asterism.query.web.Me.Person;
import jakarta.servlet.http.HttpSession;
import java.util.Set;

/** Nobody looks at what they are to judge before they have said that nothing ties them to the branch; it counts for a sign-in. */
public final class Declared {
    private static final Set<Post> JUDGES = Set.of(Post.DESK_REVIEWER, Post.ASSESSOR, Post.PANEL_CHAIR, Post.APPEAL_PANEL);
    private static final String DECLARED = "declared:";

    private Declared() {
    }

    /** Whether the person judges and has not said it yet of that application. */
    public static boolean isLacking(Person person, HttpSession session, String application) {
        return person.held().stream().anyMatch(JUDGES::contains) && session.getAttribute(DECLARED + application) == null;
    }

    /** They say it. */
    public static void declare(HttpSession session, String application) {
        session.setAttribute(DECLARED + application, true);
    }
}
