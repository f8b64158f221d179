package asterism.command.application;

import asterism.command.rules.Rules;
import asterism.rating.LocalRules;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The 70/30 scheme with its local rules, as shipped and varied. */
final class Laws {
    static final String SCHEME = shipped("zoucheng-70-30.yaml");
    static final String LOCAL = shipped("zoucheng-70-30.local-rules.yaml");
    static final String WITHOUT_COHORT = SCHEME.replaceFirst("cohort:(\\n  .*)+", "cohort: none");
    static final Rules AS_SHIPPED = of(SCHEME);
    static final Rules MAY_DEPART = of(SCHEME.replace("may_depart: none", "may_depart: {up: 1, down: 1, reason: required}"));
    static final Rules WITHOUT_SURVEY = of(SCHEME.replace("source: survey", "source: score"));
    static final Rules WITHOUT_NOTICE = of(SCHEME.replaceFirst("notice: \\{.*}", "notice: none"));
    static final Rules WITHOUT_OBJECTIONS = of(SCHEME.replace("objection: not_stated", "objection: none"));
    /** The days of a notice run on while an objection is open. */
    static final Rules NOTICE_RUNS_ON = of(SCHEME.replace("holds_on_objection: not_stated", "holds_on_objection: false"));
    /** A merger or a split leaves nothing to go on. */
    static final Rules ENDING_WITH_BRANCH = of(SCHEME.replace("reorganisation: not_stated",
            "reorganisation: {rename: carry, merge: close, split: unrated, transfer: carry, abolish: close}"));
    /** A department judges the deductions. */
    static final Rules JOINT = with("joint:", "  - {id: conduct, body: discipline, of: [deductions], label: {zh: 作风, en: Conduct}}");
    /** Straight to the scores, where departments give what a visit would have found, and from them to the proposal. */
    static final Rules SHORT = with("skip: [desk_review, site_visit, moderation]", "joint:",
            "  - {id: conduct, body: discipline, of: [deductions, appraisal], label: {zh: 作风, en: Conduct}}");
    static final Rules WITHOUT_QUOTA = of(WITHOUT_COHORT);
    /** Of another family: it knows kinds of branches. */
    static final Rules BY_KIND = new Rules(version(shipped("wuxing-110.yaml")), AS_SHIPPED.procedure());

    private Laws() {
    }

    /** As shipped, in the second language, with these keys added to the procedure. */
    static Rules with(String... keys) {
        return of(SCHEME.replace("language: 1", "language: 2") + "  " + String.join("\n  ", keys) + "\n");
    }

    /** As shipped, in the second language, with these stages instead. */
    static Rules stages(String stages) {
        return of(SCHEME.replace("language: 1", "language: 2").replaceFirst("stages:(\\n    - .*)+", "stages:" + stages));
    }

    /** As shipped, with one place of the local rules said otherwise. */
    static Rules locally(String place, String otherwise) {
        Scheme version = version(SCHEME);
        return new Rules(version, LocalRules.read(LOCAL.replaceFirst(place, otherwise)).effective(version).orElseThrow().procedure());
    }

    /** Local rules that fill what a variant states or leaves out are wrong of it; what it says holds. */
    static Rules of(String scheme) {
        Scheme version = version(scheme);
        return new Rules(version, LocalRules.read(LOCAL).effective(version).orElseThrow().procedure());
    }

    private static Scheme version(String scheme) {
        return SchemeReader.read(scheme).orThrow().getFirst();
    }

    private static String shipped(String name) {
        try {
            return Files.readString(Path.of("..", "deploy", "schemes", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
