package asterism.command.wiring.evidence;

import asterism.command.wiring.clock.HouseClock;
import asterism.events.BranchId;
import asterism.events.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files kept in PostgreSQL, each once however often it is handed in. */
@Component
public class EvidenceFiles {
    private static final int PIECE_BYTES = 256 << 10;
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient database;
    private final TransactionTemplate wholeOrNotAtAll;
    private final HouseClock clock;

    EvidenceFiles(JdbcClient database, PlatformTransactionManager transactions, HouseClock clock) {
        this.database = database;
        this.clock = clock;
        this.wholeOrNotAtAll = new TransactionTemplate(transactions);
    }

    /**
     * A file that is kept.
     *
     * @param sha256    of its bytes, 64 hexadecimal digits
     * @param size      in bytes
     * @param mediaType what its content says it is, whatever its name says
     */
    public record Kept(String sha256, long size, String mediaType) {
    }

    /**
     * Keeps a file as one about that branch, durably, before this returns.
     *
     * @return whether it is new there
     */
    boolean keep(BranchId branch, Received file, String mediaType, String by, Instant now) {
        byte[] sha256 = HEX.parseHex(file.sha256());
        return Boolean.TRUE.equals(wholeOrNotAtAll.execute(_ -> {
            boolean unknown = !freshened(sha256, now) && database.sql("""
                    insert into evidence.file (sha256, size, media_type, kept_at) values (?, ?, ?, ?) on conflict do nothing""")
                    .params(sha256, file.size(), mediaType, now.atOffset(ZoneOffset.UTC)).update() == 1;
            if (unknown) {
                pieces(sha256, file);
            }
            return database.sql("insert into evidence.about (branch, sha256, kept_by, kept_at) values (?, ?, ?, ?) on conflict do nothing")
                    .params(branch.value(), sha256, by, now.atOffset(ZoneOffset.UTC)).update() == 1;
        }));
    }

    /** Whoever hands a file in again, or is about to name it, has all the time there is to do so. */
    private boolean freshened(byte[] sha256, Instant now) {
        return database.sql("update evidence.file set kept_at = ? where sha256 = ?").params(now.atOffset(ZoneOffset.UTC), sha256)
                .update() == 1;
    }

    private void pieces(byte[] sha256, Received file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] piece = in.readNBytes(PIECE_BYTES);
            for (int number = 0; piece.length > 0; number++) {
                database.sql("insert into evidence.piece (sha256, number, bytes) values (?, ?, ?)").params(sha256, number, piece).update();
                piece = in.readNBytes(PIECE_BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of that hash, where one about that branch is kept. */
    Optional<Kept> find(BranchId branch, String sha256) {
        return database.sql("""
                select encode(sha256, 'hex') as sha256, size, media_type from evidence.file join evidence.about using (sha256)
                where branch = ? and sha256 = ?""").params(branch.value(), HEX.parseHex(sha256)).query(Kept.class).optional();
    }

    /** Writes the bytes of a file that is kept, piece by piece: no transaction waits for a slow reader. */
    public void copy(String sha256, OutputStream out) throws IOException {
        copy(database, sha256, out);
    }

    /** The same for whoever has the database of a house that does not run. */
    public static void copy(JdbcClient database, String sha256, OutputStream out) throws IOException {
        byte[] key = HEX.parseHex(sha256);
        for (int number = 0; ; number++) {
            Optional<byte[]> piece = database.sql("select bytes from evidence.piece where sha256 = ? and number = ?").params(key, number)
                    .query(byte[].class).optional();
            if (piece.isEmpty()) {
                return;
            }
            out.write(piece.get());
        }
    }

    /** The place in the list of the first file that is not kept as one about that branch; the others stay for a while from now. */
    public Optional<Integer> firstUnknown(BranchId branch, List<Evidence> evidence) {
        evidence.forEach(file -> freshened(HEX.parseHex(file.sha256()), clock.instant()));
        return IntStream.range(0, evidence.size()).boxed().filter(i -> find(branch, evidence.get(i).sha256()).isEmpty()).findFirst();
    }
}
