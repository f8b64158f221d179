package asterism.query.web;

import asterism.events.Post;
import asterism.policy.Policy;
import asterism.query.web.Shell.Place;
import java.util.List;
import java.util.Set;

/** Which pages stand in the menu, for whom. What is not listed for somebody can still be opened where it is open to them. */
final class Menu {
    private static final Set<Post> EVERYBODY = Set.of();
    private static final List<Entry> ENTRIES = List.of(
            new Entry("branches", "/", EVERYBODY), new Entry("overview", "/overview", EVERYBODY),
            new Entry("notices", "/notices", EVERYBODY), new Entry("practices", "/practices", EVERYBODY),
            new Entry("schemes", "/schemes", EVERYBODY), new Entry("worklist", "/worklist", EVERYBODY),
            new Entry("appeals", "/appeals", Set.of(Post.BRANCH_SECRETARY, Post.COMMITTEE_SECRETARY, Post.APPEAL_PANEL, Post.AUDITOR)),
            new Entry("rounds", "/rounds", Set.of(Post.BRANCH_SECRETARY, Post.ROUND_OFFICE, Post.PANEL_CHAIR, Post.COMMITTEE_SECRETARY,
                    Post.COMMITTEE_MEMBER, Post.AUDITOR)),
            new Entry("history", "/history", Set.of(Post.AUDITOR, Post.ADMINISTRATOR, Post.DISCIPLINE_OFFICER)),
            new Entry("what-if", "/what-if", Policy.posts("AskWhatIf")),
            new Entry("operations", "/operations", Policy.OVERSEERS));

    private Menu() {
    }

    /** @param posts whose holders see it; none for everybody */
    private record Entry(String word, String address, Set<Post> posts) {
        boolean isFor(Set<Post> held) {
            return posts.isEmpty() || posts.stream().anyMatch(held::contains);
        }

        boolean holds(String path) {
            return path.equals(address) || (!address.equals("/") && path.startsWith(address + "/"))
                    || (address.equals("/") && path.startsWith("/branches/"))
                    || (address.equals("/worklist") && path.startsWith("/cases/"));
        }
    }

    /** The menu of somebody who holds these posts, on that page. */
    static List<Place> of(Set<Post> held, String path) {
        return ENTRIES.stream().filter(entry -> entry.isFor(held))
                .map(entry -> new Place(entry.address(), "menu." + entry.word(), entry.holds(path))).toList();
    }
}
