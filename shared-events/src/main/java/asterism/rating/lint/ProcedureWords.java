package asterism.rating.lint;

import asterism.rating.Procedure;
import asterism.rating.Procedure.BodyWord;
import asterism.rating.Procedure.Form;
import asterism.rating.Procedure.Objector;
import asterism.rating.Quorum;
import asterism.rating.Stated;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Words of the procedure that the house acts by: one that it does not know would be said and change nothing. */
public final class ProcedureWords {
    private static final Set<String> OBJECTING_FROM = Set.of("notice", "publication", "notice_end");
    private static final String QUORUM = "the house knows a number, a share such as 2/3, and majority";

    private final Map<String, String> unknown = new TreeMap<>();

    private ProcedureWords() {
    }

    /** What is wrong with them, by their paths under the procedure. */
    public static Map<String, String> unknown(Procedure procedure) {
        ProcedureWords words = new ProcedureWords();
        List<Procedure.Decision> rows = said(procedure.decision()).orElse(List.of());
        for (int i = 0; i < rows.size(); i++) {
            words.look("decision[" + (i + 1) + "].quorum", rows.get(i).quorum(), Quorum::of, QUORUM);
        }
        said(procedure.objection()).ifPresent(words::objection);
        said(procedure.appeal()).orElse(List.of()).forEach(instance -> words.look("appeal." + instance.id() + ".body", instance.body(),
                BodyWord::of, "the house knows bodies whose word ends with committee, department, discipline_body, agency, panel or team"));
        return words.unknown;
    }

    private void objection(Procedure.Objection objection) {
        look("objection.by", objection.by(), Objector::of, "the house knows anyone, any_person, unit and units");
        look("objection.form", objection.form(), Form::of, "the house knows any, written_or_spoken and signed");
        look("objection.body", objection.body(), BodyWord::of,
                "the house knows bodies whose word ends with committee, department, discipline_body, agency, panel or team");
        look("objection.vote", objection.vote(), Quorum::of, QUORUM);
        if (objection.within() instanceof Stated.Is<Procedure.Within>(Procedure.Within.APeriod(Procedure.Period period))) {
            look("objection.within.from", period.from(), from -> Optional.of(from).filter(OBJECTING_FROM::contains),
                    "objections are taken from the posting of the notice (notice, publication) or from its end (notice_end)");
        }
    }

    private void look(String path, Stated<String> word, Function<String, ? extends Optional<?>> known, String message) {
        said(word).filter(one -> known.apply(one).isEmpty()).ifPresent(_ -> unknown.put(path, message));
    }

    private static <T> Optional<T> said(Stated<T> stated) {
        return stated instanceof Stated.Is<T>(var value) ? Optional.of(value) : Optional.empty();
    }
}
