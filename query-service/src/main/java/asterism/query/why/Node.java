package asterism.query.why;

import asterism.events.Fact;
import asterism.events.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reason, and the reasons for it.
 *
 * @param id       what it is: a decision, a step, an input, the place of an assessor in the panel, the hash of a file …
 * @param label    its name in the scheme, or the title of a file
 * @param value    what came of it: a level, a number, a cell
 * @param was      what it would have been without it, or was before
 * @param note     the reason given
 * @param by       who; none where that is withheld from whoever asks
 * @param details  further values by name
 * @param fact     the fact that says so
 */
public record Node(
        Kind kind, String id, @Nullable Label label, @Nullable String value, @Nullable String was, @Nullable String note,
        @Nullable Who by, Map<String, String> details, @Nullable Said fact, List<Node> children) {

    /** What kind of reason it is. */
    public enum Kind {
        STAR, RULING, STRUCK_OUT, STAYED, APPEAL, REORGANISATION, DECISION, MEMBER, NOTICE, OBJECTION, ALLOCATION, QUOTA, TIE, REALLOCATION,
        PROPOSAL, COMPUTATION, SCHEME, STEP, INPUT, SCORE, MODERATION, VISIT, SURVEY, PRIOR_LEVEL, EVIDENCE
    }

    /**
     * Who did it.
     *
     * @param actor as in the fact, such as {@code person/p17}
     * @param name  of a person, where it is not withheld
     */
    public record Who(String actor, @Nullable String name) {
    }

    /** Where a fact stands. */
    public record Said(long position, String type, LocalDate effectiveOn, Instant recordedAt) {
        static Said of(Fact fact) {
            return new Said(fact.at().position(), fact.at().type(), fact.at().effectiveOn(), fact.at().recordedAt());
        }
    }

    public Node {
        details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
        children = List.copyOf(children);
    }

    static Node of(Kind kind, String id, @Nullable String value) {
        return new Node(kind, id, null, value, null, null, null, Map.of(), null, List.of());
    }

    Node labelled(@Nullable Label name) {
        return new Node(kind, id, name, value, was, note, by, details, fact, children);
    }

    /** The value it replaced, where there was another. */
    Node was(@Nullable String before) {
        return new Node(kind, id, label, value, before != null && before.equals(value) ? null : before, note, by, details, fact, children);
    }

    Node noted(@Nullable String words) {
        return new Node(kind, id, label, value, was, words, by, details, fact, children);
    }

    Node by(@Nullable Who who) {
        return new Node(kind, id, label, value, was, note, who, details, fact, children);
    }

    /** One detail more; nothing where there is none. */
    Node detail(String name, @Nullable Object what) {
        if (what == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(name, what.toString());
        return new Node(kind, id, label, value, was, note, by, more, fact, children);
    }

    Node said(Fact by) {
        return new Node(kind, id, label, value, was, note, this.by, details, Said.of(by), children);
    }

    Node because(List<Node> reasons) {
        return new Node(kind, id, label, value, was, note, by, details, fact, reasons);
    }
}
