package asterism.query.web.asking;

import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.web.asking.Field.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown.
 *
 * @param key     its idempotency key: sent twice, it is recorded once
 * @param version of the subject it is drawn from
 * @param onBehalfOf who lets the person act for them; none where they act for themselves
 * @param problem why it was not recorded; none where it was not sent yet
 * @param changes what others did since the version that was shown before
 */
public record Drawn(Form form, String subject, String key, long version, List<Input> inputs, @Nullable String onBehalfOf,
                    @Nullable Problem problem, List<Line> changes) {

    /**
     * A field with what stands in it.
     *
     * @param fault it is what the refusal names
     */
    public record Input(Field field, List<String> values, List<Option> options, List<Marked> marks, boolean fault) {

        public String value() {
            return values.isEmpty() ? "" : values.getFirst();
        }

        public boolean has(String code) {
            return values.contains(code);
        }
    }

    /**
     * Something that can be chosen.
     *
     * @param not why it cannot be; none where it can
     */
    public record Option(String code, String text, @Nullable String not) {
        Option(String code, String text) {
            this(code, text, null);
        }
    }

    /**
     * An item of the rubric with the mark that stands for it.
     *
     * @param part  of the rubric; none where it has none
     * @param least smallest value; none where open
     * @param most  greatest value; none where open
     */
    public record Marked(String name, String label, @Nullable String part, @Nullable String least, @Nullable String most, String cell,
                         String remark, boolean fault) {
    }

    /**
     * Why a command was not recorded.
     *
     * @param code     stable, as the command API gives it
     * @param field    path of the field at fault; none where it is none
     * @param sentence what the command API says, for codes the pages have no words for
     */
    public record Problem(int status, String code, @Nullable String field, String sentence) {
        boolean names(String path) {
            return field != null && (field.equals(path) || field.startsWith(path + ".") || field.startsWith(path + "["));
        }
    }

    /** Where it is sent. */
    public String action() {
        return "/do/" + form.command() + "/" + subject;
    }

    public boolean hasFiles() {
        return form.fields().stream().anyMatch(field -> field.kind() == Kind.EVIDENCE);
    }

    /** The id of the input that the problem names, to jump to. */
    public @Nullable String faulty() {
        return inputs.stream().filter(Input::fault).findFirst().map(input -> input.marks().stream().filter(Marked::fault).findFirst()
                .map(mark -> id("mark." + mark.name())).orElseGet(() -> id(input.field().name()))).orElse(null);
    }

    /** The id of an input on a page that may hold several forms. */
    public String id(String field) {
        return form.command() + "-" + field.replace('.', '-');
    }
}
