package asterism.cli;

import asterism.client.Client;
import asterism.client.Many;
import asterism.client.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism import}: what stood in tables before there was a house, a row a command. What stands already is not done twice. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Hands a table to a running house, a row a command, and names each row at fault by line and column. The same table"
                + " again changes nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all rows stand, or would", "1:rows are refused; where one is not understood, nothing is recorded",
            "2:wrong use"})
final class ImportCommand implements Callable<Integer> {
    private static final Map<String, String> KINDS = new TreeMap<>(Map.of("bodies", "EstablishBody", "people", "RegisterPerson",
            "posts", "AssignPost", "branches", "RegisterBranch", "past-ratings", "RecordPastLevel"));

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "WHAT", description = "bodies, people, posts, branches or past-ratings")
    private String what = "";

    @Parameters(index = "1", paramLabel = "TABLE.csv", description = "UTF-8 with a header, 50,000 rows and 16 MiB at most")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "says what would come of each row as things stand now, and records nothing")
    private boolean dryRun;

    @Option(names = "--url", paramLabel = "URL", defaultValue = "http://127.0.0.1:8081",
            description = "of the command-service (default: ${DEFAULT-VALUE})")
    private String url = "";

    @Mixin
    private PersonDoor door = new PersonDoor();

    /** What came of the rows so far. */
    private static final class Told {
        private int recorded;
        private int stood;
        private int percent;
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
        String kind = KINDS.get(what);
        if (kind == null) {
            throw new ParameterException(command.commandLine(), "WHAT is one of " + String.join(", ", KINDS.keySet()) + ", not " + what);
        }
        PrintWriter out = command.commandLine().getOut();
        Told told = new Told();
        try (Client house = door.at(url, "administrator")) {
            Many.Sum sum = house.table(kind, Files.readAllBytes(file), dryRun, line -> tell(line, told));
            out.printf("%s: %d rows, %d %s, %d stood already, %d refused%n", file, sum.items(), told.recorded,
                    dryRun ? "would be recorded" : "recorded", told.stood, sum.refused());
            out.flush();
            return sum.refused() == 0 ? 0 : 1;
        }
    }

    private void tell(Many.Line line, Told told) {
        PrintWriter err = Objects.requireNonNull(spec, "picocli sets it").commandLine().getErr();
        int percent = (int) (100L * (line.item() + 1) / line.of());
        if (percent / 10 > told.percent / 10) {
            err.println(percent + " %");
        }
        told.percent = percent;
        Problem problem = line.problem();
        if (problem != null) {
            err.printf("%s:%s%s: %s (%s)%n", file, problem.line(), problem.column() == null ? "" : ":" + problem.column(), problem.detail(),
                    problem.code());
        } else if (line.receipt() != null) {
            told.recorded += line.receipt().facts().isEmpty() ? 0 : 1;
            told.stood += line.receipt().facts().isEmpty() ? 1 : 0;
        }
        err.flush();
    }
}
