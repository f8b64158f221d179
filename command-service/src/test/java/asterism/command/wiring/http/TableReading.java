package asterism.command.wiring.http;

/** For whoever tries strange tables. */
public final class TableReading {
    private TableReading() {
    }

    /** Reads a table, or turns it away. */
    public static void read(byte[] table) {
        try {
            var _ = Table.of(table);
        } catch (Trouble refused) {
            refused.problem();
        }
    }
}
