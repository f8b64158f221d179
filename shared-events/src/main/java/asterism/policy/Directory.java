package asterism.policy;

import asterism.events.BodyEvent;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.PersonRegistered;
import asterism.events.BodyEvent.PersonalValuesErased;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyEvent.PostEnded;
import asterism.events.BodyId;
import asterism.events.BranchEvent;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.PersonId;
import asterism.events.Post;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bodies, people, posts and branches as the facts so far say. Folded in one thread, read by many. */
public final class Directory {
    private static final Comparator<BodyId> BY_ID = Comparator.comparing(BodyId::value);

    private final Map<BodyId, BodyEstablished> bodies = new ConcurrentHashMap<>();
    private final Map<BranchId, BranchRegistered> branches = new ConcurrentHashMap<>();
    private final Map<PersonId, List<Held>> posts = new ConcurrentHashMap<>();
    private final Map<BodyId, Set<BodyId>> below = new ConcurrentHashMap<>();
    private final Map<BodyId, Set<PersonId>> people = new ConcurrentHashMap<>();

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
        }
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
            case BranchesMerged _, BranchSplit _, BranchEnded _ -> { }
        }
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

    private static List<Held> joined(List<Held> before, List<Held> more) {
        return Stream.concat(before.stream(), more.stream()).toList();
    }
}
