package asterism.command.application;

import asterism.command.application.ApplicationCommand.PlaceInRound;
import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.events.Fact;
import asterism.events.Ranking;
import asterism.events.RoundEvent.QuotaReallocated;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whoever gets a seat that came free waits for a decision anew. */
public final class WhenQuotaReallocatedPlaceApplications implements Reaction<QuotaReallocated> {

    @Override
    public Class<QuotaReallocated> when() {
        return QuotaReallocated.class;
    }

    /** @throws IllegalStateException where the places are missing: documents are kept before the fact that names them */
    @Override
    public List<Command> wish(QuotaReallocated given, Fact fact, Function<String, Optional<String>> documents) {
        String text = documents.apply(given.ranking()).orElseThrow(() -> new IllegalStateException("the places are missing"));
        return Ranking.of(text).places().stream().<Command>map(place ->
                new PlaceInRound(place.application(), place.computed(), given.ranking(), place.trace())).toList();
    }

    /** An application that ended meanwhile needs no seat; the seat is free again. */
    @Override
    public Optional<Command> refused(QuotaReallocated given, Command wish, Refusal refusal) {
        return Optional.empty();
    }
}
