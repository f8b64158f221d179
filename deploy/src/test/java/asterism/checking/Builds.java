package asterism.checking;

import asterism.checking.Beside.Built;
import java.util.HashMap;
import java.util.Map;

/** I4: what was applied is a part of the journal from its start. I5: rebuilt, a projection says the same. I10: all have come to rest. */
final class Builds {
    private Builds() {
    }

    static void check(Beside beside, long size, Findings findings) {
        Map<String, Built> first = new HashMap<>();
        for (Built built : beside.builds()) {
            String name = built.projection() + " (" + built.way() + ")";
            if (built.applied() > size) {
                findings.add("I4", built.applied(), name + " has applied what the journal does not hold");
            }
            if (built.applied() < size || built.trouble() != null) {
                findings.add("I10", built.applied(), "%s stands before %d: %s".formatted(name, size, built.trouble()));
            }
            built.parked().keySet().stream().filter(branch -> !beside.poison().containsValue(branch))
                    .forEach(branch -> findings.add("I10", 0, name + " holds up facts of " + branch + ", where nothing was planted"));
            Built other = first.putIfAbsent(built.projection(), built);
            if (built.contents() != null && other != null && other.contents() != null && !built.contents().equals(other.contents())) {
                findings.add("I5", 0, "%s says something else than %s (%s)".formatted(name, other.projection(), other.way()));
            }
        }
    }
}
