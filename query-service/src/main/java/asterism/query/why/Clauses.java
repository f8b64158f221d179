package asterism.query.why;

import asterism.events.Label;
import asterism.query.facts.Schemes.Pinned;
import asterism.rating.Cohort;
import asterism.rating.Indicator;
import asterism.rating.Input;
import asterism.rating.Scheme;
import asterism.rating.Step;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a scheme's document speaks of a step, a quota, an input or an indicator, and what it calls them. */
record Clauses(Pinned pinned) {

    /** The node with its name, the path and line of its clause, and how an unclear text was read. */
    Node cite(Node node, String id) {
        Scheme scheme = scheme();
        Optional<Step> step = scheme.steps().stream().filter(each -> each.id().equals(id)).findFirst();
        if (step.isPresent()) {
            return read(at(node, "steps." + id, step.get().label()), step.get().reading());
        }
        Optional<Cohort.Quota> quota = quotas().filter(each -> each.id().equals(id)).findFirst();
        if (quota.isPresent()) {
            return read(at(node, "cohort.quotas." + id, quota.get().head().label()), quota.get().head().reading());
        }
        Input input = scheme.inputs().get(id);
        return input != null ? at(node, "inputs." + id, input.label()) : indicator(node, id);
    }

    private Node indicator(Node node, String id) {
        for (Map.Entry<String, java.util.List<Indicator>> rubric : scheme().rubrics().entrySet()) {
            Optional<Indicator> found = rubric.getValue().stream().filter(each -> each.id().equals(id)).findFirst();
            if (found.isPresent()) {
                return at(node, "rubrics." + rubric.getKey() + "." + id, found.get().label()).detail("part", found.get().part())
                        .detail("most", found.get().max());
            }
        }
        return node;
    }

    /** It comes from outside and is no step's result. */
    boolean isInput(String name) {
        return scheme().inputs().containsKey(name) || scheme().indicators().containsKey(name);
    }

    boolean isPriorLevel(String name) {
        return isFrom(Input.Source.PRIOR_LEVEL, name);
    }

    boolean isVote(String name) {
        return isFrom(Input.Source.DECISION, name);
    }

    private boolean isFrom(Input.Source source, String name) {
        Input input = scheme().inputs().get(name);
        return input != null && input.source() == source;
    }

    private Node at(Node node, String path, asterism.rating.Label label) {
        return node.labelled(new Label(label.zh(), label.en())).detail("clause", path)
                .detail("line", scheme().document().mark(path).line());
    }

    private static Node read(Node node, asterism.rating.@Nullable Label reading) {
        return reading == null ? node : node.detail("readingZh", reading.zh()).detail("readingEn", reading.en());
    }

    private Stream<Cohort.Quota> quotas() {
        return Stream.ofNullable(scheme().cohort()).flatMap(cohort -> cohort.quotas().stream());
    }

    private Scheme scheme() {
        return pinned.scheme();
    }

    /** The document itself. */
    Node document() {
        return Node.of(Node.Kind.SCHEME, scheme().id(), scheme().version())
                .labelled(new Label(scheme().title().zh(), scheme().title().en()))
                .detail("sha256", scheme().document().hash()).detail("source", scheme().source().text()).said(pinned.fact());
    }
}
