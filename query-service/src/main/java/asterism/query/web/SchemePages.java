package asterism.query.web;

import asterism.document.Finding;
import asterism.policy.Policy;
import asterism.query.reading.Answer;
import asterism.query.reading.Refused;
import asterism.query.schemes.Rubric;
import asterism.query.schemes.SchemesQuestion.Version;
import asterism.query.schemes.SchemesQuestion.Whole;
import asterism.query.schemes.SchemesQuestion;
import asterism.rating.Procedure.Stage;
import asterism.rating.Scheme;
import asterism.rating.Stated;
import asterism.rating.Step;
import asterism.rating.lint.Linter;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The schemes as people read them: where points come from, how they become stars, and what the checker found. */
@Controller
class SchemePages {
    private static final List<String> ACTIONS = List.of("ReportImpact", "ActivateSchemeVersion");
    private final SchemesQuestion schemes;
    private final Me me;

    SchemePages(SchemesQuestion schemes, Me me) {
        this.schemes = schemes;
        this.me = me;
    }

    /** A step of the calculation with the words of the document. */
    public record Spelled(Step step, String text) {
    }

    /** A stage of the procedure with the words of the document. */
    public record Planned(Stage stage, String text) {
    }

    /** A version spelled out. */
    public record Shown(Version version, Rubric rubric, List<Spelled> steps, List<Planned> stages, List<Finding> findings) {
    }

    @GetMapping("/schemes")
    String all(Model model) {
        Answer<List<Whole>> all = schemes.all();
        model.addAttribute("schemes", all.answer()).addAttribute("stand", all.at());
        return "schemes";
    }

    /** @param beside another version, to be shown beside */
    @GetMapping("/schemes/{id}")
    String one(@PathVariable String id, @RequestParam(required = false) @Nullable String version,
               @RequestParam(required = false) @Nullable String beside, @Nullable Principal principal, Model model) {
        Answer<Whole> whole = schemes.scheme(id);
        List<Version> versions = whole.answer().versions();
        Version first = version == null ? versions.getFirst() : find(versions, version);
        Set<String> permitted = Policy.permitted(me.on(principal, whole.at().today()).posts());
        model.addAttribute("whole", whole.answer())
                .addAttribute("shown", Stream.concat(Stream.of(first), Stream.ofNullable(beside).filter(other -> !other.isEmpty())
                        .map(other -> find(versions, other))).map(SchemePages::shown).toList())
                .addAttribute("actions", ACTIONS.stream().filter(permitted::contains).toList())
                .addAttribute("beside", beside).addAttribute("stand", whole.at());
        return "scheme";
    }

    private static Version find(List<Version> versions, String wanted) {
        return versions.stream().filter(version -> version.scheme().version().equals(wanted)).findFirst()
                .orElseThrow(() -> Refused.unknown("scheme.version-unknown", "There is no such version."));
    }

    private static Shown shown(Version version) {
        Scheme scheme = version.scheme();
        return new Shown(version, rubric(scheme), steps(scheme), stages(scheme), new Linter().lint(scheme.document().text()));
    }

    /** Everything that is marked, of whatever kind of unit. */
    private static Rubric rubric(Scheme scheme) {
        return scheme.kinds().isEmpty() ? Rubric.of(scheme, null) : new Rubric(scheme.kinds().keySet().stream()
                .flatMap(kind -> Rubric.of(scheme, kind).items().stream()).distinct().toList());
    }

    private static List<Spelled> steps(Scheme scheme) {
        List<String> lines = scheme.document().text().lines().toList();
        return IntStream.range(0, scheme.steps().size()).mapToObj(i -> new Spelled(scheme.steps().get(i), spelled(lines,
                scheme.steps().get(i).id()))).toList();
    }

    private static List<Planned> stages(Scheme scheme) {
        List<String> lines = scheme.document().text().lines().toList();
        return scheme.procedure() != null && scheme.procedure().stages() instanceof Stated.Is<List<Stage>>(var stages)
                ? stages.stream().map(stage -> new Planned(stage, spelled(lines, stage.id()))).toList() : List.of();
    }

    /** The lines of the document that say a step or a stage, from its id to the next entry of the list. */
    private static String spelled(List<String> lines, String id) {
        int start = IntStream.range(0, lines.size()).filter(i -> lines.get(i).strip().equals("- id: " + id)
                || lines.get(i).strip().startsWith("- {id: " + id + ",")).findFirst().orElse(-1);
        if (start < 0) {
            return "";
        }
        int indent = lines.get(start).indexOf('-');
        String rest = String.join("\n", lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> line.length() > indent && line.substring(0, indent + 1).isBlank()).toList());
        return (lines.get(start) + "\n" + rest).stripIndent().strip();
    }
}
