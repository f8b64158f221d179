package asterism.policy;

import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.DelegationRevoked;
import asterism.events.BodyEvent.PersonRegistered;
import asterism.events.BodyEvent.PersonalValuesErased;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyEvent.PostDelegated;
import asterism.events.BodyEvent.PostEnded;
import asterism.events.BodyEvent.QualificationEnded;
import asterism.events.BodyEvent.QualificationRecorded;
import asterism.events.BodyEvent.RelationDeclared;
import asterism.events.BodyEvent.RelationEnded;
import asterism.events.BodyEvent;
import asterism.events.BodyId;
import asterism.events.BranchEvent.AppealsLeft;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Post;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bodies, people, posts and branches as the facts so far say. Folded in one thread, read by many. */
public final class Directory {
    private static final Comparator<BodyId> BY_ID = Comparator.comparing(BodyId::value);

    private final Map<BodyId, BodyEstablished> bodies = new ConcurrentHashMap<>();
    private final Map<BranchId, BranchRegistered> branches = new ConcurrentHashMap<>();
    private final Map<BranchId, Set<BranchId>> origins = new ConcurrentHashMap<>();
    private final Map<PersonId, List<Held>> posts = new ConcurrentHashMap<>();
    private final Map<BodyId, Set<BodyId>> below = new ConcurrentHashMap<>();
    private final Map<BodyId, Set<PersonId>> people = new ConcurrentHashMap<>();
    private final Map<PersonId, List<PostDelegated>> lent = new ConcurrentHashMap<>();
    private final Map<PersonId, List<Field>> fields = new ConcurrentHashMap<>();
    private final Map<PersonId, Set<PersonId>> others = new ConcurrentHashMap<>();
    private final Map<PersonId, Set<BranchId>> related = new ConcurrentHashMap<>();

    /**
     * A post somebody holds or held.
     *
     * @param branch where the post is in a branch
     * @param until  last day; none while it lasts
     */
    public record Held(Post post, BodyId body, @Nullable BranchId branch, LocalDate from, @Nullable LocalDate until) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** What somebody is able to judge, from one day to another. */
    private record Field(BodyId body, String name, LocalDate from, @Nullable LocalDate until) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** Takes in a fact; facts that say nothing of bodies, people or branches change nothing. */
    public void apply(Event event) {
        if (event instanceof BodyEvent body) {
            apply(body);
        } else if (event instanceof BranchEvent branch) {
            apply(branch);
        }
    }

    private void apply(BodyEvent event) {
        switch (event) {
            case BodyEstablished body -> established(body);
            case PersonRegistered person -> posts.putIfAbsent(person.person(), List.of());
            case PostAssigned post -> assigned(post);
            case PostEnded ended -> posts.computeIfPresent(ended.person(), (_, held) -> held.stream()
                    .map(post -> post.post() == ended.post() && post.body().equals(ended.body()) && post.until() == null
                            ? new Held(post.post(), post.body(), post.branch(), post.from(), ended.until()) : post)
                    .toList());
            case PersonalValuesErased _ -> { }
            case PostDelegated given -> lent.merge(given.person(), List.of(given), Directory::joined);
            case DelegationRevoked back -> lent.computeIfPresent(back.person(), (_, given) -> given.stream()
                    .filter(one -> !(one.to().equals(back.to()) && isOf(one, back.body(), back.post(), back.branch()))).toList());
            case QualificationRecorded able -> fields.merge(able.person(),
                    List.of(new Field(able.body(), able.field(), able.from(), able.until())), Directory::joined);
            case QualificationEnded ended -> fields.computeIfPresent(ended.person(), (_, able) -> able.stream()
                    .map(field -> field.body().equals(ended.body()) && field.name().equals(ended.field()) && field.on(ended.until())
                            ? new Field(field.body(), field.name(), field.from(), ended.until()) : field).toList());
            case RelationDeclared tie -> tied(tie.person(), tie.branch(), tie.other(), Set::add, Set::add);
            case RelationEnded tie -> tied(tie.person(), tie.branch(), tie.other(), Set::remove, Set::remove);
        }
    }

    /** A tie between people holds both ways. */
    private void tied(PersonId person, @Nullable BranchId branch, @Nullable PersonId other,
            BiConsumer<Set<BranchId>, BranchId> toBranch, BiConsumer<Set<PersonId>, PersonId> toPerson) {
        if (branch != null) {
            toBranch.accept(related.computeIfAbsent(person, _ -> ConcurrentHashMap.newKeySet()), branch);
        }
        if (other != null) {
            toPerson.accept(others.computeIfAbsent(person, _ -> ConcurrentHashMap.newKeySet()), other);
            toPerson.accept(others.computeIfAbsent(other, _ -> ConcurrentHashMap.newKeySet()), person);
        }
    }

    private static boolean isOf(PostDelegated one, BodyId body, Post post, @Nullable BranchId branch) {
        return one.body().equals(body) && one.post() == post && Objects.equals(one.branch(), branch);
    }

    private void established(BodyEstablished body) {
        bodies.put(body.body(), body);
        if (body.parent() != null) {
            below.computeIfAbsent(body.parent(), _ -> new ConcurrentSkipListSet<>(BY_ID)).add(body.body());
        }
    }

    private void assigned(PostAssigned post) {
        posts.merge(post.person(), List.of(new Held(post.post(), post.body(), post.branch(), post.from(), null)), Directory::joined);
        people.computeIfAbsent(post.body(), _ -> ConcurrentHashMap.newKeySet()).add(post.person());
    }

    private void apply(BranchEvent event) {
        switch (event) {
            case BranchRegistered branch -> branches.put(branch.branch(), branch);
            case BranchRenamed renamed -> branches.computeIfPresent(renamed.branch(), (_, was) -> was.renamed(renamed.name()));
            case BranchTransferred moved -> branches.computeIfPresent(moved.branch(), (_, was) -> was.under(moved.body()));
            case BranchesMerged merged -> cameFrom(merged.branch(), merged.of());
            case BranchSplit split -> split.into().forEach(part -> cameFrom(part, List.of(split.branch())));
            case BranchEnded _, AppealsLeft _ -> { }
        }
    }

    private void cameFrom(BranchId branch, List<BranchId> of) {
        of.stream().filter(origin -> !origin.equals(branch))
                .forEach(origin -> origins.computeIfAbsent(branch, _ -> ConcurrentHashMap.newKeySet()).add(origin));
    }

    /** The branches that one came out of by mergers and splits, however long ago; in no order. */
    public Set<BranchId> origins(BranchId branch) {
        Set<BranchId> all = new HashSet<>();
        Deque<BranchId> left = new ArrayDeque<>(List.of(branch));
        while (!left.isEmpty()) {
            origins.getOrDefault(left.pop(), Set.of()).stream().filter(all::add).forEach(left::push);
        }
        all.remove(branch);
        return all;
    }

    public boolean knows(PersonId person) {
        return posts.containsKey(person);
    }

    /** All posts a person holds or held, in the order they were assigned. */
    public List<Held> everHeld(PersonId person) {
        return posts.getOrDefault(person, List.of());
    }

    /** The posts a person holds on a day. */
    public List<Held> held(PersonId person, LocalDate day) {
        return everHeld(person).stream().filter(post -> post.on(day)).toList();
    }

    public boolean holds(PersonId person, Post post, LocalDate day) {
        return held(person, day).stream().anyMatch(held -> held.post() == post);
    }

    /** What a branch is called; its id where none of that id is known. */
    public Label name(BranchId branch) {
        return branch(branch).map(BranchRegistered::name).orElseGet(() -> new Label(branch.value(), branch.value()));
    }

    public Optional<BranchRegistered> branch(BranchId branch) {
        return Optional.ofNullable(branches.get(branch));
    }

    public Optional<BodyEstablished> body(BodyId body) {
        return Optional.ofNullable(bodies.get(body));
    }

    /** The body and all bodies above it, nearest first. */
    public Stream<BodyId> upward(BodyId from) {
        return Stream.iterate(body(from), Optional::isPresent, here -> here.flatMap(body -> Optional.ofNullable(body.parent()))
                .flatMap(this::body)).flatMap(Optional::stream).map(BodyEstablished::body);
    }

    /** The bodies directly under that body, by id. */
    public Stream<BodyId> below(BodyId body) {
        return below.getOrDefault(body, Set.of()).stream();
    }

    /** Who holds one of these posts in that body on a day. */
    public Set<PersonId> holders(BodyId body, Set<Post> sought, LocalDate day) {
        return people.getOrDefault(body, Set.of()).stream()
                .filter(person -> held(person, day).stream().anyMatch(held -> held.body().equals(body) && sought.contains(held.post())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who holds that post anywhere on a day, by id. */
    public List<PersonId> holders(Post post, LocalDate day) {
        return posts.keySet().stream().filter(person -> holds(person, post, day)).sorted(Comparator.comparing(PersonId::value)).toList();
    }

    /** The body the branch belongs to is that body, or stands under it. */
    public boolean isUnder(BranchId branch, BodyId body) {
        return branch(branch).stream().flatMap(registered -> upward(registered.body())).anyMatch(body::equals);
    }

    /** The person holds or held a post in that branch. */
    public boolean belongsTo(PersonId person, BranchId branch) {
        return belongsTo(person, branch, LocalDate.MIN);
    }

    /** Whether somebody holds a post in the branch, or held one on that day or later. */
    public boolean belongsTo(PersonId person, BranchId branch, LocalDate since) {
        return everHeld(person).stream()
                .anyMatch(post -> branch.equals(post.branch()) && (post.until() == null || !post.until().isBefore(since)));
    }

    /** What ties somebody to a branch; a post in it that ended before {@code since} does not. */
    public Optional<Tie> tie(PersonId person, BranchId branch, LocalDate since, LocalDate day) {
        if (belongsTo(person, branch, since)) {
            return Optional.of(Tie.OWN_BRANCH);
        }
        if (related.getOrDefault(person, Set.of()).contains(branch)
                || others.getOrDefault(person, Set.of()).stream().anyMatch(other -> belongsTo(other, branch, since))) {
            return Optional.of(Tie.DECLARED_RELATION);
        }
        Optional<BodyId> body = branch(branch).map(BranchRegistered::body);
        return held(person, day).stream().anyMatch(post -> body.equals(Optional.of(post.body())))
                ? Optional.of(Tie.PARENT_UNIT) : Optional.empty();
    }

    /** The posts in which somebody may act on behalf of another on a day, where the command is among what was let. */
    public List<Held> lent(PersonId by, PersonId to, LocalDate day, String command) {
        List<PostDelegated> given = lent.getOrDefault(by, List.of()).stream()
                .filter(one -> one.to().equals(to) && !day.isBefore(one.from()) && !day.isAfter(one.until()))
                .filter(one -> one.commands().isEmpty() || one.commands().contains(command)).toList();
        return held(by, day).stream()
                .filter(post -> given.stream().anyMatch(one -> isOf(one, post.body(), post.post(), post.branch()))).toList();
    }

    /** On whose behalf somebody may act on a day. */
    public Set<PersonId> lenders(PersonId to, LocalDate day) {
        return lent.values().stream().flatMap(List::stream)
                .filter(one -> one.to().equals(to) && !day.isBefore(one.from()) && !day.isAfter(one.until()))
                .map(PostDelegated::person).collect(Collectors.toUnmodifiableSet());
    }

    /** Somebody's powers come back to another, through however many hands, at some time between these days. */
    public boolean lendsOnTo(PersonId by, PersonId to, LocalDate from, LocalDate until) {
        Set<PersonId> seen = new HashSet<>(Set.of(by));
        Deque<PersonId> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            lent.getOrDefault(next.remove(), List.of()).stream()
                    .filter(one -> !one.until().isBefore(from) && !one.from().isAfter(until))
                    .map(PostDelegated::to).filter(seen::add).forEach(next::add);
        }
        return seen.contains(to);
    }

    /** What somebody is able to judge on a day, by the codes of the schemes. */
    public Set<String> fields(PersonId person, LocalDate day) {
        return fields.getOrDefault(person, List.of()).stream().filter(field -> field.on(day)).map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody who holds that post somewhere on a day, by id. */
    public List<PersonId> all(Post post, LocalDate day) {
        return posts.keySet().stream().filter(person -> holds(person, post, day)).sorted(Comparator.comparing(PersonId::value)).toList();
    }

    private static <T> List<T> joined(List<T> before, List<T> more) {
        return Stream.concat(before.stream(), more.stream()).toList();
    }
}
