package asterism.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asterism.events.BodyEvent.PersonalValuesErased;
import asterism.events.BodyId;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.query.County;
import asterism.query.ReadSide;
import asterism.query.directory.WhoIsWho;
import asterism.query.projecting.Upkeep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever looks after an erasure, at a page, an answer, a list or a table, finds the mark and not the name; also in what is built anew. */
class ErasedNamesIT {
    private static final String NAME = "赵离";
    private static final String NAMED_IN = "/history/";
    private static final List<String> PAGES = List.of("/history?view=full", "/history?view=json", "/branches/b001", "/branches/b001/why");
    private static final List<String> ANSWERS = List.of("/api/v1/branches/b001/why", "/api/v1/branches/b001/history",
            "/api/v1/lists/facts", "/api/v1/lists/facts.csv", "/api/v1/lists/stars.csv");
    private static final ReadSide SIDE = new ReadSide();
    private static long granted;

    @BeforeAll
    static void whoLeftHadGrantedAStar() {
        SIDE.relay(SIDE.story.on("2024-06-03").tell(County.body("work-committee", null), County.body("archives", "work-committee"),
                County.person("leaver", "archives", NAME), County.person("auditor", "work-committee", "审计"),
                County.post("auditor", Post.AUDITOR, "work-committee", null), County.branch("b001", "archives")));
        SIDE.relay(SIDE.story.by("leaver", "the visit").tell(County.granted("b001", "d-1", "4", "2024-06-01")));
        granted = SIDE.story.head();
        SIDE.start();
        seen(granted);
    }

    @AfterAll
    static void over() {
        SIDE.close();
    }

    @Test
    void anErasedNameIsShownNowhereAnyMore() {
        List<String> shown = naming();
        assertThat(shown).as("what names who acted").contains(NAMED_IN + granted).hasSizeGreaterThan(2);
        assertThat(tables()).as("what the rows hold").doesNotContain(NAME);

        SIDE.relay(SIDE.story.by("auditor", "asked for").tell(new PersonalValuesErased(new BodyId("archives"), new PersonId("leaver"))));
        seen(SIDE.story.head());
        assertThat(naming()).isEmpty();
        Map<String, String> texts = texts();
        assertThat(shown).allSatisfy(path -> assertThat(texts.get(path)).as(path).contains(WhoIsWho.ERASED));

        Upkeep upkeep = SIDE.bean(Upkeep.class);
        upkeep.rebuild(Upkeep.ALL, false);
        await().until(() -> upkeep.standing(Upkeep.ALL).stream().filter(Upkeep.Standing::live).allMatch(build -> build.number() > 1));
        assertThat(naming()).as("built anew").isEmpty();
        assertThat(texts().get(NAMED_IN + granted)).contains(WhoIsWho.ERASED);
    }

    private static void seen(long position) {
        assertThat(SIDE.getAs("auditor", "/api/v1/branches/b001/why?waitFor=" + position).status()).isEqualTo(200);
        await().until(() -> SIDE.bean(Upkeep.class).standing(Upkeep.ALL).stream().allMatch(build -> build.applied() >= position));
    }

    private static List<String> naming() {
        return texts().entrySet().stream().filter(text -> text.getValue().contains(NAME)).map(Map.Entry::getKey).toList();
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        String[] visitor = {"X-Signed-In", "auditor"};
        PAGES.forEach(path -> texts.put(path, good(path, visitor)));
        texts.put(NAMED_IN + granted, good(NAMED_IN + granted, visitor));
        String[] caller = {"Authorization", "Bearer " + SIDE.commands.tokenOf("auditor", "asterism")};
        ANSWERS.forEach(path -> texts.put(path, good(path, caller)));
        return texts;
    }

    private static String good(String path, String... headers) {
        ReadSide.Text text = SIDE.text(path, headers);
        assertThat(text.status()).as(path).isEqualTo(200);
        return text.body();
    }

    /** Every row of every projection. */
    private static String tables() {
        JdbcClient sql = SIDE.bean(JdbcClient.class);
        return String.join("\n", sql.sql("select schemaname || '.' || tablename from pg_tables where schemaname like 'p\\_%'")
                .query(String.class).list().stream()
                .map(table -> sql.sql("select coalesce(string_agg(t::text, '|'), '') from " + table + " t").query(String.class).single())
                .toList());
    }
}
