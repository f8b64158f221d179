package asterism.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a what-if report says, in words: every star that moves, and why. */
final class Diff {
    private final PrintWriter out;

    Diff(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode result) {
        JsonNode changes = result.get("changes");
        out.printf("%d branches rated, %s, %d of them only because others do%n", result.get("units").asInt(),
                changes.size() == 1 ? "1 star moves" : changes.size() + " stars move", result.get("knockOns").asLong());
        if (!changes.isEmpty()) {
            List<List<String>> rows = new ArrayList<>(List.of(List.of("branch", "as it is", "as it would be", "because")));
            changes.forEach(change -> rows.add(List.of(change.get("branch").asString(), star(change.get("from")), star(change.get("to")),
                    causes(change.get("causes")))));
            out.println();
            rows.forEach(row -> out.printf("  %-8s  %-28s  %-28s  %s%n", row.toArray()));
        }
        out.println();
        quotas(result.get("quotas"), result.get("supposedQuotas"));
        result.get("inherited").forEach(star -> out.printf("  %s after the reorganisation of %s: %s -> %s%n", star.get("branch").asString(),
                star.get("from").asString(), level(star.path("level")), level(star.path("supposed"))));
        out.printf("inputs  %s -> %s%nranking %s -> %s%n", brief(result.get("inputs")), brief(result.get("supposedInputs")),
                brief(result.get("ranking")), brief(result.get("supposedRanking")));
        out.flush();
    }

    private void quotas(JsonNode now, JsonNode then) {
        for (JsonNode quota : now) {
            out.printf("quota   %s, as it is: %s%n", quota.get("quota").asString(), seats(quota));
        }
        for (JsonNode quota : then) {
            out.printf("quota   %s, as it would be: %s%n", quota.get("quota").asString(), seats(quota));
        }
    }

    private static String seats(JsonNode quota) {
        return "%d seats of %d branches, %d would have them, %d moved, %d open".formatted(quota.get("seats").asInt(),
                quota.get("base").asInt(), quota.get("have").asInt(), quota.get("moved").asInt(), quota.get("open").asInt());
    }

    private static String star(JsonNode star) {
        return star.hasNonNull("level") ? "level " + star.get("level").asString()
                : word(star.get("outcome")) + " (" + star.get("reason").asString() + ")";
    }

    private static String level(JsonNode level) {
        return level.isMissingNode() || level.isNull() ? "no star" : "level " + level.asString();
    }

    private static String causes(JsonNode causes) {
        return String.join("; ", causes.valueStream().map(Diff::cause).toList());
    }

    private static String cause(JsonNode cause) {
        String step = cause.get("step").asString();
        return switch (cause.get("kind").asString()) {
            case "INPUT" -> step.equals("takes_no_part") ? "it takes part in one of them only" : "other marks for " + step;
            case "CHANGED" -> step + " says something else";
            case "ADDED" -> step + " is new";
            case "REMOVED" -> step + " is gone";
            default -> "others moved, at " + step;
        };
    }

    private static String word(JsonNode constant) {
        return constant.asString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String brief(JsonNode sha256) {
        return sha256.asString().substring(0, 12);
    }
}
