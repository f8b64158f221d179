package asterism.command.wiring.journal;

import java.sql.SQLException;

/** What a failed statement says about the journal. */
enum Trouble {
    /** A unique constraint held: somebody else was there first. */
    COLLIDED,
    /** PostgreSQL will not store a value; repeating does not help. */
    REFUSED,
    /** The server said no, and wrote nothing; later it may say yes. */
    DENIED,
    /** The session broke: what it was about may have been done. */
    BROKEN;

    static Trouble of(SQLException e) {
        var state = e.getSQLState();
        if (state == null || state.length() < 2) {
            return BROKEN;
        }
        if (state.equals("23505")) {
            return COLLIDED;
        }
        return switch (state.substring(0, 2)) {
            case "22", "23", "54" -> REFUSED;
            case "25", "28", "3D", "40", "42", "53", "55" -> DENIED;
            default -> state.equals("57014") ? DENIED : BROKEN;
        };
    }
}
