package asterism.events;

import java.util.Optional;

/** The keys of guarded values, kept outside the journal. */
public interface Keys {

    /** The 256-bit key of that name, if it exists and was not erased. */
    Optional<byte[]> find(String name);

    /**
     * The key of that name, made if there is none.
     *
     * @throws IllegalStateException if it was erased: nothing new is written under it
     */
    byte[] obtain(String name);

    /** For readers without any key. */
    Keys NONE = new Keys() {
        @Override
        public Optional<byte[]> find(String name) {
            return Optional.empty();
        }

        @Override
        public byte[] obtain(String name) {
            throw new IllegalStateException("this reader holds no keys");
        }
    };
}
