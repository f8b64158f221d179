package asterism.query.whatif;

import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.PersonId;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.query.reading.Refused;
import asterism.rating.Cohort.StillTied;
import asterism.rating.Exact;
import asterism.rating.whatif.Suppose;
import asterism.standing.Fate;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked. A list that is not given is empty; where all are, the round is rated as it was.
 *
 * @param withoutFacts ids of facts, or their positions
 * @param knownAt      only what was recorded by then counts; not together with {@code asOfPosition}
 */
record Question(
        RoundId round, List<Assessor> withoutAssessors, List<Score> withoutScores, List<String> withoutEvidence, List<String> withoutFacts,
        List<DataBefore> withoutDataBefore, @Nullable Version under, List<Quota> quotas, List<Reorganised> reorganisations,
        @Nullable Instant knownAt, @Nullable Long asOfPosition) {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();
    private static final int MOST = 100;

    Question {
        withoutAssessors = given(withoutAssessors);
        withoutScores = given(withoutScores);
        withoutEvidence = given(withoutEvidence);
        withoutFacts = given(withoutFacts);
        withoutDataBefore = given(withoutDataBefore);
        quotas = given(quotas);
        reorganisations = given(reorganisations);
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** @param branch only in its application; none for the whole round */
    record Assessor(PersonId assessor, @Nullable BranchId branch) {
    }

    record Score(BranchId branch, PersonId assessor, String input) {
    }

    /** @param before the day of the branch's last merger or split where none is given */
    record DataBefore(BranchId branch, @Nullable LocalDate before) {
    }

    /** @param localRules SHA-256; those adopted last for the version where none is given */
    record Version(SchemeId scheme, String version, @Nullable String localRules) {
    }

    /** @param share decimal from 0 to 1 */
    record Quota(String quota, @Nullable String share, @Nullable StillTied stillTied) {
    }

    record Reorganised(Reorganisation kind, Fate fate) {
    }

    /** @throws Refused where that is no such question */
    static Question read(String json) {
        try {
            Question question = STRICT.readValue(json, Question.class);
            if (question == null || question.round == null) {
                throw Refused.bad("round", "parameter.missing", "round is needed.");
            }
            if (question.knownAt != null && question.asOfPosition != null) {
                throw Refused.bad("knownAt", "clock.twice", "Give knownAt or asOfPosition, not both.");
            }
            if (question.size() > MOST) {
                throw Refused.bad("round", "what-if.too-much", "At most " + MOST + " things may be supposed at once.");
            }
            question.quotas.forEach(Question::supposed);
            return question;
        } catch (JacksonException e) {
            throw Refused.bad(field(e), "parameter.malformed", "This cannot be read: " + e.getOriginalMessage());
        }
    }

    private static String field(JacksonException fault) {
        String path = fault.getPath().stream().map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]"
                : "." + step.getPropertyName()).collect(Collectors.joining());
        return path.isEmpty() ? "body" : path.substring(path.startsWith(".") ? 1 : 0);
    }

    private int size() {
        return withoutAssessors.size() + withoutScores.size() + withoutEvidence.size() + withoutFacts.size() + withoutDataBefore.size()
                + quotas.size() + reorganisations.size();
    }

    /** The one way to write this question down. */
    String text() {
        return STRICT.writeValueAsString(this);
    }

    /** What is supposed, with everything it names found. */
    List<Suppose> supposed(RatingInputs inputs) {
        List<Suppose> all = new ArrayList<>();
        if (under != null) {
            RatingInputs.Rules rules = inputs.rules(under.scheme(), under.version(), null, under.localRules());
            all.add(new Suppose.Under(rules.scheme(), rules.procedure()));
        }
        withoutAssessors.forEach(without -> all.add(new Suppose.WithoutAssessor(without.assessor(), without.branch())));
        withoutScores.forEach(without -> all.add(new Suppose.WithoutScore(without.branch(), without.assessor(), without.input())));
        withoutEvidence.forEach(sha256 -> all.add(new Suppose.WithoutEvidence(sha256)));
        withoutFacts.forEach(fact -> all.add(new Suppose.WithoutFact(position(fact, inputs))));
        withoutDataBefore.forEach(without -> all.add(new Suppose.WithoutDataBefore(without.branch(), without.before())));
        quotas.forEach(quota -> all.addAll(supposed(quota)));
        reorganisations.forEach(other -> all.add(new Suppose.Reorganised(other.kind(), other.fate())));
        if (asOfPosition != null) {
            all.add(new Suppose.KnownAt(asOfPosition));
        } else if (knownAt != null) {
            all.add(new Suppose.KnownAt(inputs.positionAt(knownAt)));
        }
        return all;
    }

    private static List<Suppose> supposed(Quota quota) {
        List<Suppose> all = new ArrayList<>();
        if (quota.share() != null) {
            all.add(new Suppose.Share(quota.quota(), Exact.parse(quota.share())
                    .filter(share -> share.signum() >= 0 && share.compareTo(Exact.ONE) <= 0)
                    .orElseThrow(() -> Refused.bad("quotas", "parameter.malformed", "A share is a decimal from 0 to 1."))));
        }
        if (quota.stillTied() != null) {
            all.add(new Suppose.Ties(quota.quota(), quota.stillTied()));
        }
        return all;
    }

    private static long position(String fact, RatingInputs inputs) {
        return fact.matches("[1-9][0-9]{0,17}") ? Long.parseLong(fact) : inputs.positionOf(fact).orElseThrow(() ->
                Refused.unknown("what-if.fact-unknown", "No rating looks at a fact " + fact + "."));
    }
}
