package asterism.local.demo;

import asterism.command.wiring.pack.Pack;
import asterism.events.Keys;
import asterism.events.Sha256;
import asterism.journal.Checkpoint;
import asterism.journal.Frontier;
import asterism.journal.Leaf;
import asterism.journal.LogKeys;
import asterism.journal.MerkleTree;
import asterism.journal.Proofs;
import asterism.journal.Recorded;
import asterism.journal.SignedNote;
import asterism.journal.SigningKey;
import asterism.journal.VerifierKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The three years of the county as the content of a pack, signed by a key of its own. */
public final class CountyPack implements Pack.Source {
    private static final SigningKey KEY = SigningKey.generate("stars.example.org/journal");
    private static final MemoryHouse HOUSE = played();

    private final List<Recorded> journal;

    private CountyPack(List<Recorded> journal) {
        this.journal = journal;
    }

    /** As the house's own deciders told the story. */
    public static CountyPack told() {
        return new CountyPack(HOUSE.journal(new Ring()));
    }

    /** The same from other facts, signed for all the same. */
    CountyPack with(List<Recorded> others) {
        return new CountyPack(others);
    }

    int branches() {
        return (int) journal.stream().filter(fact -> fact.type().equals("branch.registered/1")).count();
    }

    List<Recorded> journal() {
        return journal;
    }

    private static MemoryHouse played() {
        MemoryHouse house = new MemoryHouse();
        new CountyStory(house, CountyStory.LAST_YEAR).play();
        return house;
    }

    /** What the values of its facts are closed under. */
    static Keys keys() {
        return new Ring();
    }

    @Override
    public SignedNote note() {
        Frontier tree = new Frontier();
        journal.forEach(fact -> tree.add(Leaf.hash(fact)));
        return KEY.sign(new Checkpoint(KEY.verifier().name(), journal.size(), tree.root()).text());
    }

    @Override
    public VerifierKey key() {
        return KEY.verifier();
    }

    @Override
    public Optional<SignedNote> cosigned() {
        return Optional.empty();
    }

    @Override
    public LogKeys logKeys() {
        return LogKeys.NONE;
    }

    @Override
    public void facts(Consumer<Recorded> each) {
        journal.forEach(each);
    }

    @Override
    public Proofs proofs() {
        List<List<byte[]>> levels = new ArrayList<>(List.of(journal.stream().map(Leaf::hash).toList()));
        while (levels.getLast().size() > 1) {
            List<byte[]> below = levels.getLast();
            levels.add(IntStream.range(0, below.size() / 2)
                    .mapToObj(i -> MerkleTree.node(below.get(2 * i), below.get(2 * i + 1))).toList());
        }
        return new Proofs((height, index) -> levels.get(height).get((int) index));
    }

    @Override
    public Optional<String> document(String sha256) {
        return HOUSE.document(sha256);
    }

    @Override
    public void file(String sha256, OutputStream out) throws IOException {
        out.write(("file " + sha256).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    /** A key for every name, made of it. */
    private static final class Ring implements Keys {
        @Override
        public Optional<byte[]> find(String name) {
            return Optional.of(obtain(name));
        }

        @Override
        public byte[] obtain(String name) {
            return HexFormat.of().parseHex(Sha256.of(name));
        }
    }
}
