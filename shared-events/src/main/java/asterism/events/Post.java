package asterism.events;

/** A post a person holds in a body; what it permits is said by the policy, never by the sign-in. */
public enum Post {
    BRANCH_SECRETARY, DESK_REVIEWER, ROUND_OFFICE, ASSESSOR, PANEL_CHAIR, COMMITTEE_SECRETARY, COMMITTEE_MEMBER, APPEAL_PANEL,
    DISCIPLINE_OFFICER, AUDITOR, ADMINISTRATOR
}
