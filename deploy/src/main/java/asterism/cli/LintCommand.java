package asterism.cli;

import asterism.document.Finding;
import asterism.rating.lint.Linter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong or unclear about scheme documents, one finding a line. */
@Command(name = "lint", mixinStandardHelpOptions = true, description = "Checks scheme documents; one finding a line.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no errors (warnings must be acknowledged when publishing)", "1:errors; with --strict also warnings",
                "2:wrong use, unreadable file"})
public final class LintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Parameters(arity = "1..*", paramLabel = "SCHEME.yaml", description = "The documents to check.")
    private List<Path> documents;

    /** Made by picocli, which fills the fields. */
    @SuppressWarnings("NullAway") // picocli fills the fields before call()
    public LintCommand() {
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean bad = false;
        for (Path document : documents) {
            try {
                bad |= lint(document, out);
            } catch (Csv.BadFileException e) {
                spec.commandLine().getErr().println(e.getMessage());
                return 2;
            }
        }
        out.flush();
        return bad ? 1 : 0;
    }

    private boolean lint(Path document, PrintWriter out) throws IOException {
        List<Finding> findings = new Linter(SchemeFiles.beside(document), Linter.SHIPPED_CALENDARS).lint(SchemeFiles.read(document));
        if (documents.size() > 1) {
            out.println(document + ": " + (findings.isEmpty() ? "nothing found" : findings.size() + " found"));
        }
        findings.forEach(out::println);
        return findings.stream().anyMatch(finding -> strict || finding.isError());
    }
}
