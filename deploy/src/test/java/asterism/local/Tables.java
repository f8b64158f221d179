package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.calendar.WorkingDays;
import asterism.cli.Main;
import asterism.client.Client;
import asterism.client.How;
import asterism.client.commands.CalendarCommands.PublishCalendarYear;
import asterism.client.commands.RoundCommands.OpenRound;
import asterism.client.commands.SchemeCommands.ActivateSchemeVersion;
import asterism.client.commands.SchemeCommands.AdoptLocalRules;
import asterism.client.commands.SchemeCommands.PublishSchemeVersion;
import asterism.events.BodyId;
import asterism.events.CalendarId;
import asterism.events.Label;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Tables come into a house by the very commands that the README shows. */
final class Tables {
    private final HouseProcess house;
    private final Path folder;
    private final String readme;

    Tables(HouseProcess house, Path data) throws IOException {
        this.house = house;
        folder = data.resolve("tables");
        readme = Files.readString(Path.of("README.md"));
        Files.createDirectories(folder);
        Pattern.compile("(?s)```csv (\\S+)\n(.*?)```").matcher(readme).results().forEach(block -> write(block.group(1), block.group(2)));
    }

    /** @param pages who asks them for what is shown */
    void comeIn(Client administrator, Client officer, Client pages) {
        List<String> lines = Pattern.compile("(?m)^asterism (import .*)$").matcher(readme).results().map(line -> line.group(1)).toList();
        assertThat(lines).hasSize(6);
        assertThat(run(0, lines.getFirst())).contains("bodies.csv: 2 rows, 1 would be recorded, 1 stood already, 0 refused");
        lines.subList(1, 5).forEach(line -> run(0, line));
        openRound(administrator, officer);
        assertThat(run(0, lines.get(5))).contains("100 %", "3 rows, 3 recorded, 0 stood already");
        assertThat(run(0, lines.get(5))).as("again").contains("3 rows, 0 recorded, 3 stood already");
        somethingIsWrong();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(pages.get("/api/v1/branches/b001/history")
                .toString()).contains("PAST", "县星评〔2023〕8号", "县星评〔2024〕11号"));
        assertThat(pages.get("/api/v1/branches/b001/history?validAt=2024-06-01").toString())
                .contains("\"level\":\"4\"");
    }

    private void somethingIsWrong() {
        write("wrong.csv", """
                branch,body,kind,name.zh,name.en,foundedOn
                b003,finance,agency,"第三
                党支部",Third,2006-12-01
                b004,finance,agency,第四,Fourth,someday
                b005,finance,agency
                """);
        assertThat(run(1, "import branches wrong.csv")).contains("wrong.csv:4:6: ", "wrong.csv:5: ",
                "(table.cells)", "0 recorded");
        write("more.csv", """
                branch,body,kind,name.zh,name.en,foundedOn
                b003,nowhere,agency,第三,Third,2006-12-01
                b004,finance,agency,第四,Fourth,2006-12-01
                """);
        assertThat(run(1, "import branches more.csv")).contains("more.csv:2: ", "(branch.body-unknown)", "1 recorded", "1 refused");
    }

    private static void openRound(Client administrator, Client officer) {
        CalendarId calendar = new CalendarId("prc-working-days");
        WorkingDays.shippedDocuments().stream().filter(document -> document.contains("prc-working-days"))
                .filter(document -> document.contains("2026-12-31"))
                .forEach(document -> administrator.send(new PublishCalendarYear(calendar, 2026, document)));
        SchemeId scheme = new SchemeId("zoucheng-70-30");
        officer.send(new PublishSchemeVersion(scheme, shipped("zoucheng-70-30.yaml"), List.of("L205", "L601")));
        officer.send(new AdoptLocalRules(scheme, "2023", shipped("zoucheng-70-30.local-rules.yaml")));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        administrator.send(new ActivateSchemeVersion(scheme, "2023", today), How.once().because("Resolution 3 of the committee"));
        officer.send(new OpenRound(new RoundId("r2026"), new Label("年度评定", "Rating"), scheme, "2023", calendar, new BodyId("county"), today,
                today.plusDays(30)));
    }

    private static String shipped(String document) {
        try {
            return Files.readString(Path.of("schemes", document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(int exit, String line) {
        StringWriter said = new StringWriter();
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.set(2, folder.resolve(words.get(2)).toString());
        words.addAll(List.of("--url", house.address("commands"), "--sign-in", house.address("sign-in")));
        int ended = Main.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(words.toArray(String[]::new));
        assertThat(ended).as(line + "\n" + said).isEqualTo(exit);
        return said.toString();
    }
}
