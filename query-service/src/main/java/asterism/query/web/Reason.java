package asterism.query.web;

import asterism.events.Label;
import asterism.query.why.Node;
import asterism.query.why.Node.Kind;
import asterism.query.why.Node.Said;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A reason in the words of a page.
 *
 * @param what    kind and name
 * @param value   what came of it; none where nothing is to be said
 * @param was     what it was before
 * @param note    the reason somebody gave
 * @param by      who; none where nobody did it, or it is withheld
 * @param details further values, as they are called
 * @param fact    that says so
 * @param open    is unfolded from the start
 */
public record Reason(String what, @Nullable String value, @Nullable String was, @Nullable String note, @Nullable String by,
                     List<Detail> details, @Nullable Said fact, boolean open, List<Reason> children) {
    private static final Set<Kind> LEVELS = EnumSet.of(Kind.STAR, Kind.RULING, Kind.STRUCK_OUT, Kind.STAYED, Kind.DECISION,
            Kind.ALLOCATION, Kind.PROPOSAL, Kind.COMPUTATION, Kind.PRIOR_LEVEL);
    private static final Set<Kind> CODES = EnumSet.of(Kind.OBJECTION, Kind.APPEAL);
    private static final Set<Kind> STEPS = EnumSet.of(Kind.STEP, Kind.QUOTA);
    private static final String WRITES = "writes";
    private static final Set<Kind> FOLDED = EnumSet.of(Kind.STEP, Kind.QUOTA, Kind.INPUT, Kind.SCORE);

    /** A value by its name. */
    public record Detail(String name, String value) {
    }

    static Reason of(Node tree, Words words) {
        Map<String, Label> labels = new HashMap<>();
        name(tree, labels);
        return new Telling(words, labels).of(tree);
    }

    /** What the tree calls what it names elsewhere by an id. */
    private static void name(Node node, Map<String, Label> into) {
        if (node.label() != null) {
            into.putIfAbsent(node.id(), node.label());
        }
        node.children().forEach(child -> name(child, into));
    }

    /** Codes in the words of the page; what the scheme or a person wrote stands for itself. */
    private record Telling(Words words, Map<String, Label> labels) {

        Reason of(Node node) {
            Node.Who who = node.by();
            return new Reason(what(node), value(node, node.value()), node.was() == null ? null : value(node, node.was()), node.note(),
                    who == null ? null : words.actor(who.actor(), who.name()), details(node.details()), node.fact(),
                    !FOLDED.contains(node.kind()), node.children().stream().map(this::of).toList());
        }

        private String what(Node node) {
            String kind = words.say("why.kind.", node.kind().name());
            return switch (node.kind()) {
                case SCORE -> words.say("why.score-of", node.id());
                case TIE, REALLOCATION -> kind + " " + called(node.id());
                case STEP, QUOTA, INPUT, SCHEME, EVIDENCE, VISIT, SURVEY, MODERATION -> kind + " "
                        + (node.label() == null ? node.id() : words.name(node.label()));
                case REORGANISATION -> words.say("why.order.", node.id());
                case STAR, RULING, STRUCK_OUT, STAYED, APPEAL, DECISION, MEMBER, NOTICE, OBJECTION, ALLOCATION, PROPOSAL, COMPUTATION,
                     PRIOR_LEVEL -> kind;
            };
        }

        private @Nullable String value(Node node, @Nullable String value) {
            boolean level = LEVELS.contains(node.kind())
                    || (value != null && STEPS.contains(node.kind()) && "level".equals(node.details().get(WRITES)));
            return level ? words.level(value) : value != null && CODES.contains(node.kind()) ? words.say("why.value.", value) : value;
        }

        private List<Detail> details(Map<String, String> details) {
            String other = Language.of(LocaleContextHolder.getLocale()) == Language.ZH ? "readingEn" : "readingZh";
            Set<String> unsaid = Set.of(other, WRITES);
            return details.entrySet().stream().filter(detail -> !unsaid.contains(detail.getKey()))
                    .map(detail -> new Detail(words.say("why.detail.", detail.getKey()), said(detail.getKey(), detail.getValue())))
                    .toList();
        }

        private String said(String name, String value) {
            return switch (name) {
                case "level" -> words.level(value);
                case "outcome" -> words.say("what-if.outcome.", value);
                case "kind" -> words.say("entry.", value);
                case "change", "verb", "effect" -> words.say(name + ".", value);
                case "reason" -> reason(value);
                case "ground" -> words.ground(value);
                case "code" -> words.say("inadmissible.", value);
                case "row" -> row(value);
                case String _ -> value;
            };
        }

        /** Which row of a table of the scheme: its number, or that none fits. */
        private String row(String row) {
            Object[] number = {row};
            return row.matches("\\d+") ? words.say("why.row", number) : words.say("why.row.", row.toLowerCase(Locale.ROOT));
        }

        /** Why there is no star, or the step that last changed it. */
        private String reason(String code) {
            int colon = code.indexOf(':');
            Object[] about = {called(code.substring(colon + 1))};
            return colon > 0 ? words.say("what-if.reason." + code.substring(0, colon), about)
                    : labels.containsKey(code) ? called(code) : words.say("what-if.reason.", code);
        }

        private String called(String id) {
            Label label = labels.get(id);
            return label == null ? id : words.name(label);
        }
    }
}
