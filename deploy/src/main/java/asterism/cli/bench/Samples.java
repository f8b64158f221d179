package asterism.cli.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** What the append lines record: JSON of 566 bytes, 200 about who and why and 366 about what, under random keys. */
final class Samples {
    static final int METADATA_BYTES = 200;
    static final int PAYLOAD_BYTES = 366;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz 0123456789";

    private Samples() {
    }

    static String stream() {
        var random = ThreadLocalRandom.current();
        return "bench/" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }

    static byte[] metadata() {
        return json("{\"actor\":\"person/bench\",\"reason\":\"", METADATA_BYTES);
    }

    static byte[] payload() {
        return json("{\"branch\":\"b1\",\"statement\":\"", PAYLOAD_BYTES);
    }

    /** Words of that many letters that say nothing. */
    static String words(int letters, Random random) {
        var words = new StringBuilder(letters);
        for (var i = 0; i < letters; i++) {
            words.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return words.toString();
    }

    private static byte[] json(String begin, int bytes) {
        var end = "\"}";
        var letters = words(bytes - begin.length() - end.length(), ThreadLocalRandom.current());
        return (begin + letters + end).getBytes(StandardCharsets.UTF_8);
    }
}
