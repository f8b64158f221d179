package asterism.rating.lint;

import asterism.document.Finding;
import asterism.rating.Scheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Versions of one scheme: no day in two of them (L501), a warning for days in none (L502), and a date that picks one (L503). */
final class VersionRules {
    private VersionRules() {
    }

    static List<Finding> check(List<Scheme> versions) {
        List<Finding> findings = new ArrayList<>();
        if (versions.size() < 2) {
            return findings;
        }
        versions.stream().filter(version -> version.rows().versionDate() == null)
                .forEach(version -> findings.add(finding(Finding.Severity.ERROR, "L503", version, "rows.version_date",
                        "with several versions a column must say which date picks the version")));
        List<Scheme> ordered = versions.stream().sorted(Comparator.comparing(VersionRules::from)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            LocalDate end = to(ordered.get(i - 1));
            LocalDate start = from(ordered.get(i));
            if (!start.isAfter(end)) {
                findings.add(finding(Finding.Severity.ERROR, "L501", ordered.get(i), "valid",
                        "overlaps version " + ordered.get(i - 1).version() + ", which is valid to " + shown(end)));
            } else if (start.isAfter(end.plusDays(1))) {
                findings.add(finding(Finding.Severity.WARNING, "L502", ordered.get(i), "valid",
                        "no version is valid from " + end.plusDays(1) + " to " + start.minusDays(1)));
            }
        }
        return findings;
    }

    private static LocalDate from(Scheme version) {
        return version.valid().from() == null ? LocalDate.MIN : version.valid().from();
    }

    private static LocalDate to(Scheme version) {
        return version.valid().to() == null ? LocalDate.MAX : version.valid().to();
    }

    private static String shown(LocalDate day) {
        return day.equals(LocalDate.MAX) ? "no end" : day.toString();
    }

    private static Finding finding(Finding.Severity severity, String code, Scheme version, String path, String message) {
        return new Finding(severity, code, version.document().mark(path), path, message);
    }
}
