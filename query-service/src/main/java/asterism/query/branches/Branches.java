package asterism.query.branches;

import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.Event;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row for each branch with its name and body of today. */
public final class Branches {
    public static final Table<Branch> TABLE = Table.of("branch", Branch.class, 1);
    private static final Set<Class<? extends Event>> READ = Set.of(BranchRegistered.class, BranchRenamed.class, BranchTransferred.class);

    /** A branch as lists name it. */
    public record Branch(String branch, String body, String zh, String en) {
    }

    private Branches() {
    }

    /** What a projection reads that shows names: these facts, and those besides. */
    @SafeVarargs
    public static Set<Class<? extends Event>> read(Class<? extends Event>... besides) {
        return Stream.concat(READ.stream(), Stream.of(besides)).collect(Collectors.toUnmodifiableSet());
    }

    /** Takes in a fact; one that changes no name or body changes nothing. */
    public static void fold(Event event, Rows rows) {
        switch (event) {
            case BranchRegistered branch -> rows.put(TABLE, new Branch(branch.branch().value(), branch.body().value(),
                    branch.name().zh(), branch.name().en()));
            case BranchRenamed renamed -> rows.find(TABLE, renamed.branch().value()).ifPresent(was -> rows.put(TABLE,
                    new Branch(was.branch(), was.body(), renamed.name().zh(), renamed.name().en())));
            case BranchTransferred moved -> rows.find(TABLE, moved.branch().value()).ifPresent(was -> rows.put(TABLE,
                    new Branch(was.branch(), moved.body().value(), was.zh(), was.en())));
            case Event _ -> {
            }
        }
    }
}
