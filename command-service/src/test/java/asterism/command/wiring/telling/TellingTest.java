package asterism.command.wiring.telling;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.Kind;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Directory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is told of what. */
class TellingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final BranchId BRANCH = new BranchId("b1");
    private static final Directory DIRECTORY = directory();

    private static Directory directory() {
        Directory directory = new Directory();
        Label name = new Label("名", "Name");
        List<Event> facts = List.of(new BodyEstablished(new BodyId("top"), null, Kind.WORK_COMMITTEE, name),
                new BodyEstablished(new BodyId("a"), new BodyId("top"), Kind.AGENCY, name),
                new BodyEstablished(new BodyId("z"), new BodyId("top"), Kind.AGENCY, name),
                new BranchRegistered(BRANCH, new BodyId("a"), "agency", name, DAY),
                post("s1", Post.BRANCH_SECRETARY, "a", BRANCH), post("s2", Post.BRANCH_SECRETARY, "a", new BranchId("b2")),
                post("d1", Post.DESK_REVIEWER, "top", null), post("d2", Post.DESK_REVIEWER, "z", null));
        facts.forEach(directory::apply);
        return directory;
    }

    private static Event post(String person, Post post, String body, @Nullable BranchId branch) {
        return new PostAssigned(new BodyId(body), new PersonId(person), post, branch, LocalDate.of(2020, 1, 1));
    }

    private static List<String> told(Post post) {
        return new Telling(new Label("事", "It"), Optional.of(post), List.of()).readers(DIRECTORY, BRANCH, DAY).map(PersonId::value)
                .toList();
    }

    @Test
    void the_secretary_of_the_branch_is_told_and_no_other() {
        assertThat(told(Post.BRANCH_SECRETARY)).containsExactly("s1");
    }

    @Test
    void a_post_is_told_of_the_branches_below_its_body_only() {
        assertThat(told(Post.DESK_REVIEWER)).containsExactly("d1");
    }

    @Test
    void of_what_is_told_something_is_said_in_both_languages_and_of_nothing_else() throws IOException {
        try (Stream<Path> golden = Files.list(Path.of("..", "shared-events", "src", "test", "resources", "contracts"))) {
            List<Event> events = golden.sorted().map(TellingTest::read).toList();
            assertThat(events).hasSizeGreaterThan(80).allSatisfy(event -> Telling.of(event)
                    .ifPresent(told -> assertThat(told.what().zh()).isNotEqualTo(told.what().en())));
            assertThat(events.stream().filter(event -> Telling.of(event).isPresent()).map(Event::getClass).distinct().toList())
                    .containsExactlyInAnyOrderElementsOf(Telling.told()).hasSizeLessThan(events.size());
        }
    }

    private static Event read(Path golden) {
        try {
            String name = golden.getFileName().toString().replace(".json", "");
            int dash = name.lastIndexOf('-');
            return EventJson.read(name.substring(0, dash) + "/" + name.substring(dash + 1), Files.readAllBytes(golden), Keys.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
