package asterism.command.wiring.keys;

import asterism.events.Keys;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys of guarded values, one for each person and each panel, wrapped by the key in the keyring file. An erased key is
 * forgotten here at once, and within a minute by every other process.
 */
@Component
public class Keyring implements Keys {
    private static final int KEY = 32;

    private final JdbcClient database;
    private final Wrapping file;
    private final Cache<String, byte[]> opened = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    Keyring(JdbcClient database, @Value("${asterism.keyring.file}") Path file) {
        this.database = database;
        this.file = new Wrapping(file);
    }

    @Override
    public Optional<byte[]> find(String name) {
        byte[] known = opened.getIfPresent(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<byte[]> key = database.sql("select wrapped from keyring.key where name = ? and wrapped is not null").param(name)
                .query((row, _) -> file.unwrap(name, row.getBytes(1))).optional();
        key.ifPresent(found -> opened.put(name, found));
        return key;
    }

    /** @throws KeyErased if it was erased: nothing new is written under it */
    @Override
    public byte[] obtain(String name) {
        return find(name).orElseGet(() -> {
            database.sql("insert into keyring.key (name, wrapped) values (?, ?) on conflict do nothing")
                    .param(name).param(file.wrap(name, file.random(KEY))).update();
            return find(name).orElseThrow(() -> new KeyErased(name));
        });
    }

    /** Erases a key for good, and every value under it. */
    public void erase(String name) {
        database.sql("""
                insert into keyring.key (name, erased_at) values (?, now())
                on conflict (name) do update set wrapped = null, erased_at = coalesce(keyring.key.erased_at, now())""")
                .param(name).update();
        opened.invalidate(name);
    }

    /** The key was erased, at the wish of the person or by the rules: nothing can be written under it any more. */
    public static final class KeyErased extends IllegalStateException {
        KeyErased(String name) {
            super("the key " + name + " was erased");
        }
    }
}
