package asterism.policy;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.CommandService;
import asterism.command.core.Command;
import asterism.command.core.Door;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.Kind;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.Label;
import asterism.events.Post;
import asterism.house.Generated;
import asterism.policy.Directory.Held;
import asterism.policy.Policy.Reach;
import asterism.policy.Policy.Subject;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/**
 * Who may ask what, each command with each post, about subjects of one's own, below, and elsewhere: computed from the policy and held
 * against the table that was agreed on. A rule taken out, added or widened is another cell; a door without a rule has no row.
 */
class PolicyMatrixTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final BodyId TOP = new BodyId("top");
    private static final BodyId OWN = new BodyId("own");
    private static final BodyId OTHER = new BodyId("other");
    private static final BranchId BELOW = new BranchId("below");
    private static final BranchId ELSEWHERE = new BranchId("elsewhere");
    private static final Directory COUNTY = county();

    private static Directory county() {
        Directory county = new Directory();
        Label name = new Label("某", "Some");
        county.apply(new BodyEstablished(TOP, null, Kind.COMMITTEE, name));
        county.apply(new BodyEstablished(OWN, TOP, Kind.WORK_COMMITTEE, name));
        county.apply(new BodyEstablished(OTHER, TOP, Kind.WORK_COMMITTEE, name));
        county.apply(new BranchRegistered(BELOW, OWN, "agency", name, DAY));
        county.apply(new BranchRegistered(ELSEWHERE, OTHER, "agency", name, DAY));
        return county;
    }

    @Test
    void thePolicyIsTheTableThatWasAgreedOn() throws IOException {
        List<Post> posts = List.of(Post.values());
        StringBuilder table = new StringBuilder("| | " + posts.stream().map(PolicyMatrixTest::words).collect(Collectors.joining(" | "))
                + " |\n|---|" + "---|".repeat(posts.size()) + "\n");
        for (String command : commands()) {
            table.append("| ").append(command).append(" | ")
                    .append(posts.stream().map(post -> cell(command, post)).collect(Collectors.joining(" | "))).append(" |\n");
        }
        Generated.check(Path.of("who-may-what.md"), "table", table.toString());
    }

    @Test
    void everyDoorHasARuleThatLetsSomebodyInAndKeepsSomebodyOut() {
        Set<String> doors = doors();
        assertThat(doors).hasSizeGreaterThan(60);
        assertThat(doors).allSatisfy(command -> {
            List<String> cells = Arrays.stream(Post.values()).map(post -> cell(command, post)).toList();
            boolean forAnybody = Policy.refusal(command, List.of(), Subject.NOWHERE, COUNTY).isEmpty();
            assertThat(forAnybody || cells.stream().anyMatch(cell -> !cell.isEmpty())).as("somebody may").isTrue();
            assertThat(forAnybody || Policy.refusal(command, List.of(), Subject.NOWHERE, COUNTY)
                    .equals(Optional.of(Policy.POST_MISSING))).as("without a post nobody may").isTrue();
        });
        assertThat(doors.stream().filter(command -> Policy.refusal(command, List.of(), Subject.NOWHERE, COUNTY).isEmpty()))
                .as("what needs no post").containsExactlyInAnyOrder("RaiseObjection", "CastBallot", "CommentOnDraft");
    }

    /** Mutants: each rule taken out, and with every other reach. */
    @Test
    void noRuleCanBeTakenOutNarrowedOrWidenedWithoutAnotherCell() {
        int mutants = 0;
        for (String command : commands()) {
            for (Post post : Policy.posts(command)) {
                String agreed = cell(command, post);
                Map<Post, Reach> rule = new EnumMap<>(Policy.rule(command));
                Reach reach = rule.remove(post);
                assertThat(cell(rule, post)).as("%s without the rule of %s", command, post).isNotEqualTo(agreed);
                for (Reach other : Reach.values()) {
                    boolean same = other == reach || (post == Post.BRANCH_SECRETARY && !Set.of(other, reach).contains(Reach.ANYWHERE));
                    rule.put(post, other);
                    assertThat(cell(rule, post).equals(agreed)).as("%s with %s of %s", command, other, post).isEqualTo(same);
                    mutants++;
                }
            }
        }
        assertThat(mutants).isGreaterThan(400);
    }

    private static Set<String> commands() {
        Set<String> commands = new TreeSet<>(doors());
        Arrays.stream(Post.values()).forEach(post -> commands.addAll(Policy.permitted(post)));
        return commands;
    }

    /** The commands of all doors, by the same marks from which the API is described. */
    private static Set<String> doors() {
        return new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents(CommandService.class.getPackageName()).stream()
                .flatMap(found -> Stream.of(type(String.valueOf(found.getBeanClassName())).getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Door.class)).map(PolicyMatrixTest::command)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String command(Method door) {
        return Arrays.stream(door.getParameterTypes()).filter(Command.class::isAssignableFrom).findFirst().orElseThrow().getSimpleName();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, PolicyMatrixTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How far a post reaches. */
    private static String cell(String command, Post post) {
        return cell(post, (held, subject) -> Policy.refusal(command, List.of(held), subject, COUNTY).isEmpty());
    }

    private static String cell(Map<Post, Reach> rule, Post post) {
        return cell(post, (held, subject) -> Policy.refusal(rule, List.of(held), subject, COUNTY).isEmpty());
    }

    private static String cell(Post post, BiPredicate<Held, Subject> may) {
        boolean inBranch = post == Post.BRANCH_SECRETARY;
        Held held = new Held(post, OWN, inBranch ? BELOW : null, DAY, null);
        Subject own = inBranch ? new Subject(BELOW, null) : new Subject(null, OWN);
        String reach = may.test(held, own) ? "own" : "";
        reach = may.test(held, new Subject(BELOW, null)) && !inBranch ? "below" : reach;
        return may.test(held, new Subject(ELSEWHERE, null)) ? "anywhere" : reach;
    }

    private static String words(Post post) {
        return post.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
