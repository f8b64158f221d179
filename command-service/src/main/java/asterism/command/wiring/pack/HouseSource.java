package asterism.command.wiring.pack;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.proving.Checkpoints;
import asterism.command.wiring.proving.Cosignatures;
import asterism.journal.Checkpoint;
import asterism.journal.LogKeys;
import asterism.journal.Proofs;
import asterism.journal.Recorded;
import asterism.journal.SignedNote;
import asterism.journal.VerifierKey;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A pack's content as a house has it, as of the checkpoint of the moment this was made. */
public final class HouseSource implements Pack.Source {
    private final Journal journal;
    private final Checkpoints.Signed signed;
    private final LogKeys keys;
    private final VerifierKey key;
    private final Optional<SignedNote> cosigned;
    private final Function<String, Optional<String>> documents;
    private final Files files;
    private final ZoneId zone;

    /** Where the bytes of a file are. */
    @FunctionalInterface
    public interface Files {
        void copy(String sha256, OutputStream out) throws IOException;
    }

    /** @throws Checkpoints.Broken where the journal is not the one that was signed for */
    public HouseSource(Journal journal, Checkpoints checkpoints, Cosignatures cosignatures,
                       Function<String, Optional<String>> documents, Files files, ZoneId zone) {
        this.journal = journal;
        this.signed = checkpoints.now();
        long size = signed.checkpoint().size();
        this.keys = checkpoints.keys().upTo(size);
        this.key = checkpoints.key(size);
        this.cosigned = cosignatures.newest().filter(note -> Checkpoint.parse(note.text()).size() <= size);
        this.documents = documents;
        this.files = files;
        this.zone = zone;
    }

    @Override
    public SignedNote note() {
        return signed.note();
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public Optional<SignedNote> cosigned() {
        return cosigned;
    }

    @Override
    public LogKeys logKeys() {
        return keys;
    }

    @Override
    public void facts(Consumer<Recorded> each) {
        long last = signed.checkpoint().size();
        journal.copyOut(0, fact -> {
            if (fact.position() <= last) {
                each.accept(fact);
            }
        });
    }

    @Override
    public Proofs proofs() {
        return new Proofs(journal.nodes());
    }

    @Override
    public Optional<String> document(String sha256) {
        return documents.apply(sha256);
    }

    @Override
    public void file(String sha256, OutputStream out) throws IOException {
        files.copy(sha256, out);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }
}
