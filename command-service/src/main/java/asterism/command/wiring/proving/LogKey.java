package asterism.command.wiring.proving;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.Tree;
import asterism.command.wiring.keys.KeyFile;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.HouseEvent;
import asterism.events.HouseEvent.LogKeyRotated;
import asterism.events.Keys;
import asterism.events.UnreadableFact;
import asterism.journal.KeyChange;
import asterism.journal.LogKeys;
import asterism.journal.Recorded;
import asterism.journal.SigningKey;
import asterism.journal.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * The key of the log, in a file. The journal says which one signs: a key that a fact names waits beside the file from before the fact
 * was recorded, under the hash of the one that named it, and is taken on when the fact is seen, by this process or another. So no
 * crash leaves a journal that names a key which is nowhere.
 */
final class LogKey {
    private static final String NEXT = ".next-";
    private static final String ROTATED = EventTypes.nameOf(LogKeyRotated.class);

    private final Journal journal;
    private final Path file;
    private SigningKey key;
    private LogKeys keys = LogKeys.NONE;
    private long version;

    /** @param name under which the first key is made, where there is none in the file */
    LogKey(Journal journal, Path file, String name) {
        this.journal = journal;
        this.file = file;
        try {
            key = SigningKey.parse(KeyFile.readOrMake(file, () -> SigningKey.generate(name).secretText()));
        } catch (IOException e) {
            throw new UncheckedIOException("the log's key cannot be read or made", e);
        }
    }

    /**
     * The journal's tree, with the key that signs for it taken on.
     *
     * @throws Checkpoints.Broken where the journal names a key that is not here
     */
    Tree tree() {
        Tree tree;
        do {
            heard();
            tree = journal.tree();
        } while (heard());
        Optional<VerifierKey> due = keys.at(tree.size());
        if (due.isPresent() && !due.get().equals(key.verifier())) {
            takeOn(due.get());
        }
        return tree;
    }

    /** What signs for the tree that was asked for last. */
    SigningKey signing() {
        return key;
    }

    /** Which keys have signed, as far as the journal has been heard. */
    LogKeys keys() {
        return keys;
    }

    /** The key that a checkpoint of that size must be signed by. */
    VerifierKey at(long size) {
        return keys.at(size).orElse(key.verifier());
    }

    /** What the key says of the one that would be next, which waits in its file from now on. */
    KeyChange next() {
        tree();
        try {
            String next = KeyFile.readOrMake(waiting(key), () -> SigningKey.generate(key.verifier().name()).secretText());
            return KeyChange.of(key, SigningKey.parse(next).verifier());
        } catch (IOException e) {
            throw new UncheckedIOException("the log's next key cannot be read or made", e);
        }
    }

    /** Whether the journal had something new to say of keys. */
    private boolean heard() {
        long before = version;
        for (Recorded fact : journal.stream(HouseEvent.STREAM.toString(), version)) {
            if (fact.type().equals(ROTATED)) {
                keys = with(fact);
            }
            version = fact.version();
        }
        return version > before;
    }

    private LogKeys with(Recorded fact) {
        try {
            LogKeyRotated rotated = (LogKeyRotated) EventJson.read(fact.type(), fact.payload(), Keys.NONE);
            return keys.and(fact.position(), KeyChange.parse(rotated.from(), rotated.to(), rotated.statement()));
        } catch (IllegalArgumentException | UnreadableFact e) {
            throw new Checkpoints.Broken("the fact at position " + fact.position() + " is no change of the log's key: " + e.getMessage());
        }
    }

    private void takeOn(VerifierKey due) {
        try {
            SigningKey found = SigningKey.parse(Files.readString(file)); // another process may have been first
            Path waiting = waiting(found);
            if (!found.verifier().equals(due) && Files.exists(waiting)) {
                found = SigningKey.parse(Files.readString(waiting));
                if (found.verifier().equals(due)) {
                    KeyFile.replace(file, found.secretText());
                }
            }
            if (!found.verifier().equals(due)) {
                throw new Checkpoints.Broken("the journal names the key " + due + ", and it is not beside " + file);
            }
            key = found;
            forgetFormer();
        } catch (IOException e) {
            throw new UncheckedIOException("the log's next key cannot be taken on", e);
        }
    }

    /** Whatever waited to follow a key that does not sign any more, also where a crash left it. */
    private void forgetFormer() throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, file.getFileName() + NEXT + "*")) {
            for (Path each : all) {
                if (!each.getFileName().equals(waiting(key).getFileName())) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Where the successor of a key waits. */
    private Path waiting(SigningKey of) {
        return file.resolveSibling(file.getFileName() + NEXT + HexFormat.of().formatHex(of.verifier().hash()));
    }
}
