package asterism.command.wiring.proving;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.Tree;
import asterism.command.wiring.keys.KeyFile;
import asterism.journal.Checkpoint;
import asterism.journal.KeyChange;
import asterism.journal.LogKeys;
import asterism.journal.Proofs;
import asterism.journal.SignedNote;
import asterism.journal.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signs what stands. A new checkpoint is signed only over a journal that grew out of the one signed for last, which is kept on disk
 * beside the key before anybody sees it: a journal that was rewritten, cut or restored from a backup gets no signature.
 */
@Component
public class Checkpoints {
    private final Journal journal;
    private final Path kept;
    private final LogKey key;

    /** A checkpoint and the note that carries it. */
    public record Signed(Checkpoint checkpoint, SignedNote note) {
    }

    /** The journal is not the one that was signed for. */
    public static final class Broken extends RuntimeException {
        private final String sentence;

        Broken(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        /** What is wrong. */
        public String sentence() {
            return sentence;
        }
    }

    /** @param file holds the key, which is made under the log's name at the first start; the last checkpoint stands beside it */
    public Checkpoints(Journal journal, @Value("${asterism.log.key}") Path file, @Value("${asterism.log.name}") String name) {
        this.journal = journal;
        this.kept = file.resolveSibling(file.getFileName() + ".checkpoint");
        this.key = new LogKey(journal, file, name);
    }

    /** What the signatures of today can be checked with. */
    public synchronized VerifierKey key() {
        return key(key.tree().size());
    }

    /** What a checkpoint of that size is signed with. */
    public synchronized VerifierKey key(long size) {
        key.tree();
        return key.at(size);
    }

    /** How this key came to be the log's. */
    public synchronized LogKeys keys() {
        key.tree();
        return key.keys();
    }

    /** What the key that signs now says of the one that would be next. */
    public synchronized KeyChange next() {
        return key.next();
    }

    /**
     * The checkpoint of this moment: every fact it counts is durable.
     *
     * @throws Broken where the journal is not the one that was signed for last
     */
    public synchronized Signed now() {
        Tree tree = key.tree();
        Signed last = last();
        if (last != null && grew(last.checkpoint(), tree)) {
            return last;
        }
        Checkpoint checkpoint = new Checkpoint(key.signing().verifier().name(), tree.size(), tree.root());
        SignedNote note = key.signing().sign(checkpoint.text());
        try {
            KeyFile.replace(kept, note.encoded());
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint cannot be kept", e);
        }
        return new Signed(checkpoint, note);
    }

    /** Whether nothing was added at all; anything but growth is not borne. */
    private boolean grew(Checkpoint last, Tree tree) {
        if (tree.size() < last.size()) {
            throw new Broken("the journal ends with position " + tree.size() + ", and " + last.size() + " facts were signed for");
        }
        try {
            if (!Proofs.consistent(last.size(), last.root(), tree.size(), tree.root(),
                    new Proofs(journal.nodes()).consistency(last.size(), tree.size()))) {
                throw new Broken("the first " + last.size() + " facts are not those that were signed for");
            }
        } catch (IllegalStateException e) {
            throw new Broken(e.getMessage() + ", and it was signed for");
        }
        return tree.size() == last.size();
    }

    private @Nullable Signed last() {
        try {
            if (Files.notExists(kept)) {
                return null;
            }
            SignedNote note = SignedNote.parse(Files.readString(kept));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            VerifierKey signer = key.at(checkpoint.size());
            if (!note.signedBy(signer) || !checkpoint.origin().equals(signer.name())) {
                throw new Broken("the checkpoint kept beside the key is not signed by it");
            }
            return new Signed(checkpoint, note);
        } catch (IllegalArgumentException e) {
            throw new Broken("what is kept beside the key is no checkpoint: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint cannot be read", e);
        }
    }
}
