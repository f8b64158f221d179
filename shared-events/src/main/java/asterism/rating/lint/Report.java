package asterism.rating.lint;

import asterism.document.Finding;
import asterism.rating.Scheme;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings about one version. */
final class Report {
    private final Scheme scheme;
    private final List<Finding> findings = new ArrayList<>();

    Report(Scheme scheme) {
        this.scheme = scheme;
    }

    List<Finding> findings() {
        return findings;
    }

    void error(String code, String path, String message) {
        findings.add(new Finding(Finding.Severity.ERROR, code, scheme.document().mark(path), path, message));
    }

    void warn(String code, String path, String message) {
        findings.add(new Finding(Finding.Severity.WARNING, code, scheme.document().mark(path), path, message));
    }
}
