package asterism.command.application;

import asterism.command.application.ApplicationCommand.PlaceInRound;
import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.events.Fact;
import asterism.events.Ranking;
import asterism.events.RoundEvent.QuotaAllocated;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the round's ranking says of an application becomes a fact of that application. */
public final class WhenQuotaAllocatedPlaceApplications implements Reaction<QuotaAllocated> {

    @Override
    public Class<QuotaAllocated> when() {
        return QuotaAllocated.class;
    }

    /** @throws IllegalStateException where the ranking is missing: documents are kept before the fact that names them */
    @Override
    public List<Command> wish(QuotaAllocated allocated, Fact fact, Function<String, Optional<String>> documents) {
        String text = documents.apply(allocated.ranking()).orElseThrow(() -> new IllegalStateException("the ranking is missing"));
        return Ranking.of(text).places().stream().<Command>map(place ->
                new PlaceInRound(place.application(), place.computed(), allocated.ranking(), place.trace())).toList();
    }

    /** An application withdrawn since the roster was sealed has no place, and needs none. */
    @Override
    public Optional<Command> refused(QuotaAllocated allocated, Command wish, Refusal refusal) {
        return Optional.empty();
    }
}
