package asterism.cli;

import asterism.cli.bench.BenchCommand;
import asterism.client.Refused;
import asterism.local.CannotRun;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code asterism}: the door to everything that is done from a terminal. */
@Command(
        name = "asterism",
        description = "Star ratings of organisational units: every star with its reasons, for ever.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {RunCommand.class, RateCommand.class, LintCommand.class, ImpactCommand.class, WhatIfCommand.class,
                ImportCommand.class, ExportCommand.class, VerifyCommand.class, ProjectionCommand.class, WitnessCommand.class,
                BenchCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it worked", "1:it could not, and says why", "2:the command line was not understood"})
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with all its subcommands, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, commands, _) -> say(thrown, commands));
    }

    private static int say(Exception thrown, CommandLine commands) {
        switch (thrown) {
            case CannotRun _, Refused _, UncheckedIOException _ -> commands.getErr().println(thrown.getMessage());
            case NoSuchFileException missing -> commands.getErr().println("There is no file " + missing.getFile() + ".");
            case FileSystemException file -> commands.getErr().println(file.getFile() + " cannot be read or written: " + file);
            case Exception _ -> {
                commands.getErr().println("This should not happen; please report it:");
                thrown.printStackTrace(commands.getErr());
            }
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The build's version and the Java that runs it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "(not packaged)");
            return new String[] {"asterism " + version, "Java " + Runtime.version()};
        }
    }
}
