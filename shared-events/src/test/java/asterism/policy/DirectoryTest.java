package asterism.policy;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyEvent.PostEnded;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.PersonId;
import asterism.events.Post;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Somebody leaves a branch, and after some years may judge it. */
class DirectoryTest {
    private static final PersonId WANG = new PersonId("wang");
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
}
