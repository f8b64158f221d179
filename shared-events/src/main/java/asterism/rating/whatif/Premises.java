package asterism.rating.whatif;

import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchEvent.Reorganised;
import asterism.events.BranchId;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Sha256;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Ruling;
import asterism.rating.Cohort;
import asterism.rating.Cohort.Hard;
import asterism.rating.Cohort.Head;
import asterism.rating.Cohort.Quota;
import asterism.rating.Cohort.Ties;
import asterism.rating.Procedure;
import asterism.rating.Scheme;
import asterism.standing.Fate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts and rules of a world in which everything supposed holds. */
final class Premises {
    private final Inputs inputs;
    private final List<Suppose> supposed;

    /** @throws Unsupposable where something is supposed about what is not there */
    Premises(Inputs inputs, List<Suppose> supposed) {
        this.inputs = inputs;
        this.supposed = supposed;
        supposed.forEach(this::check);
    }

    private <S extends Suppose> Stream<S> each(Class<S> kind) {
        return supposed.stream().filter(kind::isInstance).map(kind::cast);
    }

    private <E> Stream<E> facts(Class<E> kind) {
        return inputs.facts().stream().map(Known::event).filter(kind::isInstance).map(kind::cast);
    }

    /** The last position that is known of what people gave and of stars held. */
    long known() {
        return lastKnown(inputs.ranked());
    }

    /** The last position that is supposed to be known; that one where nothing is supposed about it. */
    long lastKnown(long otherwise) {
        return each(Suppose.KnownAt.class).mapToLong(Suppose.KnownAt::position).min().orElse(otherwise);
    }

    Set<Long> leftOut() {
        return each(Suppose.WithoutFact.class).map(Suppose.WithoutFact::position).collect(Collectors.toSet());
    }

    boolean judges(BranchId branch, PersonId person) {
        return each(Suppose.WithoutAssessor.class).noneMatch(without -> without.assessor().equals(person)
                && (without.branch() == null || without.branch().equals(branch)));
    }

    List<Suppose.WithoutScore> scoresLeftOut(BranchId branch) {
        return each(Suppose.WithoutScore.class).filter(without -> without.branch().equals(branch)).toList();
    }

    Set<String> evidenceLeftOut() {
        return each(Suppose.WithoutEvidence.class).map(Suppose.WithoutEvidence::sha256).collect(Collectors.toSet());
    }

    /** By branch, the day before which nothing counts for it. */
    Map<BranchId, LocalDate> countsFrom() {
        Map<BranchId, LocalDate> from = new HashMap<>();
        each(Suppose.WithoutDataBefore.class).forEach(without -> from.merge(without.branch(),
                Optional.ofNullable(without.before()).or(() -> reorganised(without.branch())).orElseThrow(),
                (one, other) -> one.isAfter(other) ? one : other));
        return from;
    }

    /** Whether a fact was established, or a star held or inherited, before that day. */
    static boolean isBefore(Known fact, LocalDate day) {
        return switch (fact.event()) {
            case SiteVisitCompleted visit -> visit.visitedOn().isBefore(day);
            case SurveyClosed _, ScoresSubmitted _, ScoreModerated _, SelfAssessmentRecorded _ -> fact.validOn().isBefore(day);
            case ProvisionalGranted granted -> granted.from().isBefore(day) || (granted.from().equals(day) && isInherited(granted));
            case Ruling ruling -> ruling.from().isBefore(day);
            case asterism.events.Event _ -> false;
        };
    }

    private static boolean isInherited(ProvisionalGranted granted) {
        return Stream.of(Reorganisation.values()).anyMatch(kind -> kind.name().toLowerCase(Locale.ROOT).equals(granted.ground()));
    }

    /** What reorganisations make of stars, where that is supposed to be otherwise. */
    Map<Reorganisation, Fate> fates() {
        Map<Reorganisation, Fate> fates = new EnumMap<>(Reorganisation.class);
        each(Suppose.Under.class).flatMap(under -> under.procedure().stream()).forEach(other -> Stream.of(Reorganisation.values())
                .filter(kind -> fate(other, kind) != fate(inputs.procedure(), kind)).forEach(kind -> fates.put(kind, fate(other, kind))));
        each(Suppose.Reorganised.class).forEach(other -> fates.put(other.kind(), other.fate()));
        return fates;
    }

    private static Fate fate(Procedure procedure, Reorganisation kind) {
        return Fate.of(procedure, kind);
    }

    /** The version that rates. One whose quotas are supposed to be otherwise has a hash of its own. */
    Scheme scheme() {
        Scheme version = each(Suppose.Under.class).map(Suppose.Under::scheme).reduce((_, later) -> later).orElse(inputs.scheme());
        List<String> otherwise = Stream.concat(each(Suppose.Share.class).map(it -> it.quota() + ".share=" + it.share()),
                each(Suppose.Ties.class).map(it -> it.quota() + ".still_tied=" + it.rule().name().toLowerCase(Locale.ROOT))).toList();
        Cohort cohort = version.cohort();
        if (otherwise.isEmpty() || cohort == null) {
            return version;
        }
        String hash = Sha256.of(version.document().hash() + "\n" + String.join("\n", otherwise));
        return version.with(version.version() + " with " + String.join(", ", otherwise),
                new Cohort(cohort.scope(), cohort.quotas().stream().map(this::supposed).toList()), hash);
    }

    private Quota supposed(Quota quota) {
        Head head = each(Suppose.Share.class).filter(it -> it.quota().equals(quota.id())).reduce((_, later) -> later)
                .map(other -> quota.head().with(new Cohort.Share.Fixed(other.share()))).orElse(quota.head());
        return switch (quota) {
            case Cohort.Guide guide -> new Cohort.Guide(head, guide.tolerance());
            case Hard hard -> new Hard(head, hard.max(), hard.rankBy(), each(Suppose.Ties.class)
                    .filter(it -> it.quota().equals(quota.id())).reduce((_, later) -> later)
                    .map(other -> new Ties(hard.ties().thenBy(), other.rule())).orElse(hard.ties()),
                    hard.protection(), hard.ifBroken(), hard.displaced(), hard.waits());
        };
    }

    private void check(Suppose what) {
        switch (what) {
            case Suppose.WithoutAssessor without -> demand(facts(AssessorsAssigned.class)
                            .filter(panel -> without.branch() == null || panel.application().branch().equals(without.branch()))
                            .anyMatch(panel -> panel.assessors().contains(without.assessor())),
                    "what-if.assessor-unknown", without.assessor() + " judged nothing there");
            case Suppose.WithoutScore without -> demand(facts(ScoresOpened.class)
                            .filter(opened -> opened.application().branch().equals(without.branch()))
                            .flatMap(opened -> opened.scores().stream()).filter(one -> one.assessor().equals(without.assessor()))
                            .flatMap(one -> one.marks().stream()).map(Mark::input).anyMatch(without.input()::equals),
                    "what-if.score-unknown", without.assessor() + " gave " + without.branch() + " nothing for " + without.input());
            case Suppose.WithoutEvidence without -> demand(facts(SelfAssessmentRecorded.class)
                            .flatMap(assessed -> assessed.evidence().stream()).anyMatch(file -> file.sha256().equals(without.sha256())),
                    "what-if.evidence-unknown", "no self-assessment names that evidence");
            case Suppose.WithoutFact without -> demand(inputs.facts().stream().anyMatch(fact -> fact.position() == without.position()),
                    "what-if.fact-unknown", "the rating of the round does not look at a fact at position " + without.position());
            case Suppose.WithoutDataBefore without -> demand(without.before() != null || reorganised(without.branch()).isPresent(),
                    "what-if.no-reorganisation", without.branch() + " was neither merged nor split");
            case Suppose.Share share -> demand(scheme().cohort() != null && quotas().anyMatch(quota -> quota.id().equals(share.quota())),
                    "what-if.quota-unknown", "the scheme has no quota " + share.quota());
            case Suppose.Ties ties -> demand(quotas().anyMatch(quota -> quota instanceof Hard && quota.id().equals(ties.quota())),
                    "what-if.quota-unknown", "the scheme has no quota " + ties.quota() + " that ties can break");
            case Suppose.KnownAt at -> demand(inputs.facts().stream().anyMatch(fact -> fact.event() instanceof ApplicationEvent
                            && fact.position() <= at.position()),
                    "what-if.known-too-early", "nothing was known of the round's applications by then");
            case Suppose.Under _, Suppose.Reorganised _ -> { }
        }
    }

    private Stream<Quota> quotas() {
        return Stream.ofNullable(scheme().cohort()).flatMap(cohort -> cohort.quotas().stream());
    }

    private static void demand(boolean holds, String code, String otherwise) {
        if (!holds) {
            throw new Unsupposable(code, otherwise);
        }
    }

    /** The day of the last merger or split the branch came out of. */
    private Optional<LocalDate> reorganised(BranchId branch) {
        return facts(Reorganised.class).filter(order -> switch (order) {
            case BranchesMerged merged -> merged.branch().equals(branch);
            case BranchSplit split -> split.into().contains(branch);
            case Reorganised _ -> false;
        }).map(Reorganised::from).max(Comparator.naturalOrder());
    }
}
