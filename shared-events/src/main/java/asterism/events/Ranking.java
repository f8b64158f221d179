package asterism.events;

import asterism.events.ApplicationEvent.Computed;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The ranking of a round as a document: a JSON line per application. Facts name it by the SHA-256 of its text. */
public record Ranking(List<Place> places) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /**
     * What became of one application.
     *
     * @param computed outcome after the round's quotas
     * @param trace    the rating engine's lines, as written
     */
    public record Place(ApplicationId application, Computed computed, List<String> trace) {
        public Place {
            trace = List.copyOf(trace);
        }
    }

    public Ranking {
        places = List.copyOf(places);
    }

    public String text() {
        return places.stream().map(place -> MAPPER.writeValueAsString(place) + "\n").collect(Collectors.joining());
    }

    /** @throws UnreadableFact where the text is no ranking */
    public static Ranking of(String text) {
        try {
            return new Ranking(text.lines().map(line -> MAPPER.readValue(line, Place.class)).toList());
        } catch (JacksonException e) {
            throw new UnreadableFact("a document is not a ranking", e);
        }
    }
}
