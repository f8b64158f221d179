package asterism.policy;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.BodyEvent.DelegationRevoked;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyEvent.PostDelegated;
import asterism.events.BodyEvent.PostEnded;
import asterism.events.BodyEvent.QualificationEnded;
import asterism.events.BodyEvent.QualificationRecorded;
import asterism.events.BodyEvent.RelationDeclared;
import asterism.events.BodyEvent.RelationEnded;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Personal;
import asterism.events.Post;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent.BranchSplit;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody leaves a branch, and after some years may judge it. */
class DirectoryTest {
    private static final PersonId WANG = new PersonId("wang");
    private static final PersonId LI = new PersonId("li");
    private static final PersonId ZHAO = new PersonId("zhao");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final BranchId BRANCH = new BranchId("b001");
    private static final BodyId BODY = new BodyId("finance");

    @Test
    void a_former_post_counts_from_its_last_day() {
        Directory directory = new Directory();
        directory.apply(new PostAssigned(BODY, WANG, Post.BRANCH_SECRETARY, BRANCH, LocalDate.of(2019, 1, 1)));
        assertThat(directory.belongsTo(WANG, BRANCH, LocalDate.of(2030, 1, 1))).as("it lasts").isTrue();
        directory.apply(new PostEnded(BODY, WANG, Post.BRANCH_SECRETARY, BRANCH, LocalDate.of(2022, 6, 30)));
        assertThat(directory.belongsTo(WANG, BRANCH)).isTrue();
        assertThat(directory.belongsTo(WANG, BRANCH, LocalDate.of(2022, 6, 30))).isTrue();
        assertThat(directory.belongsTo(WANG, BRANCH, LocalDate.of(2022, 7, 1))).isFalse();
        assertThat(directory.belongsTo(WANG, new BranchId("b002"))).isFalse();
    }

    @Test
    void what_is_lent_is_lent_for_those_days_those_commands_and_as_long_as_the_post_is_held() {
        Directory directory = new Directory();
        directory.apply(new PostAssigned(BODY, WANG, Post.DESK_REVIEWER, null, DAY));
        directory.apply(new PostAssigned(BODY, WANG, Post.ASSESSOR, null, DAY));
        directory.apply(new PostDelegated(BODY, WANG, LI, Post.DESK_REVIEWER, null, List.of("CompleteDeskReview"), DAY, DAY.plusDays(9)));
        assertThat(directory.lent(WANG, LI, DAY, "CompleteDeskReview")).extracting(Directory.Held::post)
                .containsExactly(Post.DESK_REVIEWER);
        assertThat(directory.lent(WANG, LI, DAY, "AcceptApplication")).isEmpty();
        assertThat(directory.lent(WANG, LI, DAY.plusDays(10), "CompleteDeskReview")).isEmpty();
        assertThat(directory.lent(LI, WANG, DAY, "CompleteDeskReview")).isEmpty();
        assertThat(directory.lenders(LI, DAY)).containsExactly(WANG);
        assertThat(directory.lendsOnTo(WANG, LI, DAY, DAY)).isTrue();
        assertThat(directory.lendsOnTo(WANG, LI, DAY.plusDays(10), DAY.plusDays(20))).isFalse();
        directory.apply(new PostDelegated(BODY, LI, ZHAO, Post.AUDITOR, null, List.of(), DAY, DAY));
        assertThat(directory.lendsOnTo(WANG, ZHAO, DAY, DAY)).as("through other hands").isTrue();
        directory.apply(new PostEnded(BODY, WANG, Post.DESK_REVIEWER, null, DAY.plusDays(3)));
        assertThat(directory.lent(WANG, LI, DAY.plusDays(4), "CompleteDeskReview")).isEmpty();
        directory.apply(new DelegationRevoked(BODY, WANG, LI, Post.DESK_REVIEWER, null));
        assertThat(directory.lenders(LI, DAY)).isEmpty();
    }

    @Test
    void somebody_is_tied_by_a_post_by_what_they_declared_and_by_the_body_they_sit_in() {
        Directory directory = new Directory();
        directory.apply(new BranchRegistered(BRANCH, BODY, "agency", new Label("支部", "Branch"), DAY.minusYears(9)));
        directory.apply(new PostAssigned(BODY, WANG, Post.BRANCH_SECRETARY, BRANCH, DAY));
        directory.apply(new PostAssigned(BODY, LI, Post.ASSESSOR, null, DAY));
        assertThat(directory.tie(WANG, BRANCH, LocalDate.MIN, DAY)).contains(Tie.OWN_BRANCH);
        assertThat(directory.tie(LI, BRANCH, LocalDate.MIN, DAY)).contains(Tie.PARENT_UNIT);
        assertThat(directory.tie(ZHAO, BRANCH, LocalDate.MIN, DAY)).isEmpty();
        directory.apply(new RelationDeclared(BODY, WANG, null, ZHAO, Personal.of(WANG, "cousins")));
        assertThat(directory.tie(ZHAO, BRANCH, LocalDate.MIN, DAY)).as("both ways").contains(Tie.DECLARED_RELATION);
        directory.apply(new RelationEnded(BODY, WANG, null, ZHAO));
        assertThat(directory.tie(ZHAO, BRANCH, LocalDate.MIN, DAY)).isEmpty();
        directory.apply(new RelationDeclared(BODY, ZHAO, BRANCH, null, Personal.of(ZHAO, "my firm works for them")));
        assertThat(directory.tie(ZHAO, BRANCH, LocalDate.MIN, DAY)).contains(Tie.DECLARED_RELATION);
    }

    @Test
    void a_qualification_counts_from_its_first_day_to_its_last() {
        Directory directory = new Directory();
        directory.apply(new PostAssigned(BODY, WANG, Post.ASSESSOR, null, DAY));
        directory.apply(new QualificationRecorded(BODY, WANG, "agency", DAY, DAY.plusYears(3)));
        assertThat(directory.fields(WANG, DAY.minusDays(1))).isEmpty();
        assertThat(directory.fields(WANG, DAY.plusYears(3))).containsExactly("agency");
        directory.apply(new QualificationEnded(BODY, WANG, "agency", DAY.plusYears(1)));
        assertThat(directory.fields(WANG, DAY.plusYears(2))).isEmpty();
        assertThat(directory.all(Post.ASSESSOR, DAY)).containsExactly(WANG);
    }

    @Test
    void a_branch_knows_those_it_came_out_of_however_long_ago() {
        Directory directory = new Directory();
        LocalDate day = LocalDate.of(2026, 3, 2);
        BranchId merged = new BranchId("b100");
        BranchId part = new BranchId("b200");
        directory.apply(new BranchesMerged(merged, List.of(BRANCH, new BranchId("b002")), "Order 1", day));
        directory.apply(new BranchSplit(merged, List.of(merged, part), "Order 2", day));
        assertThat(directory.origins(part)).containsExactlyInAnyOrder(merged, BRANCH, new BranchId("b002"));
        assertThat(directory.origins(merged)).containsExactlyInAnyOrder(BRANCH, new BranchId("b002"));
        assertThat(directory.origins(BRANCH)).isEmpty();
    }
}
