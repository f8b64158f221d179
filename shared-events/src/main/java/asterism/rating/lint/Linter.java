package asterism.rating.lint;

import asterism.document.Finding;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import asterism.rating.TableFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Says everything that is wrong or unclear about a scheme document. */
public final class Linter {
    /** The calendars that come with the product. */
    public static final Set<String> SHIPPED_CALENDARS = Set.of("prc-working-days", "england-working-days");

    private final TableFiles files;
    private final Set<String> calendars;

    /**
     * A linter.
     *
     * @param files     the files that tables of the document may name
     * @param calendars names of the calendars that exist
     */
    public Linter(TableFiles files, Set<String> calendars) {
        this.files = files;
        this.calendars = calendars;
    }

    public Linter() {
        this(TableFiles.NONE, SHIPPED_CALENDARS);
    }

    /** All findings, in the order of the document; empty for a document that is clear in every respect. */
    public List<Finding> lint(String text) {
        SchemeReader.Reading reading = SchemeReader.read(text, files);
        List<Finding> findings = new ArrayList<>(reading.findings());
        reading.versions().forEach(version -> findings.addAll(lint(version)));
        findings.addAll(VersionRules.check(reading.versions()));
        return findings.stream().distinct()
                .sorted(Comparator.comparingInt((Finding it) -> it.mark().line()).thenComparingInt(it -> it.mark().column())
                        .thenComparing(Finding::code))
                .toList();
    }

    private List<Finding> lint(Scheme scheme) {
        Report report = new Report(scheme);
        UsageRules.check(scheme, report);
        SumRules.check(scheme, report);
        BandRules.check(scheme, report);
        FlowRules.check(scheme, report);
        if (scheme.cohort() != null) {
            QuotaRules.check(scheme, scheme.cohort(), report);
        }
        if (scheme.procedure() != null) {
            ProcedureRules.check(scheme, scheme.procedure(), calendars, report);
        }
        return report.findings();
    }
}
