package asterism.command.wiring.evidence;

import asterism.command.wiring.Lease;
import asterism.command.wiring.Mark;
import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.journal.Journal;
import asterism.journal.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes away files that were handed in and that no fact names after a while. A fact names a file by its SHA-256; whatever stands in a
 * fact and looks like one counts, so that no file a fact names can ever go.
 */
@Component
class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 1_000;
    private static final int MOST = 500;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Journal journal;
    private final JdbcClient database;
    private final TransactionTemplate wholeOrNotAtAll;
    private final HouseClock clock;
    private final Duration unnamedFor;
    private final Mark mark;
    private final Lease lease;

    Sweep(Journal journal, JdbcClient database, PlatformTransactionManager transactions, HouseClock clock,
            @Value("${asterism.evidence.unnamed-for}") Duration unnamedFor) {
        this.journal = journal;
        this.database = database;
        this.wholeOrNotAtAll = new TransactionTemplate(transactions);
        this.clock = clock;
        this.unnamedFor = unnamedFor;
        this.mark = new Mark(database, "evidence");
        this.lease = new Lease(database, "evidence-sweep");
    }

    @Scheduled(initialDelayString = "${asterism.evidence.sweep-every}", fixedDelayString = "${asterism.evidence.sweep-every}")
    void byItself() {
        if (lease.hold()) {
            int gone = sweep();
            if (gone > 0) {
                LOG.info("{} files that no fact named within {} were swept away", gone, unnamedFor);
            }
        }
    }

    /** How many files are gone. */
    int sweep() {
        note();
        Instant limit = clock.instant().minus(unnamedFor);
        int gone = 0;
        int last;
        do {
            last = takeAway(limit);
            gone += last;
        } while (last == MOST);
        return gone;
    }

    /** Marks the files that facts name, as far as the journal goes. */
    private void note() {
        List<Recorded> facts;
        do {
            facts = journal.after(mark.position(), BATCH);
            List<Recorded> batch = facts;
            if (!batch.isEmpty()) {
                wholeOrNotAtAll.executeWithoutResult(_ -> note(batch));
            }
        } while (facts.size() == BATCH);
    }

    private void note(List<Recorded> facts) {
        Set<String> named = new HashSet<>();
        facts.forEach(fact -> HASH.matcher(new String(fact.payload(), StandardCharsets.UTF_8)).results()
                .forEach(found -> named.add(found.group())));
        if (!named.isEmpty()) {
            database.sql("update evidence.file set named = true where sha256 in (:hashes) and not named")
                    .param("hashes", bytes(named)).update();
        }
        mark.move(facts.getLast().position());
    }

    /** A file that a command asks about just now is left out: it is fresh again by then. */
    private int takeAway(Instant limit) {
        Integer gone = wholeOrNotAtAll.execute(_ -> {
            List<String> old = database.sql("""
                    select encode(sha256, 'hex') from evidence.file where not named and kept_at < ? order by kept_at limit ?
                    for update skip locked""").params(limit.atOffset(ZoneOffset.UTC), MOST).query(String.class).list();
            for (String table : old.isEmpty() ? List.<String>of() : List.of("piece", "about", "file")) {
                database.sql("delete from evidence." + table + " where sha256 in (:hashes)").param("hashes", bytes(old)).update();
            }
            return old.size();
        });
        return gone == null ? 0 : gone;
    }

    private static List<byte[]> bytes(Collection<String> hashes) {
        return hashes.stream().map(HexFormat.of()::parseHex).toList();
    }
}
