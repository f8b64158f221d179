package asterism.query.web.asking;

import asterism.events.InvalidValue;
import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.applications.FactsQuestion;
import asterism.query.reading.Refused;
import asterism.query.web.Words;
import asterism.query.web.asking.Drawn.Input;
import asterism.query.web.asking.Drawn.Marked;
import asterism.query.web.asking.Drawn.Problem;
import asterism.query.web.asking.Field.Kind;
import asterism.query.web.asking.Options.About;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws forms: empty ones, and those that came back. */
@Component
public class Drawing {
    private static final int STALE = 412;
    private static final int NO_ANSWER = 503;
    private final FactsQuestion facts;
    private final Options options;
    private final Words words;

    Drawing(FactsQuestion facts, Options options, Words words) {
        this.facts = facts;
        this.options = options;
        this.words = words;
    }

    /**
     * A form nobody has sent yet.
     *
     * @throws Refused where there can be no such subject
     */
    public Drawn empty(Form form, String subject) {
        return filled(Filled.empty(form), subject);
    }

    /** The same with some fields known already, by their names. */
    public Drawn filled(Form form, String subject, Map<String, List<String>> given) {
        return filled(new Filled(form, given), subject);
    }

    Drawn filled(Filled given, String subject) {
        Form form = given.form();
        return drawn(given, subject, UUID.randomUUID().toString(), facts.version(form.streamOf(subject)), null, List.of());
    }

    /**
     * A form that was not recorded, with what was filled in. Where nothing answered it keeps its key, so that sending it again is safe;
     * else it is a new wish. Where others were first it shows what they did and stands on that.
     */
    Drawn again(Filled filled, String subject, String key, long shown, Problem problem) {
        List<Line> changes = problem.status() == STALE ? facts.since(filled.form().streamOf(subject), shown) : List.of();
        long version = changes.isEmpty() ? shown : changes.getLast().version();
        return drawn(filled, subject, problem.status() == NO_ANSWER ? key : UUID.randomUUID().toString(), version, problem, changes);
    }

    private Drawn drawn(Filled filled, String subject, String key, long version, @Nullable Problem problem, List<Line> changes) {
        return new Drawn(filled.form(), subject, key, version, inputs(filled, subject, problem),
                filled.one(Filled.FOR).orElse(null), problem, changes);
    }

    /** The fields of a form with what stands in them. */
    List<Input> inputs(Filled filled, String subject, @Nullable Problem problem) {
        About about = about(filled.form(), subject);
        return filled.form().fields().stream().map(field -> input(field, filled, about, problem)).toList();
    }

    /** The branch a subject is about. */
    String branchOf(Form form, String subject) {
        return about(form, subject).branch();
    }

    private About about(Form form, String subject) {
        try {
            return options.about(form, subject);
        } catch (InvalidValue e) {
            throw Refused.unknown(e.code(), "There is no such subject.");
        }
    }

    private Input input(Field field, Filled filled, About about, @Nullable Problem problem) {
        List<String> values = !filled.values().containsKey(field.name()) ? options.given(field, about)
                : filled.all(field.name());
        boolean fault = problem != null && problem.names(field.name());
        return new Input(field, values, options.of(field, about), field.kind() == Kind.MARKS ? marks(filled, about, problem) : List.of(),
                fault);
    }

    private List<Marked> marks(Filled filled, About about, @Nullable Problem problem) {
        List<String> sent = filled.marked();
        return about.asked().stream().map(item -> {
            String cell = filled.one(Filled.MARK + item.name()).orElseGet(() -> options.mark(item.name(), about));
            boolean fault = problem != null && sent.contains(item.name())
                    && problem.names("marks[" + sent.indexOf(item.name()) + "]");
            return new Marked(item.name(), words.name(item.label()), item.part(), item.least(), item.most(), cell,
                    filled.one(Filled.REMARK + item.name()).orElse(""), fault);
        }).toList();
    }
}
