package asterism.command.wiring.journal;

import java.time.LocalDate;

/**
 * A fact to be recorded. Values outside these bounds are refused with an {@link IllegalArgumentException}.
 *
 * @param stream      {@code kind/id}, 1 to 300 characters that can be stored
 * @param version     the stream's last version + 1 as its decider saw it, then + 2 …
 * @param type        wire name with its version, 1 to 300 characters that can be stored
 * @param effectiveOn years 1 to 9999
 * @param metadata    exact bytes; with the payload at most 8 MiB
 * @param payload     exact bytes
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes, handed through; facts to be recorded are never compared
public record NewFact(String stream, long version, String type, LocalDate effectiveOn, byte[] metadata, byte[] payload) {
    private static final int MOST_BYTES = 8 << 20;

    public NewFact {
        name("stream", stream);
        name("type", type);
        require(version > 0, "a fact's version is 1 or more, not " + version);
        require(effectiveOn.getYear() >= 1 && effectiveOn.getYear() <= 9999, "a fact cannot hold from " + effectiveOn);
        require((long) metadata.length + payload.length <= MOST_BYTES, "a fact has at most 8 MiB");
    }

    int size() {
        return metadata.length + payload.length + 200;
    }

    private static void name(String what, String name) {
        require(!name.isEmpty() && name.length() <= 300, "a fact's " + what + " has 1 to 300 characters");
        require(name.codePoints().noneMatch(NewFact::cannotBeStored), "a fact's " + what + " has a character that cannot be stored");
    }

    private static boolean cannotBeStored(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
