package asterism.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What happened to a branch as an organisation; its star is in {@link StandingEvent}. */
public sealed interface BranchEvent extends Event {

    BranchId branch();

    @Override
    default StreamId stream() {
        return StreamId.of(branch());
    }

    @Override
    default Optional<BranchId> about() {
        return Optional.of(branch());
    }

    /**
     * @param body the body it is subordinate to
     * @param kind kind of unit in the scheme, which selects the rubric
     */
    @Wire("branch.registered/1")
    record BranchRegistered(BranchId branch, BodyId body, @Open String kind, Label name, LocalDate foundedOn) implements BranchEvent {

        /** The same branch by another name. */
        public BranchRegistered renamed(Label other) {
            return new BranchRegistered(branch, body, kind, other, foundedOn);
        }

        /** The same branch under another body. */
        public BranchRegistered under(BodyId other) {
            return new BranchRegistered(branch, other, kind, name, foundedOn);
        }
    }

    /** How agencies are reorganised; a scheme's procedure says of each what becomes of the star. */
    enum Reorganisation { RENAME, MERGE, SPLIT, TRANSFER, ABOLISH }

    /** A reorganisation, by an order of the body above. What was true before stays true of the days before. */
    sealed interface Reorganised extends BranchEvent {

        /** Reference of the order, such as {@code 县机组〔2025〕12号}. */
        String approval();

        /** First day. */
        LocalDate from();

        @Override
        default LocalDate effectiveOn(LocalDate today) {
            return from();
        }
    }

    @Wire("branch.renamed/1")
    record BranchRenamed(BranchId branch, Label name, @Open String approval, LocalDate from) implements Reorganised {
    }

    /** @param body the body it is subordinate to from now on */
    @Wire("branch.transferred/1")
    record BranchTransferred(BranchId branch, BodyId body, @Open String approval, LocalDate from) implements Reorganised {
    }

    /**
     * Branches become one.
     *
     * @param branch the one that goes on
     * @param of     those that end in it
     */
    @Wire("branch.merged/1")
    record BranchesMerged(BranchId branch, List<BranchId> of, @Open String approval, LocalDate from) implements Reorganised {
    }

    /**
     * A branch becomes several.
     *
     * @param into those it becomes, each registered before; may hold the branch itself where it goes on
     */
    @Wire("branch.split/1")
    record BranchSplit(BranchId branch, List<BranchId> into, @Open String approval, LocalDate from) implements Reorganised {
    }

    /**
     * A branch is no more.
     *
     * @param because    merged into another, split, or abolished
     * @param successors those it goes on in
     * @param underway   its applications that had not come to an end
     */
    @Wire("branch.ended/1")
    record BranchEnded(BranchId branch, Reorganisation because, List<BranchId> successors, List<ApplicationId> underway,
                       @Open String approval, LocalDate from) implements Reorganised {
    }

    /**
     * Appeals of a branch that is no more are not answered yet.
     *
     * @param successors those the branch goes on in
     */
    @Wire("branch.appeals-left/1")
    record AppealsLeft(BranchId branch, List<AppealId> appeals, List<BranchId> successors) implements BranchEvent {
    }
}
