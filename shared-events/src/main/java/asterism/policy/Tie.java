package asterism.policy;

/** What ties somebody to a branch, so that they stand back from judging it. The first that is found counts. */
public enum Tie {
    /** They hold a post in the branch, or held one until not long ago. */
    OWN_BRANCH,
    /** They declared a tie to the branch, or to somebody of the branch. */
    DECLARED_RELATION,
    /** They hold a post in the very body the branch belongs to: no bar to leading it, one to marking it. */
    PARENT_UNIT
}
