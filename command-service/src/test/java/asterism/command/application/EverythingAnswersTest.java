package asterism.command.application;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.application.ApplicationCommand.JudgePart;
import asterism.command.application.Story.Done;
import asterism.command.core.Decision;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent;
import asterism.events.Event;
import asterism.ways.LegalWays;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever an application stands and whatever is asked of it, there is an answer, and every accepted fact can be taken in. */
class EverythingAnswersTest {
    private static final List<String> ACTORS = Stream.of("secretary", "insider", "office", "desk", "a1", "a2", "a3", "chair",
            "sec-general", "m1", "inspector")
            .map(person -> "person/" + person).toList();
    private static final List<String> OTHERS = List.of("system/house", "public", "survey/r2026.b01");
    private static final List<Rules> LAWS = List.of(Laws.AS_SHIPPED, Laws.WITHOUT_NOTICE, Laws.WITHOUT_SURVEY, Laws.MAY_DEPART,
            Laws.JOINT, Laws.SHORT, Laws.with("moderation: {spread: 10, sample: 0.5}"));

    static Stream<ApplicationCommand> wishes() {
        return Wishes.ALL.stream();
    }

    @Test
    void there_is_a_wish_of_every_kind() {
        assertThat(wishes().map(wish -> wish.getClass().getSimpleName()).toList()).containsExactlyInAnyOrderElementsOf(
                Stream.of(ApplicationCommand.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void every_place_answers_every_wish_of_everybody(ApplicationCommand wish) {
        Set<Class<?>> answers = new HashSet<>();
        for (LocalDate day : List.of(Story.OPENS.plusDays(12), Road.NOTICE_UNTIL.plusDays(1))) {
            Road.places().forEach((place, facts) -> {
                Story known = Story.given(facts).on(day).because("because").under(wish instanceof JudgePart ? Laws.JOINT : Laws.AS_SHIPPED);
                Stream.concat(ACTORS.stream(), OTHERS.stream()).forEach(actor -> {
                    Story story = facts.isEmpty() && actor.equals("person/insider") ? known.in(null).of(null).under(null) : known;
                    Decision decision = story.asked(actor, wish);
                    answers.add(decision.getClass());
                    assertThat(take(story, actor, decision, () -> after(facts))).as(place + ": " + actor).isNotNull();
                });
            });
        }
        assertThat(answers).containsExactlyInAnyOrder(Decision.Accepted.class, Decision.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_was_accepted_before_can_be_taken_in_and_goes_on(long seed) {
        Random random = new Random(seed);
        int begun = 0;
        for (int i = 0; i < 40; i++) {
            Story story = Story.given(Road.NOTHING).because("because").under(LAWS.get(random.nextInt(LAWS.size())));
            LegalWays ways = new LegalWays();
            for (int step = 0; step < 400; step++) {
                story = story.on(LocalDate.of(2026, 10, 8).plusDays(random.nextInt(90)));
                String actor = random.nextInt(10) == 0 ? OTHERS.get(random.nextInt(OTHERS.size()))
                        : ACTORS.get(random.nextInt(ACTORS.size()));
                story = take(story, actor, story.asked(actor, Wishes.ALL.get(random.nextInt(Wishes.ALL.size()))), () -> ways);
            }
            begun += story.state() instanceof ApplicationState.None ? 0 : 1;
        }
        assertThat(begun).as("stories that began").isGreaterThan(30);
    }

    private static LegalWays after(List<Done> facts) {
        LegalWays ways = new LegalWays();
        facts.forEach(done -> ways.check(done.fact()));
        return ways;
    }

    private static Story take(Story story, String actor, Decision decision, Supplier<LegalWays> so) {
        return switch (decision) {
            case Decision.Refused _ -> story;
            case Decision.Accepted(List<Event> facts, _) -> {
                LegalWays ways = so.get();
                facts.forEach(ways::check);
                yield story.then(facts.stream().map(fact -> new Done(actor, (ApplicationEvent) fact)).toList());
            }
        };
    }
}
