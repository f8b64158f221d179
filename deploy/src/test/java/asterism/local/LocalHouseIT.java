package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.cli.Main;
import asterism.client.Client;
import asterism.client.Receipt;
import asterism.local.signin.SignedIn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalHouseIT {
    private static final Map<String, Object> COUNTY = Map.of("body", "county", "kind", "COMMITTEE",
            "name", Map.of("zh", "县委", "en", "County Committee"));
    private static final Path LAUNCHER = Path.of("asterism").toAbsolutePath();

    @TempDir
    Path data;

    @Test
    void aHouseStopsOnTermAndOnCtrlCAndKeepsWhatItAcknowledged() throws IOException {
        try (HouseProcess house = HouseProcess.run(data, "--empty");
                SignedIn administrator = new SignedIn(house.address("sign-in"), "administrator")) {
            assertThat(administrator.claims().get("sub")).isEqualTo("administrator");
            assertThat(administrator.claims().get("aud")).isIn("asterism", List.of("asterism"));
            assertThat(administrator.claims().keySet().stream().map(Object::toString)).doesNotContain("roles", "name");
            Client commands = administrator.at(house.address("commands"));
            assertThat(commands.send("/api/v1/bodies", COUNTY).facts()).containsExactly("body.established/1");
            try (SignedIn officer = new SignedIn(house.address("sign-in"), "office")) {
                new Tables(house, data).comeIn(commands, officer.at(house.address("commands")), administrator.at(house.address("pages")));
            }
            assertThat(administrator.get(house.address("commands") + "/v3/api-docs").statusCode()).isEqualTo(200);
            assertThat(administrator.getWithIdToken(house.address("commands") + "/v3/api-docs").statusCode()).isEqualTo(401);
            aPersonSignsInToThePagesAndOutAgain(house.address("pages"), house.address("sign-in"));
            whoKeepsTheMachineKeepsItsProjections(house.address("pages"));
            house.signal("TERM");
            assertThat(house.ended()).isEqualTo(128 + 15);
            assertThat(house.words()).contains("Stopped; everything is kept.");
        }
        try (HouseProcess again = HouseProcess.run(data, "--empty");
                SignedIn administrator = new SignedIn(again.address("sign-in"), "administrator")) {
            Receipt twice = administrator.at(again.address("commands")).send("/api/v1/bodies", COUNTY);
            assertThat(twice.facts()).as("it stands already").isEmpty();
            assertThat(twice.version()).as("two people and their posts came after it").isEqualTo(5);
            again.signal("INT");
            assertThat(again.ended()).isEqualTo(128 + 2);
            assertThat(again.words()).contains("Stopped; everything is kept.").doesNotContain("INFO", "WARN", "Exception");
        }
        assertThat(data.resolve("logs").resolve("house.log")).isNotEmptyFile();
    }

    private void whoKeepsTheMachineKeepsItsProjections(String pages) {
        assertThat(projection(0, pages, "list")).contains("rating", "answers").doesNotContain("answered before");
        assertThat(projection(1, pages, "promote", "rating")).contains("The house refuses (409 build.none): There is no other build");
        assertThat(projection(0, pages, "rebuild", "all", "--hold", "--wait")).contains("waits").doesNotContain("stopped");
        assertThat(projection(0, pages, "diff", "rating")).contains("rating: build 2 beside build 1", "0 added", "They say the same.");
        assertThat(projection(0, pages, "promote", "all")).contains("answered before");
        assertThat(projection(0, pages, "rollback", "rating")).containsPattern("rating +1 .* answers");
        assertThat(projection(0, pages, "retire", "rating", "--build", "2")).doesNotContainPattern("rating +2 ");
        assertThat(projection(0, pages, "parked", "rating")).isEmpty();
        assertThat(projection(0, pages, "retry", "all")).contains("0 facts no longer wait.");
        StringWriter said = new StringWriter();
        assertThat(Main.commandLine().setErr(new PrintWriter(said)).execute("projection", "list", "--data", "/nowhere")).isEqualTo(1);
        assertThat(said.toString()).contains("There is no token in /nowhere");
    }

    private String projection(int exit, String pages, String... arguments) {
        StringWriter said = new StringWriter();
        List<String> words = new ArrayList<>(List.of("projection"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--url", pages, "--data", data.toString()));
        int ended = Main.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(words.toArray(String[]::new));
        assertThat(ended).as(said.toString()).isEqualTo(exit);
        return said.toString();
    }

    private static void aPersonSignsInToThePagesAndOutAgain(String pages, String signIn) throws IOException {
        try (WebClient browser = new WebClient()) {
            browser.getOptions().setJavaScriptEnabled(false);
            HtmlPage whoAreYou = browser.getPage(pages + "/worklist");
            assertThat(whoAreYou.getUrl().toString()).startsWith(signIn + "/login");
            browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
            Page worklist = whoAreYou.<HtmlButton>getFirstByXPath("//button[@value='auditor']").click();
            assertThat(worklist.getUrl().toString()).startsWith(pages + "/worklist");
            HtmlPage branches = browser.getPage(pages + "/");
            assertThat(branches.asNormalizedText()).contains("Yong Yang");
            HtmlPage out = branches.<HtmlButton>getFirstByXPath("//form[contains(@action, 'sign-out')]//button").click();
            assertThat(out.getUrl().toString()).isEqualTo(pages + "/");
            HtmlPage askedAgain = browser.getPage(pages + "/worklist");
            assertThat(askedAgain.getUrl().toString()).startsWith(signIn + "/login");
        }
    }

    @Test
    void whereAPortIsTakenTheHouseSaysWhichAndStartsNothing() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HouseProcess house = HouseProcess.run(data, "--commands-port", "" + taken.getLocalPort())) {
            assertThat(house.ended()).isEqualTo(1);
            assertThat(house.words()).endsWith("Port " + taken.getLocalPort()
                    + ", meant for commands, is taken: stop the program that uses it, or choose another with --commands-port.");
        }
        assertThat(data.resolve("postgresql")).doesNotExist();
    }

    @Test
    void whereAnotherHouseUsesTheDataTheSecondSaysSo() {
        try (DataFolder first = DataFolder.open(data, 0); HouseProcess second = HouseProcess.run(first.path())) {
            assertThat(second.ended()).isEqualTo(1);
            assertThat(second.words()).endsWith("Another house is running on " + data
                    + ": stop it first, or choose another folder with --data.");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whereItsPostgresqlEndsTheHouseSaysSoAndEndsToo() {
        try (HouseProcess house = HouseProcess.run(data, "--empty")) {
            house.awaitSaying("Stop it with Ctrl-C");
            HouseProcess.killPostgres(data);
            assertThat(house.ended()).isEqualTo(1);
            assertThat(house.words()).endsWith("PostgreSQL has ended; see " + data.resolve("postgresql").resolve("server.log") + ".");
        }
    }

    @Test
    void whereTheDemoCountyLivesThereIsNoEmptyHouse() throws IOException {
        Files.writeString(data.resolve("world"), "demo\n");
        try (HouseProcess house = HouseProcess.run(data, "--empty")) {
            assertThat(house.ended()).isEqualTo(1);
            assertThat(house.words()).contains("The demo county lives in " + data);
        }
    }

    @Test
    void withoutAJavaThatIsNewEnoughTheLauncherSaysWhatItNeeds() {
        try (HouseProcess launcher = HouseProcess.of("env", "ASTERISM_NEEDS_JDK=999", LAUNCHER.toString(), "run")) {
            assertThat(launcher.ended()).isEqualTo(1);
            assertThat(launcher.words()).startsWith("Asterism needs a JDK 999 or newer and found none");
        }
    }

    @Test
    void aWrongPortIsAWrongCommandLine() {
        try (HouseProcess house = HouseProcess.run(data, "--pages-port", "70000")) {
            assertThat(house.ended()).isEqualTo(2);
            assertThat(house.words()).contains("--pages-port takes 0 to 65535, not 70000.");
        }
    }
}
