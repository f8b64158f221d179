package asterism.command;

import asterism.command.core.Command;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.DecisionId;
import asterism.events.Evidence;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.ObjectionId;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.Sha256;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command of any kind about the small world, made from its shape, so that a new one needs no hand.
 *
 * @param named the person it names, wherever it names people
 */
record Samples(PersonId named) {
    static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    static final BranchId BRANCH = new BranchId("b01");
    static final BranchId OTHER = new BranchId("b02");
    static final RoundId ROUND = new RoundId("r2026");
    static final ApplicationId APPLICATION = new ApplicationId(ROUND, BRANCH);
    static final AppealId APPEAL = new AppealId("ap-1");
    static final DecisionId AWARD = new DecisionId("d1");
    static final ObjectionId OBJECTION = new ObjectionId("o1");
    static final BodyId OFFICE = new BodyId("work-committee");
    static final Evidence EVIDENCE = new Evidence(Sha256.of("minutes"), "base", "minutes of June");
    private static final Map<String, Object> BY_NAME = Map.of("strong", OTHER, "order", List.of(BRANCH, OTHER), "of", List.of(OTHER),
            "into", List.of(BRANCH, OTHER), "ground", "veto", "quota", "five_star_share", "version", "2023",
            "surveillance", "yearly_recheck", "codes", List.of(Sha256.of("k7Qm-2xTw-9aRf-Lp3c")));
    private static final Map<Class<?>, Object> BY_TYPE = Map.ofEntries(
            Map.entry(BranchId.class, BRANCH), Map.entry(RoundId.class, ROUND), Map.entry(ApplicationId.class, APPLICATION),
            Map.entry(AppealId.class, APPEAL), Map.entry(DecisionId.class, AWARD), Map.entry(ObjectionId.class, OBJECTION),
            Map.entry(BodyId.class, OFFICE), Map.entry(SchemeId.class, new SchemeId("zoucheng-70-30")), Map.entry(Post.class, Post.AUDITOR),
            Map.entry(CalendarId.class, new CalendarId("prc-working-days")), Map.entry(Level.class, new Level("3")),
            Map.entry(LocalDate.class, TODAY), Map.entry(Instant.class, Instant.EPOCH), Map.entry(Label.class, new Label("某", "Some")),
            Map.entry(String.class, "1"), Map.entry(int.class, 2026), Map.entry(Integer.class, 3), Map.entry(boolean.class, true),
            Map.entry(Mark.class, new Mark("base", "90")),
            Map.entry(Computed.class, new Computed("RATED", new Level("3"), "r")));

    /** Every command there is. */
    static Stream<Class<? extends Command>> commands() {
        return Capabilities.all().stream().flatMap(capability -> concrete(capability.commands()));
    }

    private static Stream<Class<? extends Command>> concrete(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Samples::concrete)
                : Stream.of(type.asSubclass(Command.class));
    }

    /** It names people beside whoever asks. */
    static boolean names(Class<? extends Command> command) {
        return Arrays.stream(command.getRecordComponents()).map(RecordComponent::getGenericType)
                .anyMatch(type -> type == PersonId.class || element(type) == PersonId.class);
    }

    Command of(Class<? extends Command> command) {
        RecordComponent[] components = command.getRecordComponents();
        try {
            return command.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components).map(this::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("say in Samples what a " + command.getSimpleName() + " may look like", e);
        }
    }

    private @Nullable Object value(RecordComponent component) {
        if (component.getName().equals("other")) {
            return null; // a relation is to a branch or to another person, not to both
        }
        if (component.getName().equals("helpful")) {
            return 5; // it has a scale of its own
        }
        Object special = BY_NAME.get(component.getName());
        if (special != null && component.getType().isInstance(special)) {
            return special;
        }
        Class<?> element = element(component.getGenericType());
        if (element == PersonId.class) {
            return List.of(named, new PersonId("c1"), new PersonId("c2"));
        }
        return component.getType() != List.class ? value(component.getType()) : element == Evidence.class ? List.of(EVIDENCE)
                : List.of(value(element));
    }

    private Object value(Class<?> type) {
        if (type == PersonId.class) {
            return named;
        }
        Object value = type.isEnum() && type != Post.class ? type.getEnumConstants()[0] : BY_TYPE.get(type);
        if (value == null) {
            throw new IllegalStateException("say in Samples what a " + type.getSimpleName() + " may look like");
        }
        return value;
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> element ? element
                : Void.class;
    }
}
