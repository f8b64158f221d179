package asterism.rating;

import asterism.document.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that every name, code and literal of a scheme means something, and that values meet values of their own type (L102 to L104). */
final class Names {
    private static final Input.Type LEVEL = new Input.Type.OfLevel();
    private static final Input.Type NUMBER = new Input.Type.Numeric(null, null, null, null);

    private final Scheme scheme;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Input.Type> types = new HashMap<>();
    private final Set<String> later = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    private Names(Scheme scheme) {
        this.scheme = scheme;
    }

    static List<Finding> check(Scheme scheme) {
        Names names = new Names(scheme);
        names.levels();
        names.comingIn();
        names.steps();
        new CohortNames(scheme, names).check();
        return names.findings;
    }

    void error(String code, String path, String message) {
        findings.add(new Finding(Finding.Severity.ERROR, code, scheme.document().mark(path), path, message));
    }

    private void levels() {
        Set<String> codes = new HashSet<>();
        scheme.levels().stream().filter(level -> !codes.add(level.code()))
                .forEach(level -> error("L103", "levels." + level.code(), "the level " + level.code() + " stands twice"));
    }

    private void comingIn() {
        scheme.kinds().forEach((name, kind) -> {
            if (!scheme.rubrics().containsKey(kind.rubric())) {
                error("L102", "kinds." + name + ".rubric", "no rubric " + kind.rubric());
            }
        });
        if (scheme.kinds().isEmpty() == (scheme.rows().kind() != null) || (scheme.kinds().isEmpty() && scheme.rubrics().size() > 1)) {
            error("L102", "rows", "kinds and the column of the kind go together; without kinds there is one rubric at most");
        }
        scheme.rubrics().forEach((rubric, indicators) -> rubric(rubric, indicators));
        scheme.inputs().forEach((name, input) -> input(name, input));
        scheme.assessors().forEach((name, group) -> reason("assessors." + name + ".too_few", group.tooFew()));
        scheme.steps().forEach(step -> later.addAll(written(step)));
        later.removeAll(types.keySet());
    }

    private void rubric(String rubric, List<Indicator> indicators) {
        Set<String> seen = new HashSet<>();
        for (Indicator indicator : indicators) {
            String path = "rubrics." + rubric + "." + indicator.id();
            if (!seen.add(indicator.id())) {
                error("L103", path, "the indicator " + indicator.id() + " stands twice");
            }
            Input.Type type = new Input.Type.Numeric(indicator.floor(), indicator.max(), indicator.scale(), indicator.by());
            types.put(indicator.id(), type);
            comesIn(path, type, indicator.missing());
        }
    }

    private void input(String name, Input input) {
        if (types.put(name, input.type()) != null || name.equals(Values.LEVEL)) {
            error("L103", "inputs." + name, "the name " + name + " is already taken");
        }
        comesIn("inputs." + name, input.type(), input.missing());
    }

    private void comesIn(String path, Input.Type type, WhenMissing missing) {
        if (type instanceof Input.Type.Numeric number) {
            if (number.by() != null && !scheme.assessors().containsKey(number.by())) {
                error("L102", path + ".by", "no assessor group " + number.by());
            }
            if (number.least() != null && number.most() != null && number.least().compareTo(number.most()) > 0) {
                error("L104", path + ".range", "the range is empty");
            }
        }
        switch (missing) {
            case Ending ending -> reason(path + ".missing", ending);
            case WhenMissing.Use(Operand.Literal literal) -> literal(path + ".missing.use", type, literal);
            case WhenMissing.Allowed _ -> { }
        }
    }

    private void reason(String path, Ending ending) {
        if (!scheme.reasons().containsKey(ending.code())) {
            error("L102", path, "no reason " + ending.code());
        }
    }

    private Set<String> written(Step step) {
        return switch (step.verb()) {
            case Verb.Add _, Verb.Count _ -> Set.of(step.id());
            case Verb.Take take -> Set.of(take.sets() != null ? take.sets() : isLevel(take.of().getFirst()) ? Values.LEVEL : step.id());
            case Verb.Band band -> Set.of(band.sets() == null ? Values.LEVEL : band.sets());
            case Verb.Decide decide -> Set.of(decide.sets() == null ? Values.LEVEL : decide.sets());
            case Verb.Judge _ -> Set.of(Values.LEVEL);
            case Verb.Stop _, Verb.Move _, Verb.Limit _ -> Set.of();
        };
    }

    private boolean isLevel(String name) {
        return name.equals(Values.LEVEL) || types.getOrDefault(name, LEVEL) instanceof Input.Type.OfLevel;
    }

    private void steps() {
        for (Step step : scheme.steps()) {
            String path = "steps." + step.id();
            if (!ids.add(step.id())) {
                error("L103", path, "the id " + step.id() + " stands twice");
            } else if (scheme.inputs().containsKey(step.id()) || types.containsKey(step.id()) || step.id().equals(Values.LEVEL)) {
                error("L103", path, "the id " + step.id() + " is already the name of a value");
            }
            if (step.condition() != null) {
                predicate(path + ".if", step.condition());
            }
            verb(step, path + "." + step.verb().word());
            written(step).forEach(name -> writes(step, path, name));
        }
    }

    private void writes(Step step, String path, String name) {
        Input.Type type = switch (step.verb()) {
            case Verb.Add _, Verb.Count _ -> NUMBER;
            case Verb.Take take -> types.getOrDefault(take.of().getFirst(), LEVEL);
            case Verb _ -> LEVEL;
        };
        Input.Type was = types.put(name, type);
        if (was != null && !name.equals(step.id()) && was.getClass() != type.getClass()) {
            error("L104", path, name + " is of another type");
        }
    }

    private void verb(Step step, String path) {
        switch (step.verb()) {
            case Verb.Stop(StopAt at) -> stop(path, at);
            case Verb.Add(Verb.Parts parts, boolean _, var _, var _, int _) -> parts(path, parts);
            case Verb.Count(Verb.Counted.Where(Verb.Parts parts, List<Predicate.Test> tests)) -> {
                names(parts).forEach(name -> name(path, name).ifPresent(type -> tests(path + ".where", type, tests)));
                partExists(path, parts);
            }
            case Verb.Count(Verb.Counted.Conditions(List<Predicate> of)) -> of.forEach(condition -> predicate(path, condition));
            case Verb.Take take -> take(path, take);
            case Verb.Band band -> {
                typed(path + ".of", band.of(), NUMBER);
                cutting(path, band.cutting());
            }
            case Verb.Decide decide -> {
                for (int i = 0; i < decide.rows().size(); i++) {
                    predicate(path + ".rows[" + (i + 1) + "]", decide.rows().get(i).when());
                    result(path + ".rows[" + (i + 1) + "]", decide.rows().get(i).result());
                }
                result(path + ".otherwise", decide.otherwise());
            }
            case Verb.Move move -> {
                typed(path + ".on", move.on(), LEVEL);
                move.rules().forEach(rule -> predicate(path + ".rules", rule.when()));
                List.of(move.lowest(), move.highest()).forEach(level -> level(path + ".clamp", level));
            }
            case Verb.Limit limit -> name(path + ".on", limit.on()).ifPresent(type -> limit(path, type, limit));
            case Verb.Judge judge -> {
                if (judge.options() != null) {
                    judge.options().forEach(option -> operand(path + ".options", LEVEL, option));
                }
                typed(path + ".decision", judge.decision(), LEVEL);
            }
        }
    }

    private void stop(String path, StopAt at) {
        switch (at) {
            case Ending ending -> reason(path, ending);
            case StopAt.AtLevel(Operand level, String because) -> {
                operand(path + ".level", LEVEL, level);
                reason(path + ".because", new Ending.NotRated(because));
            }
        }
    }

    private void limit(String path, Input.Type type, Verb.Limit limit) {
        if (!ordered(type)) {
            error("L104", path + ".on", limit.on() + " has no order that could be limited");
            return;
        }
        if (limit.atMost() != null) {
            operand(path + ".at_most", type, limit.atMost());
        }
        if (limit.atLeast() != null) {
            operand(path + ".at_least", type, limit.atLeast());
        }
    }

    private void take(String path, Verb.Take take) {
        List<Optional<Input.Type>> of = take.of().stream().map(name -> name(path + ".of", name)).toList();
        of.forEach(type -> type.filter(it -> !(it instanceof Input.Type.OfLevel || it instanceof Input.Type.Numeric))
                .ifPresent(_ -> error("L104", path + ".of", "only levels or numbers can be taken")));
        if (of.stream().flatMap(Optional::stream).map(Object::getClass).distinct().count() > 1) {
            error("L104", path + ".of", "levels and numbers cannot be compared");
        }
    }

    private List<String> names(Verb.Parts parts) {
        return switch (parts) {
            case Verb.Parts.Named(List<Verb.Weighted> of) -> of.stream().map(Verb.Weighted::name).toList();
            case Verb.Parts.OfPart(String part) ->
                    scheme.indicators().values().stream().filter(it -> it.part().equals(part)).map(Indicator::id).toList();
        };
    }

    private void partExists(String path, Verb.Parts parts) {
        if (parts instanceof Verb.Parts.OfPart(String part) && names(parts).isEmpty()) {
            error("L102", path + ".of_part", "no indicator has the part " + part);
        }
    }

    private void parts(String path, Verb.Parts parts) {
        partExists(path, parts);
        names(parts).forEach(name -> typed(path + ".of", name, NUMBER));
    }

    private void cutting(String path, Verb.Cutting cutting) {
        switch (cutting) {
            case Verb.Cutting.Rows(List<Verb.BandRow> rows, Result otherwise) -> {
                for (int i = 0; i < rows.size(); i++) {
                    result(path + ".rows[" + (i + 1) + "]", rows.get(i).result());
                }
                result(path + ".otherwise", otherwise);
            }
            case Verb.Cutting.Cuts cuts -> cuts(path + ".cuts", cuts);
        }
    }

    private void cuts(String path, Verb.Cutting.Cuts cuts) {
        cuts.results().forEach(level -> level(path + ".results", level));
        reason(path + ".no_row", cuts.noRow());
        cuts.by().forEach(name -> name(path + ".by", name));
        if (cuts.results().size() != cuts.columns().size() + 1) {
            error("L316", path + ".results", cuts.columns().size() + " cuts need " + (cuts.columns().size() + 1) + " results");
        }
        table(path, cuts.table(), cuts.by()).ifPresent(table -> {
            cuts.columns().forEach(column -> numbers(path + ".columns", table, column, true));
            if (cuts.direction() == Verb.Direction.BY_TABLE) {
                boolean known = table.columns().contains("direction")
                        && table.rows().stream().map(row -> table.cell(row, "direction"))
                        .allMatch(it -> it.equals("higher") || it.equals("lower"));
                if (!known) {
                    error("L102", path + ".table", "the table needs a column direction with higher or lower");
                }
            }
        });
    }

    Optional<Table> table(String path, String name, List<String> by) {
        Table table = scheme.tables().get(name);
        if (table == null) {
            error("L102", path + ".table", "no table " + name);
        } else if (table.keys().size() != by.size()) {
            error("L102", path + ".by", "the table " + name + " has " + table.keys().size() + " keys");
            return Optional.empty();
        }
        return Optional.ofNullable(table);
    }

    void numbers(String path, Table table, String column, boolean mayBeEmpty) {
        if (!table.columns().contains(column)) {
            error("L102", path, "the table " + table.name() + " has no column " + column);
            return;
        }
        table.rows().stream().map(row -> table.cell(row, column))
                .filter(cell -> Exact.parse(cell).isEmpty() && !(mayBeEmpty && cell.isEmpty()))
                .findFirst().ifPresent(cell -> error("L104", "tables." + table.name(), "'" + cell + "' in column " + column
                        + " is not a number"));
    }

    private void result(String path, Result result) {
        switch (result) {
            case Result.ToLevel(String code) -> level(path, code);
            case Result.Unset _ -> { }
            case Ending ending -> reason(path, ending);
        }
    }

    void level(String path, String code) {
        if (scheme.rank(code).isEmpty()) {
            error("L102", path, "no level " + code);
        }
    }

    void ending(String path, Ending ending) {
        reason(path, ending);
    }

    /** The type of a name; a finding where it is unknown, or known only further down. */
    Optional<Input.Type> name(String path, String name) {
        Input.@Nullable Type type = types.get(name);
        if (type == null) {
            boolean comesLater = later.contains(name);
            error(comesLater ? "L103" : "L102", path, comesLater ? name + " is used before the step that writes it"
                    : "no value is called " + name);
        }
        return Optional.ofNullable(type);
    }

    private void typed(String path, String name, Input.Type wanted) {
        name(path, name).filter(type -> type.getClass() != wanted.getClass())
                .ifPresent(_ -> error("L104", path, name + " is no " + (wanted instanceof Input.Type.OfLevel ? "level" : "number")));
    }

    void predicate(String path, Predicate predicate) {
        switch (predicate) {
            case Predicate.All(List<Predicate> of) -> of.forEach(part -> predicate(path, part));
            case Predicate.Any(List<Predicate> of) -> of.forEach(part -> predicate(path, part));
            case Predicate.Not(Predicate of) -> predicate(path, of);
            case Predicate.Compare(String name, List<Predicate.Test> tests) -> name(path, name).ifPresent(type -> tests(path, type, tests));
        }
    }

    private void tests(String path, Input.Type type, List<Predicate.Test> tests) {
        for (Predicate.Test test : tests) {
            switch (test) {
                case Predicate.Test.Missing _ -> { }
                case Predicate.Test.In(List<Operand> operands) -> operands.forEach(operand -> operand(path, type, operand));
                case Predicate.Test.Against(Predicate.Op op, Operand operand) -> {
                    if (op != Predicate.Op.IS && op != Predicate.Op.IS_NOT && !ordered(type)) {
                        error("L104", path, "a value without order can only be asked is, is_not or in");
                    }
                    operand(path, type, operand);
                }
            }
        }
    }

    private static boolean ordered(Input.Type type) {
        return type instanceof Input.Type.Numeric || type instanceof Input.Type.OfLevel || type instanceof Input.Type.Date;
    }

    private void operand(String path, Input.Type type, Operand operand) {
        switch (operand) {
            case Operand.Literal literal -> literal(path, type, literal);
            case Operand.Name(String name, Operand.Shift shift) -> {
                name(path, name).filter(it -> it.getClass() != type.getClass())
                        .ifPresent(_ -> error("L104", path, name + " is of another type"));
                if (shift != null && !fits(type, shift)) {
                    error("L104", path, "this plus does not fit the type of " + name);
                }
            }
        }
    }

    private static boolean fits(Input.Type type, Operand.Shift shift) {
        boolean whole = shift.by().fits(0);
        return switch (type) {
            case Input.Type.Numeric _ -> shift.unit() == null;
            case Input.Type.OfLevel _ -> shift.unit() == null && whole;
            case Input.Type.Date _ -> shift.unit() != null && whole;
            case Input.Type.YesNo _, Input.Type.Choice _, Input.Type.Text _ -> false;
        };
    }

    private void literal(String path, Input.Type type, Operand.Literal literal) {
        if (Literals.read(scheme, type, literal).isEmpty()) {
            error(type instanceof Input.Type.OfLevel ? "L102" : "L104", path,
                    type instanceof Input.Type.OfLevel ? "no level " + literal : "'" + literal + "' cannot be read here");
        }
    }
}
