package asterism.query.web;

import asterism.query.why.Node;
import asterism.query.why.Node.Kind;
import asterism.query.why.Node.Said;
import java.util.EnumSet;
import java.util.List;
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
    private static final Set<Kind> FOLDED = EnumSet.of(Kind.STEP, Kind.QUOTA, Kind.INPUT, Kind.SCORE);

    /** A value by its name. */
    public record Detail(String name, String value) {
    }

    static Reason of(Node node, Words words) {
        Node.Who who = node.by();
        return new Reason(what(node, words), value(node.kind(), node.value(), words),
                node.was() == null ? null : value(node.kind(), node.was(), words), node.note(),
                who == null ? null : words.actor(who.actor(), who.name()), details(node.details(), words), node.fact(),
                !FOLDED.contains(node.kind()), node.children().stream().map(child -> of(child, words)).toList());
    }

    private static String what(Node node, Words words) {
        String kind = words.say("why.kind.", node.kind().name());
        return switch (node.kind()) {
            case SCORE -> words.say("why.score-of", node.id());
            case STEP, QUOTA, INPUT, SCHEME, EVIDENCE, VISIT, SURVEY, TIE, REALLOCATION, MODERATION -> kind + " "
                    + (node.label() == null ? node.id() : words.name(node.label()));
            case STAR, RULING, STRUCK_OUT, STAYED, APPEAL, REORGANISATION, DECISION, MEMBER, NOTICE, OBJECTION, ALLOCATION, PROPOSAL,
                 COMPUTATION, PRIOR_LEVEL -> kind;
        };
    }

    private static @Nullable String value(Kind kind, @Nullable String value, Words words) {
        if (LEVELS.contains(kind)) {
            return words.level(value);
        }
        return value != null && CODES.contains(kind) ? words.say("why.value.", value) : value;
    }

    /** How an unclear text was read is told in the language of the page. */
    private static List<Detail> details(Map<String, String> details, Words words) {
        String other = Language.of(LocaleContextHolder.getLocale()) == Language.ZH ? "readingEn" : "readingZh";
        return details.entrySet().stream().filter(detail -> !detail.getKey().equals(other))
                .map(detail -> new Detail(words.say("why.detail.", detail.getKey()), said(detail.getKey(), detail.getValue(), words)))
                .toList();
    }

    /** A code in words; what the scheme or a person wrote stands for itself. */
    private static String said(String name, String value, Words words) {
        return switch (name) {
            case "level" -> words.level(value);
            case "outcome" -> words.say("what-if.outcome.", value);
            case "kind" -> words.say("entry.", value);
            case "change", "verb", "effect" -> words.say(name + ".", value);
            case "reason" -> reason(value, words);
            case String _ -> value;
        };
    }

    /** Why there is no star, or the id of the step that last changed it, which stands in the tree by its name. */
    private static String reason(String code, Words words) {
        int colon = code.indexOf(':');
        Object[] about = {code.substring(colon + 1)};
        return colon < 0 ? words.say("what-if.reason.", code) : words.say("what-if.reason." + code.substring(0, colon), about);
    }
}
