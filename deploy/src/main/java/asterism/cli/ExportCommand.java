package asterism.cli;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.proving.Checkpoints;
import asterism.local.CannotRun;
import asterism.local.StoppedHouse;
import asterism.command.wiring.pack.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Packs the whole journal so that it can be checked without the house. */
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Packs a stopped house's journal with what proves it; nothing encrypted is opened.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the pack is written", "1:it could not be, and says why", "2:wrong use"})
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "the house's folder (default: ${DEFAULT-VALUE})")
    private Path data;

    @Parameters(paramLabel = "PACK.zip", description = "the file to write")
    private Path file;

    /** Made by picocli, which fills the fields. */
    @SuppressWarnings("NullAway") // picocli fills the fields before call()
    public ExportCommand() {
    }

    @Override
    public Integer call() throws IOException, SQLException {
        try (StoppedHouse house = StoppedHouse.open(data)) {
            HouseLog.into(data);
            if (Files.notExists(house.logKey())) {
                throw new CannotRun("This house has no key to sign with yet: start it once, and stop it again.");
            }
            DataSource source = house.commands();
            try (Journal journal = new Journal(source)) {
                Checkpoints checkpoints = new Checkpoints(journal, house.logKey(), "unused: the key stands");
                Checkpoints.Signed signed = checkpoints.now();
                JdbcClient database = JdbcClient.create(source);
                Pack.write(file, signed.note(), checkpoints.key(), facts -> journal.copyOut(0, facts),
                        sha256 -> document(database, sha256));
                spec.commandLine().getOut().println(signed.checkpoint().size() + " facts are in " + file + ", signed by "
                        + checkpoints.key());
                spec.commandLine().getOut().flush();
            }
        } catch (Checkpoints.Broken e) {
            throw new CannotRun("The journal is not the one that was signed for, and nothing is packed: " + e.sentence() + ".", e);
        }
        return 0;
    }

    private static Optional<String> document(JdbcClient database, String sha256) {
        return database.sql("select text from desk.document where sha256 = ?").param(HexFormat.of().parseHex(sha256))
                .query(String.class).optional();
    }
}
