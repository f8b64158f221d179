package asterism.cli;

import asterism.verify.Verify;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a pack by the verifier that every pack carries. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Checks a pack: what is proven, what is not, and the first difference.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything that was checked holds", "1:something differs", "2:wrong use"})
public final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--key", paramLabel = "KEY", description = "the log's key, had by another way than the pack")
    private @Nullable String key;

    @Option(names = "--kept", paramLabel = "CHECKPOINT", description = "a file with a checkpoint from an earlier day")
    private @Nullable Path kept;

    @Parameters(paramLabel = "PACK.zip", description = "the pack to check")
    private Path file;

    /** Made by picocli, which fills the fields. */
    @SuppressWarnings("NullAway") // picocli fills the fields before call()
    public VerifyCommand() {
    }

    @Override
    public Integer call() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        if (key != null) {
            arguments.addAll(List.of("--key", key));
        }
        if (kept != null) {
            arguments.addAll(List.of("--kept", kept.toString()));
        }
        return Verify.run(arguments.toArray(String[]::new), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }
}
