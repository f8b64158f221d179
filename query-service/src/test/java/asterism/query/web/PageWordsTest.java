package asterism.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.EventTypes;
import asterism.events.Post;
import asterism.policy.Policy;
import asterism.query.course.Stage;
import asterism.query.difference.Factor;
import asterism.query.web.asking.Field;
import asterism.query.web.asking.Form;
import asterism.query.web.asking.Forms;
import asterism.query.why.Node;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a page may have to say, it has the words for, in both languages. */
class PageWordsTest {
    private static final Properties ZH = words("messages.properties");
    private static final Properties EN = words("messages_en.properties");

    private static Properties words(String file) {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(Objects.requireNonNull(PageWordsTest.class.getResourceAsStream("/pages/" + file)),
                StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words;
    }

    private static List<Form> forms() {
        return Arrays.stream(Post.values()).flatMap(post -> Policy.permitted(post).stream()).distinct()
                .flatMap(command -> Forms.of(command).stream()).toList();
    }

    @Test
    void both_languages_have_the_same_words() {
        assertThat(ZH.stringPropertyNames()).isEqualTo(EN.stringPropertyNames());
    }

    @Test
    void every_fact_and_every_stage_has_a_name() {
        Set<String> facts = EventTypes.all().stream().map(EventTypes::nameOf).map(name -> "fact." + name.substring(0, name.indexOf('/')))
                .collect(Collectors.toSet());
        Set<String> stages = Arrays.stream(Stage.values()).map(stage -> "stage." + stage).collect(Collectors.toSet());
        assertThat(EN.stringPropertyNames()).containsAll(facts).containsAll(stages);
    }

    @Test
    void every_reason_of_a_star_and_every_factor_of_a_change_has_a_name() {
        assertThat(EN.stringPropertyNames())
                .containsAll(Arrays.stream(Node.Kind.values()).map(kind -> "why.kind." + kind).toList())
                .containsAll(Arrays.stream(Factor.values()).map(factor -> "why.factor." + factor).toList());
    }

    @Test
    void every_form_and_every_field_somebody_fills_in_has_a_name() {
        assertThat(forms()).hasSizeGreaterThan(30).allSatisfy(form -> {
            assertThat(EN).containsKey("do." + form.command());
            assertThat(asked(form)).allSatisfy(field -> assertThat(Set.of("field." + field.name(),
                    "field." + form.command() + "." + field.name())).as(form.command()).containsAnyElementsOf(EN.stringPropertyNames()));
        });
    }

    /** Commands that people give elsewhere than in a form, and where. */
    private static final Map<String, String> NO_FORM = elsewhere(Map.of(
            "a page of its own", List.of("ProposeAssignment", "CommitAssignment", "AskWhatIf"),
            "files beside the forms that name them", List.of("ReadEvidence", "KeepEvidence"),
            "no command: it gives a place on worklists, or names in an answer", List.of("SeeToIt", "CompareAssessors"),
            "whoever keeps the house loads bodies, people, posts and branches from lists, by the API", List.of("EstablishBody",
                    "RegisterPerson", "AssignPost", "EndPost", "ErasePersonalValues", "DelegatePost", "RevokeDelegation",
                    "RecordQualification", "EndQualification", "DeclareRelation", "RecordRelation", "EndRelation", "RegisterBranch",
                    "RenameBranch", "TransferBranch", "MergeBranches", "SplitBranch", "AbolishBranch", "GrantProvisionalLevel",
                    "RecordPastLevel"),
            "documents are checked and handed in by the command line or the API", List.of("PublishSchemeVersion",
                    "ValidateSchemeVersion", "PublishCalibrationCase", "TakeCalibration",
                    "AdoptLocalRules", "PublishCalendarYear", "OpenRound"),
            "upkeep, by the API", List.of("EraseStatement", "RetryReactions", "RotateLogKey", "KeepHooks")));

    private static Map<String, String> elsewhere(Map<String, List<String>> reasons) {
        return reasons.entrySet().stream().flatMap(each -> each.getValue().stream().map(command -> Map.entry(command, each.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void every_command_that_a_post_permits_has_a_form_or_a_reason_to_have_none() {
        Set<String> commands = Arrays.stream(Post.values()).flatMap(post -> Policy.permitted(post).stream()).collect(Collectors.toSet());
        assertThat(commands).allSatisfy(command -> assertThat(Forms.of(command).isPresent()).as(command)
                .isNotEqualTo(NO_FORM.containsKey(command)));
        assertThat(NO_FORM.keySet()).isSubsetOf(commands);
        assertThat(Forms.commands()).allMatch(command -> commands.contains(command) || Policy.openToAnybody(command));
    }

    private static Stream<Field> asked(Form form) {
        return form.fields().stream().filter(field -> field.kind() != Field.Kind.GIVEN && field.kind() != Field.Kind.GIVEN_NUMBER);
    }

    @Test
    void the_menu_of_a_visitor_leads_to_open_pages_only_and_that_of_an_administrator_to_operations() {
        assertThat(Menu.of(Set.of(), "/")).extracting(Shell.Place::address)
                .containsExactly("/", "/overview", "/notices", "/practices", "/schemes", "/worklist");
        assertThat(Menu.of(Set.of(Post.ADMINISTRATOR), "/cases/r1.b1")).filteredOn(Shell.Place::here)
                .extracting(Shell.Place::address).containsExactly("/worklist");
        assertThat(Menu.of(Set.of(Post.ADMINISTRATOR), "/")).extracting(Shell.Place::address).contains("/operations");
    }
}
