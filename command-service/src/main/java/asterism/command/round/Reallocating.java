package asterism.command.round;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.guard;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.round.Round.Given;
import asterism.command.round.Round.State;
import asterism.command.round.RoundCommand.ReallocateQuota;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.BranchId;
import asterism.events.Ranking;
import asterism.events.Ranking.Place;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.Seats;
import asterism.events.Sha256;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Seats that came free are given out again only by a numbered decision with its reason, and only to whom the quota had displaced. */
final class Reallocating {
    private Reallocating() {
    }

    static Decision on(State.GivenOut round, ReallocateQuota wish, Given.ForReallocation on) {
        Optional<Seats> quota = round.out().quotas().stream().filter(seats -> seats.quota().equals(wish.quota())).findFirst();
        if (quota.isEmpty()) {
            return invalid("quota", "round.quota-unknown", "the round has no such quota");
        }
        if (on.tied()) {
            return guard("recusal.own-branch", "nobody gives a seat to a branch they are tied to");
        }
        Map<BranchId, Place> displaced = on.displaced().stream()
                .collect(Collectors.toUnmodifiableMap(place -> place.application().branch(), Function.identity()));
        if (wish.to().isEmpty() || new HashSet<>(wish.to()).size() < wish.to().size() || !displaced.keySet().containsAll(wish.to())) {
            return invalid("to", "round.not-displaced",
                    "name branches, each once, that this quota displaced and whose application can be decided anew");
        }
        int free = quota.get().seats() - on.inside();
        if (wish.to().size() > free) {
            return refuse("round.no-seat-free", Math.max(free, 0) + " seats of this quota are free");
        }
        return on.asked().reason() == null ? Refusals.reasonRequired()
                : given(round, wish, wish.to().stream().flatMap(branch -> Optional.ofNullable(displaced.get(branch)).stream()).toList(),
                        free, on);
    }

    private static Decision given(State.GivenOut round, ReallocateQuota wish, List<Place> displaced, int free, Given.ForReallocation on) {
        int number = round.again() + 1;
        String ranking = new Ranking(displaced.stream().map(place -> new Place(place.application(),
                new Computed("RATED", on.stake(), "reallocation-" + number), place.trace())).toList()).text();
        return accept(List.of(ranking), new QuotaReallocated(wish.round(), number, wish.quota(), wish.to(), free, wish.minutes(),
                Sha256.of(ranking)));
    }
}
