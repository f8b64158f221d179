package asterism.command.wiring.keys;

import asterism.events.Sha256;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Long texts that facts name by their SHA-256: kept once, before the fact, and never changed. */
@Component
public class Documents {
    private static final int MOST_CACHED = 16 << 20;

    private final JdbcClient database;
    private final Cache<String, String> recent =
            Caffeine.newBuilder().maximumWeight(MOST_CACHED).weigher((String _, String text) -> text.length()).build();

    Documents(JdbcClient database) {
        this.database = database;
    }

    /** The text of that hash, where it is kept. */
    public Optional<String> find(String sha256) {
        String known = recent.getIfPresent(sha256);
        return known != null ? Optional.of(known)
                : database.sql("select text from desk.document where sha256 = ?").param(HexFormat.of().parseHex(sha256))
                        .query(String.class).optional().map(text -> {
                            recent.put(sha256, text);
                            return text;
                        });
    }

    /** Keeps a text, durably, before this returns. */
    public void keep(String text) {
        String sha256 = Sha256.of(text);
        database.sql("insert into desk.document (sha256, text) values (?, ?) on conflict do nothing")
                .param(HexFormat.of().parseHex(sha256)).param(text).update();
        recent.put(sha256, text);
    }
}
