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

/** Checks a pack, or a running house, by the verifier that every pack carries. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Checks a pack or a running house: what is proven, what is not, and the first difference.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything that was checked holds", "1:something differs", "2:wrong use"})
public final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--key", paramLabel = "KEY", description = "the log's key, had by another way than the pack")
    private @Nullable String key;

    @Option(names = "--kept", paramLabel = "CHECKPOINT", description = "a file with a checkpoint from an earlier day")
    private @Nullable Path kept;

    @Option(names = "--url", paramLabel = "URL", description = "a running house to ask")
    private @Nullable String url;

    @Option(names = "--keep", paramLabel = "FILE", description = "where the running house's checkpoint is kept for the next time")
    private @Nullable Path keep;

    @Option(names = "--witness", paramLabel = "KEY", description = "the key of a witness, had by another way; may be given again")
    private List<String> witnesses = new ArrayList<>();

    @Option(names = "--witnesses", paramLabel = "N", description = "how many of them must have cosigned")
    private @Nullable Integer demanded;

    @Parameters(paramLabel = "PACK.zip", arity = "0..1", description = "the pack to check")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        List<String> arguments = new ArrayList<>();
        add(arguments, "", file);
        add(arguments, "--url", url);
        add(arguments, "--key", key);
        add(arguments, "--kept", kept);
        add(arguments, "--keep", keep);
        witnesses.forEach(witness -> add(arguments, "--witness", witness));
        add(arguments, "--witnesses", demanded);
        return Verify.run(arguments.toArray(String[]::new), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private static void add(List<String> arguments, String option, @Nullable Object value) {
        if (value != null) {
            arguments.addAll(option.isEmpty() ? List.of(value.toString()) : List.of(option, value.toString()));
        }
    }
}
