package asterism.command.wiring.proving;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.keys.KeyFile;
import asterism.journal.Checkpoint;
import asterism.journal.Proofs;
import asterism.journal.SignedNote;
import asterism.journal.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What witnesses say of a checkpoint: C2SP tlog-cosignature. The newest checkpoint that a witness has cosigned is kept beside the key with
 * all who cosigned it. Nothing waits for witnesses.
 */
@Component
public class Cosignatures {
    private final Checkpoints checkpoints;
    private final Journal journal;
    private final List<VerifierKey> witnesses;
    private final Path kept;

    /** Why a cosignature is not taken. */
    static final class Not extends RuntimeException {
        private final String code;

        Not(String code, String sentence) {
            super(sentence);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * @param file      of the log's key
     * @param witnesses verifier keys of those whose cosignatures are taken
     */
    public Cosignatures(Checkpoints checkpoints, Journal journal, @Value("${asterism.log.key}") Path file,
                 @Value("${asterism.log.witnesses}") List<String> witnesses) {
        this.checkpoints = checkpoints;
        this.journal = journal;
        this.witnesses = witnesses.stream().map(VerifierKey::parse).toList();
        this.kept = file.resolveSibling(file.getFileName() + ".cosigned");
    }

    /** The newest cosigned checkpoint. */
    public synchronized Optional<SignedNote> newest() {
        try {
            return Files.exists(kept) ? Optional.of(SignedNote.parse(Files.readString(kept))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the cosigned checkpoint cannot be read", e);
        }
    }

    /**
     * Takes what a witness signed; returns what is published now.
     *
     * @param text a checkpoint of this log as it was published, with the witness's line below
     * @throws Not where it is none, or no witness that is known here signed it
     */
    synchronized SignedNote add(String text) {
        SignedNote given = parse(text);
        Checkpoint checkpoint = ours(given);
        List<SignedNote.Signature> lines = given.signatures().stream()
                .filter(line -> witnesses.stream().anyMatch(witness -> alone(given, line).signedBy(witness))).toList();
        if (lines.isEmpty()) {
            throw new Not("cosignature.unknown-witness", "no witness that is known here signed this checkpoint");
        }
        Optional<SignedNote> before = newest();
        long size = before.map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
        if (checkpoint.size() < size) {
            throw new Not("cosignature.late", "a checkpoint of " + size + " facts is cosigned already");
        }
        SignedNote note = before.filter(same -> same.text().equals(given.text())).orElseGet(() -> signed(given, checkpoint));
        for (SignedNote.Signature line : lines) {
            boolean there = note.signatures().stream().anyMatch(other -> other.name().equals(line.name())
                    && Arrays.equals(other.keyHash(), line.keyHash()));
            note = there ? note : note.and(line);
        }
        keep(note);
        return note;
    }

    private static SignedNote parse(String text) {
        try {
            return SignedNote.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Not("cosignature.malformed", String.valueOf(e.getMessage()));
        }
    }

    /** That the log stands by it: its key signed it, and the first so many facts still have that root. */
    private Checkpoint ours(SignedNote given) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(given.text());
            boolean stands = given.signedBy(checkpoints.key(checkpoint.size()))
                    && checkpoint.size() <= checkpoints.now().checkpoint().size()
                    && Arrays.equals(new Proofs(journal.nodes()).root(checkpoint.size()), checkpoint.root());
            if (!stands) {
                throw new Not("cosignature.not-ours", "this is no checkpoint of this log");
            }
            return checkpoint;
        } catch (IllegalArgumentException e) {
            throw new Not("cosignature.malformed", String.valueOf(e.getMessage()));
        }
    }

    /** With the log's own line alone. */
    private SignedNote signed(SignedNote given, Checkpoint checkpoint) {
        VerifierKey log = checkpoints.key(checkpoint.size());
        return new SignedNote(given.text(), given.signatures().stream().filter(line -> alone(given, line).signedBy(log)).limit(1).toList());
    }

    private static SignedNote alone(SignedNote note, SignedNote.Signature line) {
        return new SignedNote(note.text(), List.of(line));
    }

    private void keep(SignedNote note) {
        try {
            KeyFile.replace(kept, note.encoded());
        } catch (IOException e) {
            throw new UncheckedIOException("the cosigned checkpoint cannot be kept", e);
        }
    }
}
