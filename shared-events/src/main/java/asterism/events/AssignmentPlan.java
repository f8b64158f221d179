package asterism.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is to assess what in a round, as a document: a JSON line about the whole, and one for each application. Facts name it by the
 * SHA-256 of its text.
 */
public record AssignmentPlan(Whole whole, List<Panel> panels) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /**
     * About all panels of the round, those that stood before among them.
     *
     * @param connected everybody's marks can be compared: from each assessor a way over shared applications leads to each other one
     * @param fewest    applications that somebody who may assess has, at the least
     * @param most      the same, at the most
     */
    public record Whole(RoundId round, boolean connected, int fewest, int most) {
    }

    /**
     * Who is to assess one application.
     *
     * @param assessors nobody where no panel could be found
     * @param lead      one of them
     * @param why       where no panel could be found, why not, by its code
     */
    public record Panel(ApplicationId application, List<PersonId> assessors, @Nullable PersonId lead, @Nullable String why) {
        public Panel {
            assessors = List.copyOf(assessors);
        }
    }

    public AssignmentPlan {
        panels = List.copyOf(panels);
    }

    public String text() {
        return Stream.concat(Stream.of(whole), panels.stream()).map(line -> MAPPER.writeValueAsString(line) + "\n")
                .collect(Collectors.joining());
    }

    /** @throws UnreadableFact where the text is no such plan */
    public static AssignmentPlan of(String text) {
        try {
            List<String> lines = text.lines().toList();
            return new AssignmentPlan(MAPPER.readValue(lines.isEmpty() ? "" : lines.getFirst(), Whole.class),
                    lines.stream().skip(1).map(line -> MAPPER.readValue(line, Panel.class)).toList());
        } catch (JacksonException e) {
            throw new UnreadableFact("a document is not a plan of assignments", e);
        }
    }
}
