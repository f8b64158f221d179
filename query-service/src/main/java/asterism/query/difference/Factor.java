package asterism.query.difference;

/** What may make the difference between two stars. */
public enum Factor {
    /** What the visit and the survey established, and what assessors who judged both times gave. */
    PERFORMANCE,
    /** Other assessors, as far as those who judged both times tell how they differ. */
    PANEL,
    /** What the moderator replaced. */
    MODERATION,
    /** Another scheme, or another version of it. */
    SCHEME,
    /** The level held before, where the scheme looks back. */
    PRIOR_LEVEL,
    /** The figures of both cases cannot be mixed, so what they and the scheme did cannot be told apart. */
    TOGETHER,
    /** It was rated at one of the two times alone, or the case is not among the facts. */
    RATING,
    /** Seats of the round. */
    QUOTA,
    /** The deciding body departed from what came out. */
    DEPARTURE,
    /** A decision between the rounds: downgrade, suspension, reinstatement, withdrawal, a provisional level. */
    RULING,
    /** The star's last day. */
    EXPIRY,
    /** A merger, a split, or another reorganisation. */
    REORGANISATION,
    /** An appeal that struck a decision out. */
    APPEAL
}
