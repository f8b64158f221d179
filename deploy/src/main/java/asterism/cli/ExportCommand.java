package asterism.cli;

import asterism.client.Client;
import asterism.command.wiring.evidence.EvidenceFiles;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.pack.HouseSource;
import asterism.command.wiring.pack.Pack;
import asterism.command.wiring.pack.Scope;
import asterism.command.wiring.proving.Checkpoints;
import asterism.command.wiring.proving.Cosignatures;
import asterism.local.CannotRun;
import asterism.local.StoppedHouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Packs the journal, or a part of it, so that it can be checked without the house. */
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Packs the journal of a stopped house, or of one that runs, with what proves it; nothing encrypted is opened.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the pack is written", "1:it could not be, and says why", "2:wrong use"})
public final class ExportCommand implements Callable<Integer> {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai"); // of the local house

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "the house's folder (default: ${DEFAULT-VALUE})")
    private Path data;

    @Option(names = "--url", paramLabel = "URL", description = "a running command-service, instead of a stopped house's folder")
    private @Nullable String url;

    @Option(names = "--token-file", paramLabel = "FILE",
            description = "for --url: holds asterism.service-token, or the access token of an auditor; that of the house in --data, unless"
                    + " given")
    private @Nullable Path token;

    @Option(names = "--scope", paramLabel = "SCOPE", defaultValue = "whole",
            description = "whole, branch:ID, round:ID or body:ID (default: ${DEFAULT-VALUE})")
    private String scope;

    @Option(names = "--with-files", description = "put in the evidence files, and not their hashes alone")
    private boolean withFiles;

    @Parameters(paramLabel = "PACK.zip", description = "the file to write")
    private Path file;

    /** Made by picocli, which fills the fields. */
    @SuppressWarnings("NullAway") // picocli fills the fields before call()
    public ExportCommand() {
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Scope wanted = Scope.of(scope).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "A scope is whole, branch:ID, round:ID or body:ID, and not " + scope + "."));
        if (url != null) {
            try (Client house = ServiceDoor.at(url, data, token);
                    InputStream pack = house.open("/api/v1/pack?scope=" + wanted + "&withFiles=" + withFiles)) {
                Files.copy(pack, file, StandardCopyOption.REPLACE_EXISTING);
            }
            spec.commandLine().getOut().println(file + " is written; see what it proves with: asterism verify " + file);
            spec.commandLine().getOut().flush();
            return 0;
        }
        try (StoppedHouse house = StoppedHouse.open(data)) {
            HouseLog.into(data);
            if (Files.notExists(house.logKey())) {
                throw new CannotRun("This house has no key to sign with yet: start it once, and stop it again.");
            }
            DataSource source = house.commands();
            try (Journal journal = new Journal(source)) {
                Checkpoints checkpoints = new Checkpoints(journal, house.logKey(), "unused: the key stands");
                JdbcClient database = JdbcClient.create(source);
                Pack.Source from = new HouseSource(journal, checkpoints,
                        new Cosignatures(checkpoints, journal, house.logKey(), List.of()), sha256 -> document(database, sha256),
                        (sha256, out) -> EvidenceFiles.copy(database, sha256, out), ZONE);
                long facts = Pack.write(file, from, wanted, withFiles);
                if (facts == 0) {
                    Files.delete(file);
                    throw new CannotRun("Nothing is known of " + wanted + ".");
                }
                spec.commandLine().getOut().println(facts + " facts are in " + file + ", signed by " + checkpoints.key());
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
