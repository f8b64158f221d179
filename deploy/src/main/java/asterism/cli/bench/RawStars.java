package asterism.cli.bench;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fold of the raw line and of Axon's processor, with its state at hand: each kind of row that the product makes, once. */
final class RawStars {
    static final String TABLES = """
            create table if not exists applied (one boolean primary key default true, position bigint not null);
            create table if not exists entry (branch text, seq int, because text, level text, from_day date, position bigint,
                primary key (branch, seq));
            create table if not exists star (branch text, from_day date, until_day date, level text, because text,
                primary key (branch, from_day));
            create table if not exists stretch (branch text, known_from bigint, from_day date, known_to bigint, until_day date,
                level text, because text, primary key (branch, known_from, from_day));
            create table if not exists line (branch text, position bigint, type text, actor text, recorded_at timestamptz, level text,
                primary key (branch, position));
            insert into applied (position) values (0) on conflict do nothing""";
    private final Map<String, Held> held = new HashMap<>();

    /** The star a branch holds, as its latest grant says. */
    record Held(int seq, String from, String level, String because, String at) {
    }

    /** A star that was granted, and who recorded that when. */
    record Granted(String branch, String from, String level, String decision, long position, String type, String actor, String time) {
    }

    /** Takes the rows of a table, whose first cells are its key. */
    @FunctionalInterface
    interface Into {
        void put(String table, int keys, @Nullable String... cells);
    }

    void fold(Granted granted, RawRows rows) {
        standing(granted.branch(), settled(granted, rows::put), rows::put);
        rows.at(granted.position());
    }

    /** Writes what no later star of the branch changes any more, and answers with the one that is held now. */
    Held settled(Granted granted, Into rows) {
        var branch = granted.branch();
        var before = held.get(branch);
        var at = Long.toString(granted.position());
        var now = new Held(before == null ? 1 : before.seq() + 1, granted.from(), granted.level(), granted.decision(), at);
        rows.put("entry", 2, branch, Integer.toString(now.seq()), now.because(), now.level(), now.from(), at);
        if (before != null) {
            rows.put("star", 2, branch, before.from(), now.from(), before.level(), before.because());
            rows.put("stretch", 3, branch, before.at(), before.from(), at, null, before.level(), before.because());
            rows.put("stretch", 3, branch, at, before.from(), null, now.from(), before.level(), before.because());
        }
        rows.put("line", 2, branch, at, granted.type(), granted.actor(), granted.time(), now.level());
        held.put(branch, now);
        return now;
    }

    /** Writes the stars that are held now. */
    void standing(Into rows) {
        held.forEach((branch, now) -> standing(branch, now, rows));
    }

    private static void standing(String branch, Held now, Into rows) {
        rows.put("star", 2, branch, now.from(), null, now.level(), now.because());
        rows.put("stretch", 3, branch, now.at(), now.from(), null, null, now.level(), now.because());
    }
}
