package asterism.fuzz;

import java.io.IOException;

/** What Jazzer calls, with bytes of its own making. */
public final class Fuzzed {
    private static Target target = Target.EVENT;

    private Fuzzed() {
    }

    /** @param arguments the name of the reader */
    public static void fuzzerInitialize(String[] arguments) {
        target = Target.valueOf(arguments[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        target.take(input);
    }
}
