package asterism.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each reader takes what it knows, what was found once, and those changed at random; {@code -Dfuzz.seed} plays the same again,
 * {@code -Dfuzz.rounds} longer. {@code -Pfuzz} lets Jazzer look instead, for {@code -Dfuzz.seconds} each; what it finds is kept as a file
 * below {@code fuzz/} in the resources.
 */
class FuzzedTest {

    @ParameterizedTest
    @EnumSource
    @Tag("B10")
    @Tag("B16")
    void whateverComesInAReaderAnswersOrRefuses(Target target) throws IOException, InterruptedException {
        if (Boolean.getBoolean("fuzz")) {
            assertThat(Jazzer.run(target, Integer.getInteger("fuzz.seconds", 60))).isEmpty();
            return;
        }
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        List<byte[]> inputs = Stream.concat(target.known().stream(), target.found().stream()).toList();
        for (byte[] input : inputs) {
            assertThatCode(() -> target.take(input)).doesNotThrowAnyException();
        }
        for (int round = 0; round < Integer.getInteger("fuzz.rounds", 150); round++) {
            int which = round;
            byte[] changed = changed(inputs.get(random.nextInt(inputs.size())), inputs.get(random.nextInt(inputs.size())), random);
            assertThatCode(() -> target.take(changed)).as("seed %d, round %d", seed, which).doesNotThrowAnyException();
        }
    }

    /** Bytes set, taken out, doubled, or taken from another input. */
    private static byte[] changed(byte[] input, byte[] other, Random random) {
        byte[] changed = input.clone();
        for (int i = random.nextInt(8); i >= 0 && changed.length > 0; i--) {
            int at = random.nextInt(changed.length);
            int length = random.nextInt(Math.min(32, changed.length - at) + 1);
            changed = switch (random.nextInt(4)) {
                case 0 -> joined(changed, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
                case 1 -> joined(changed, at, new byte[0], at + length);
                case 2 -> joined(changed, at, piece(changed, at, length), at);
                default -> joined(changed, at, other.length == 0 ? other
                        : piece(other, random.nextInt(other.length), random.nextInt(64)), at + length);
            };
        }
        return changed;
    }

    private static byte[] piece(byte[] from, int at, int length) {
        return Arrays.copyOfRange(from, at, Math.min(from.length, at + length));
    }

    private static byte[] joined(byte[] text, int until, byte[] between, int from) {
        byte[] joined = new byte[until + between.length + text.length - from];
        System.arraycopy(text, 0, joined, 0, until);
        System.arraycopy(between, 0, joined, until, between.length);
        System.arraycopy(text, from, joined, until + between.length, text.length - from);
        return joined;
    }
}
