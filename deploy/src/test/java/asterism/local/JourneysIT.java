package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.checking.Ways;
import asterism.command.application.ApplicationCommand.RecordSelfAssessment;
import asterism.command.application.ApplicationCommand.StartApplication;
import asterism.command.application.ApplicationCommand.SubmitApplication;
import asterism.command.core.Command;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.CalendarId;
import asterism.events.Label;
import asterism.events.Mark;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.local.demo.DemoCounty;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In a real browser people take one case from its application to its star in English without a mouse and another beside it in Chinese;
 * an overview moves by itself while what it stands on is built anew; an auditor follows a demotion to its proof; a branch appeals. Then
 * every page is looked at in both languages, on a phone and on a desk; the pictures stand in {@code target/screens}.
 */
class JourneysIT {
    private static final Path SCRIPTS = Path.of("..", "query-service", "src", "test", "browser");
    private static final Path BROWSER = Path.of("..", "query-service", "target", "browser");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path data;

    @Test
    void peopleGoTheirWaysThroughThePagesInARealBrowser() throws Exception {
        Assumptions.assumeTrue(there(), "no-browser");
        try (LocalHouse house = new LocalHouse(HouseSettings.onFreePorts(data, false), _ -> { })) {
            RunningHouse running = house.start();
            new DemoCounty(2024).play(running, _ -> { });
            openRound(running.inside());
            HttpServer clock = clock(running.inside());
            Path log = Path.of("target", "journeys.log");
            int ended = run(log, Duration.ofMinutes(10), SCRIPTS.resolve("journeys.mjs").toString(),
                    BROWSER.resolve("browser.json").toString(), running.pages().toString(),
                    "http://127.0.0.1:" + clock.getAddress().getPort() + "/", Path.of("target", "screens").toString());
            clock.stop(0);
            assertThat(ended).as(Files.readString(log)).isZero();
            Ways.check(running.inside().journal());
        }
    }

    private static boolean there() throws Exception {
        Files.createDirectories(BROWSER);
        boolean there = run(Path.of("target", "browser.log"), Duration.ofMinutes(5), SCRIPTS.resolve("unpack.mjs").toString(),
                BROWSER.toString()) == 0;
        assertThat(there || !Boolean.getBoolean("browser.required")).as("a browser is required; see target/browser.log").isTrue();
        return there;
    }

    private static int run(Path log, Duration atMost, String... script) throws Exception {
        String[] command = new String[script.length + 1];
        command[0] = "node";
        System.arraycopy(script, 0, command, 1, script.length);
        Process node = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!node.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
            node.destroy();
            return -1;
        }
        return node.exitValue();
    }

    private static void openRound(Inside inside) {
        LocalDate day = LocalDate.parse("2025-01-06");
        inside.clock().advanceTo(day.atTime(9, 0).atZone(ZONE).toInstant());
        open(inside, "r2025", "Rating of 2025", day);
        open(inside, "r2025x", "Extra rating of 2025", day);
        for (int branch = 2; branch <= 6; branch++) {
            applies(inside, "r2025x", "b00" + branch);
        }
        applies(inside, "r2025", "b002");
    }

    private static void applies(Inside inside, String round, String branch) {
        String secretary = "person/secretary-" + branch;
        ApplicationId application = ApplicationId.of(round + "." + branch);
        done(inside, secretary, new StartApplication(application));
        done(inside, secretary, new RecordSelfAssessment(application, List.of(new Mark("appraisal", "90")), List.of(), "All is here."));
        done(inside, secretary, new SubmitApplication(application, null));
    }

    private static void open(Inside inside, String round, String title, LocalDate day) {
        done(inside, "person/office", new OpenRound(new RoundId(round), new Label("2025 年度评定（" + round + "）", title),
                new SchemeId("zoucheng-70-30"), "2023", new CalendarId("prc-working-days"), new BodyId("work-committee"), day,
                LocalDate.parse("2025-01-17")));
    }

    private static void done(Inside inside, String actor, Command command) {
        assertThat(inside.commands().send(command, new Ask(UUID.randomUUID(), actor, null, null, null, null)))
                .isInstanceOf(Answer.Done.class);
    }

    /** Lets the script bring the demo world to a day, and answers when all that is due by then is done. */
    private static HttpServer clock(Inside inside) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            LocalDate day = LocalDate.parse(exchange.getRequestURI().getQuery().replace("to=", ""));
            inside.clock().advanceTo(day.atTime(9, 0).atZone(ZONE).toInstant());
            exchange.sendResponseHeaders(quiet(inside) ? 200 : 500, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static boolean quiet(Inside inside) {
        try {
            return inside.quiet().await(Duration.ofMinutes(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
