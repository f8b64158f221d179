package asterism.command.wiring.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether PostgreSQL keeps what it says it has kept. Where it does not, an acknowledged fact is lost with the power. */
public final class Durability {
    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);
    private static final String OFF = """
            select name from pg_settings
            where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name""";

    private Durability() {
    }

    /**
     * Lets nobody record facts where they may be lost.
     *
     * @param anyway somebody said in so many words that they may: then it is only logged, as an error
     * @throws NotDurable which settings are off
     */
    public static void demand(DataSource source, boolean anyway) {
        List<String> off = off(source);
        if (!off.isEmpty() && !anyway) {
            throw new NotDurable(off);
        }
        if (!off.isEmpty()) {
            LOG.error("PostgreSQL runs with {} off: what is acknowledged may be lost, as asterism.journal.may-lose-facts allows", off);
        }
    }

    private static List<String> off(DataSource source) {
        try (Connection connection = source.getConnection(); PreparedStatement ask = connection.prepareStatement(OFF);
                ResultSet found = ask.executeQuery()) {
            List<String> off = new ArrayList<>();
            while (found.next()) {
                off.add(found.getString(1));
            }
            return off;
        } catch (SQLException e) {
            throw new JournalUnavailable(false, "the database does not say whether it is durable", e);
        }
    }
}
