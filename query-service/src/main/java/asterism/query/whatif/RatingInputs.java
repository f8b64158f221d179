package asterism.query.whatif;

import asterism.events.ApplicationEvent;
import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import asterism.events.SchemeEvent.ImpactReported;
import asterism.events.SchemeEvent.LocalRulesAdopted;
import asterism.events.SchemeEvent.SchemeVersionPublished;
import asterism.events.SchemeId;
import asterism.query.projecting.Live;
import asterism.query.reading.Refused;
import asterism.query.whatif.RatingInputsProjection.Given;
import asterism.rating.LocalRules;
import asterism.rating.Procedure;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import asterism.rating.whatif.Inputs;
import asterism.rating.whatif.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the rating of a round looks at.
 *
 * @param view     of the projection
 * @param position up to which facts count
 */
record RatingInputs(Live.View view, long position) {

    /**
     * Rules completed by local rules.
     *
     * @param procedure empty where the version only calculates, or no local rules complete it
     */
    record Rules(Scheme scheme, Optional<Procedure> procedure) {
    }

    /** @throws Refused where the round was never opened */
    RoundOpened opened(RoundId round) {
        return of(Set.of("round/" + round)).stream().map(Known::event).filter(RoundOpened.class::isInstance).map(RoundOpened.class::cast)
                .findFirst().orElseThrow(() -> Refused.unknown("round.unknown", "There is no such round."));
    }

    /**
     * Everything that the rating of a round looks at.
     *
     * @param today the day it would be rated on, where it is not rated yet
     */
    Inputs inputs(RoundId round, LocalDate today) {
        RoundOpened opened = opened(round);
        Rules rules = rules(opened.pin().scheme(), opened.pin().version(), opened.pin().sha256(), opened.pin().localRules());
        List<Known> ofRound = of(Set.of("round/" + round));
        List<Known> facts = Stream.concat(ofRound.stream(), ofBranches(ofRound).stream())
                .sorted(Comparator.comparingLong(Known::position)).toList();
        return Inputs.of(round, rules.scheme(), rules.procedure().orElseThrow(), facts, position, today);
    }

    /** The facts of all branches that take part, and of those they came out of. */
    private List<Known> ofBranches(List<Known> ofRound) {
        Set<BranchId> known = new HashSet<>();
        Set<BranchId> next = ofRound.stream().map(Known::event).filter(ApplicationEvent.class::isInstance)
                .map(event -> ((ApplicationEvent) event).application().branch()).collect(Collectors.toSet());
        List<Known> facts = List.of();
        while (!known.containsAll(next)) {
            known.addAll(next);
            facts = of(known.stream().map(branch -> "branch/" + branch).collect(Collectors.toSet()));
            next = facts.stream().map(Known::event).flatMap(RatingInputs::parts).collect(Collectors.toSet());
        }
        return facts;
    }

    private static Stream<BranchId> parts(Event event) {
        return switch (event) {
            case BranchesMerged merged -> merged.of().stream();
            case BranchSplit split -> Stream.of(split.branch());
            case Event _ -> Stream.empty();
        };
    }

    /** The newest of a position's facts at or before that time; 0 where there is none. */
    long positionAt(Instant time) {
        return view.sql().sql("select coalesce(max(position), 0) from given where recorded_at <= ?")
                .param(time.atOffset(ZoneOffset.UTC)).query(Long.class).single();
    }

    /** The position of a fact by its id; empty where no rating looks at such a fact. */
    Optional<Long> positionOf(String eventId) {
        return view.sql().sql("select position from given where event_id = ? and position <= ?").params(eventId, position)
                .query(Long.class).optional();
    }

    /**
     * A published version.
     *
     * @param sha256     of its text; by its name alone where none is given
     * @param localRules their SHA-256; those adopted last where none is given
     * @throws Refused where there is no such version, or no such local rules
     */
    Rules rules(SchemeId scheme, String version, @Nullable String sha256, @Nullable String localRules) {
        List<Event> facts = of(Set.of("scheme/" + scheme)).stream().map(Known::event).toList();
        SchemeVersionPublished published = facts.stream().filter(SchemeVersionPublished.class::isInstance)
                .map(SchemeVersionPublished.class::cast)
                .filter(each -> each.version().equals(version) && (sha256 == null || each.sha256().equals(sha256))).findFirst()
                .orElseThrow(() -> Refused.unknown("scheme.version-unknown", "The scheme has no such version."));
        Optional<LocalRulesAdopted> adopted = facts.stream().filter(LocalRulesAdopted.class::isInstance).map(LocalRulesAdopted.class::cast)
                .filter(each -> localRules == null ? each.version().equals(version) : each.sha256().equals(localRules))
                .reduce((_, later) -> later);
        if (localRules != null && adopted.isEmpty()) {
            throw Refused.unknown("scheme.local-rules-unknown", "No such local rules were adopted.");
        }
        Scheme read = SchemeReader.read(published.document()).orThrow().stream().filter(each -> each.version().equals(version)).findFirst()
                .orElseThrow();
        return new Rules(read, adopted.flatMap(rules -> LocalRules.read(rules.document()).effective(read))
                .filter(LocalRules.Effective::isComplete).map(LocalRules.Effective::procedure));
    }

    /** What was reported of a scheme's versions, oldest first. */
    List<ImpactReported> impacts(SchemeId scheme) {
        return of(Set.of("scheme/" + scheme)).stream().map(Known::event).filter(ImpactReported.class::isInstance)
                .map(ImpactReported.class::cast).toList();
    }

    private List<Known> of(Collection<String> subjects) {
        return view.sql().sql("select * from given where subject = any(?) and position <= ? order by position")
                .params(subjects.toArray(String[]::new), position).query(RatingInputsProjection.GIVEN).list().stream()
                .map(Given::known).toList();
    }
}
