package asterism.checking;

import java.util.ArrayList;
import java.util.List;

/** What was found so far; the first of each invariant, as one fault makes many. */
final class Findings {
    private static final int MOST = 20;
    private final List<Finding> found = new ArrayList<>();

    void add(String invariant, long position, String what) {
        if (found.stream().filter(finding -> finding.invariant().equals(invariant)).count() < MOST) {
            found.add(new Finding(invariant, position, what));
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
