package asterism.query.web.lab;

import asterism.query.web.lab.Supposed.Kind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A round, and all that is supposed of it at once. */
public record ChangeSet(String round, List<Supposed> supposed) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ChangeSet {
        supposed = List.copyOf(supposed);
    }

    static ChangeSet of(String round, List<String> texts) {
        return new ChangeSet(round, texts.stream().map(Supposed::read).distinct().toList());
    }

    ChangeSet and(Supposed more) {
        return new ChangeSet(round, Stream.concat(supposed.stream(), Stream.of(more)).distinct().toList());
    }

    /** The same without one of them. */
    public ChangeSet without(Supposed less) {
        return new ChangeSet(round, supposed.stream().filter(each -> !each.equals(less)).toList());
    }

    /** Where it can be looked at, changed and asked. */
    public String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/what-if").queryParam("round", "{round}");
        Object[] values = Stream.concat(Stream.of(round), supposed.stream().map(Supposed::text)).toArray();
        IntStream.range(0, supposed.size()).forEach(i -> address.queryParam("suppose", "{" + i + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /**
     * The question as the API takes it.
     *
     * @param zone in which a day ends up to whose end things are known
     */
    String json(ZoneId zone) {
        ObjectNode question = JSON.createObjectNode().put("round", round);
        supposed.forEach(each -> put(each, question, zone));
        return question.toString();
    }

    private static void put(Supposed each, ObjectNode question, ZoneId zone) {
        switch (each.kind()) {
            case ASSESSOR -> put(question.withArray("withoutAssessors").addObject(), each, "assessor", "branch");
            case SCORE -> put(question.withArray("withoutScores").addObject(), each, "branch", "assessor", "input");
            case EVIDENCE -> question.withArray("withoutEvidence").add(each.part(0));
            case FACT -> question.withArray("withoutFacts").add(each.part(0));
            case DATA -> put(question.withArray("withoutDataBefore").addObject(), each, "branch", "before");
            case VERSION -> put(question.putObject("under"), each, "scheme", "version", "localRules");
            case SHARE -> put(question.withArray("quotas").addObject(), each, "quota", "share");
            case TIES -> put(question.withArray("quotas").addObject(), each, "quota", "stillTied");
            case REORGANISATION -> put(question.withArray("reorganisations").addObject(), each, "kind", "fate");
            case KNOWN -> question.put("knownAt", moment(each.part(0), zone));
            case POSITION -> question.put("asOfPosition", each.part(0));
        }
    }

    private static void put(ObjectNode into, Supposed each, String... names) {
        IntStream.range(0, names.length).filter(i -> !each.part(i).isEmpty()).forEach(i -> into.put(names[i], each.part(i)));
    }

    /** The end of a day; anything else is a moment already, or no time at all, which the question says. */
    private static String moment(String text, ZoneId zone) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1000)
                .toString() : text;
    }

    /** What a question supposes. */
    static ChangeSet of(JsonNode question) {
        List<Supposed> all = new ArrayList<>();
        if (question.has("under")) {
            all.add(parts(Kind.VERSION, "scheme", "version", "localRules").apply(question.get("under")));
        }
        all(question, "withoutAssessors", parts(Kind.ASSESSOR, "assessor", "branch"), all);
        all(question, "withoutScores", parts(Kind.SCORE, "branch", "assessor", "input"), all);
        all(question, "withoutEvidence", file -> Supposed.of(Kind.EVIDENCE, file.asString()), all);
        all(question, "withoutFacts", fact -> Supposed.of(Kind.FACT, fact.asString()), all);
        all(question, "withoutDataBefore", parts(Kind.DATA, "branch", "before"), all);
        question.path("quotas").forEach(quota -> {
            if (quota.has("share")) {
                all.add(parts(Kind.SHARE, "quota", "share").apply(quota));
            }
            if (quota.has("stillTied")) {
                all.add(parts(Kind.TIES, "quota", "stillTied").apply(quota));
            }
        });
        all(question, "reorganisations", parts(Kind.REORGANISATION, "kind", "fate"), all);
        if (question.has("knownAt")) {
            all.add(Supposed.of(Kind.KNOWN, question.get("knownAt").asString()));
        }
        if (question.has("asOfPosition")) {
            all.add(Supposed.of(Kind.POSITION, question.get("asOfPosition").asString()));
        }
        return new ChangeSet(question.path("round").asString(), all);
    }

    private static void all(JsonNode question, String name, Function<JsonNode, Supposed> read, List<Supposed> into) {
        question.path(name).forEach(each -> into.add(read.apply(each)));
    }

    private static Function<JsonNode, Supposed> parts(Kind kind, String... names) {
        return from -> {
            List<String> parts = Stream.of(names).map(name -> from.path(name).asString("")).toList();
            return new Supposed(kind, parts.getLast().isEmpty() ? parts.subList(0, parts.size() - 1) : parts);
        };
    }
}
