package asterism.command.application;

import asterism.command.rules.Rules;
import asterism.rating.LocalRules;
import asterism.rating.Procedure;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import asterism.rating.Stated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The 70/30 scheme with its local rules, as shipped and varied. */
final class Laws {
    static final String SCHEME = shipped("zoucheng-70-30.yaml");
    static final String LOCAL = shipped("zoucheng-70-30.local-rules.yaml");
    static final Rules AS_SHIPPED = of(SCHEME);
    static final Rules MAY_DEPART = of(SCHEME.replace("may_depart: none", "may_depart: {up: 1, down: 1, reason: required}"));
    static final Rules WITHOUT_SURVEY = of(SCHEME.replace("source: survey", "source: score"));
    static final Rules WITHOUT_NOTICE = silent(true, false);
    static final Rules WITHOUT_OBJECTIONS = silent(false, true);
    /** A merger or a split leaves nothing to go on. */
    static final Rules ENDING_WITH_BRANCH = closing();
    /** Of another family: it knows kinds of branches. */
    static final Rules BY_KIND = new Rules(version(shipped("wuxing-110.yaml")), AS_SHIPPED.procedure());

    private Laws() {
    }

    /** As shipped, in the second language, with these keys added to the procedure. */
    static Rules with(String keys) {
        return of(SCHEME.replace("language: 1", "language: 2") + "  " + keys + "\n");
    }

    /** As shipped, in the second language, with these stages instead. */
    static Rules stages(String stages) {
        Scheme version = version(SCHEME.replace("language: 1", "language: 2").replaceFirst("stages:(\\n    - .*)+", "stages:" + stages));
        Procedure all = AS_SHIPPED.procedure();
        Procedure its = Objects.requireNonNull(version.procedure());
        return new Rules(version, new Procedure(all.calendar(), its.stages(), all.decision(), all.notice(), all.objection(), all.appeal(),
                all.validity(), all.surveillance(), all.rectification(), all.suspension(), all.coolDown(), all.plaque(),
                all.reorganisation(), all.followUp(), all.survey(), all.moderation(), all.guards(), all.downgrade(), all.promotion(),
                all.scoring(), all.zone(), all.impact()));
    }

    private static Rules of(String scheme) {
        Scheme version = version(scheme);
        return new Rules(version, LocalRules.read(LOCAL).effective(version).orElseThrow().procedure());
    }

    private static Scheme version(String scheme) {
        return SchemeReader.read(scheme).orThrow().getFirst();
    }

    private static Rules closing() {
        Procedure all = AS_SHIPPED.procedure();
        return new Rules(AS_SHIPPED.scheme(), new Procedure(all.calendar(), all.stages(), all.decision(), all.notice(), all.objection(),
                all.appeal(), all.validity(), all.surveillance(), all.rectification(), all.suspension(), all.coolDown(), all.plaque(),
                new Stated.Is<>(Map.of("merge", new Stated.Is<>("close"))), all.followUp(), all.survey(), all.moderation(), all.guards(),
                all.downgrade(), all.promotion(), all.scoring(), all.zone(), all.impact()));
    }

    private static Rules silent(boolean notice, boolean objection) {
        Procedure all = AS_SHIPPED.procedure();
        return new Rules(AS_SHIPPED.scheme(), new Procedure(all.calendar(), all.stages(), all.decision(),
                notice ? new Stated.None<>() : all.notice(), objection ? new Stated.None<>() : all.objection(), all.appeal(),
                        all.validity(),
                all.surveillance(), all.rectification(), all.suspension(), all.coolDown(), all.plaque(), all.reorganisation(),
                        all.followUp(), all.survey(), all.moderation(), all.guards(), all.downgrade(), all.promotion(),
                all.scoring(), all.zone(), all.impact()));
    }

    private static String shipped(String name) {
        try {
            return Files.readString(Path.of("..", "deploy", "schemes", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
