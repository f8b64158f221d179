package asterism.query.web.asking;

import asterism.query.web.asking.Field.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command as a form.
 *
 * @param command its name, as the policy knows it
 * @param stream  kind of stream its subject has, such as {@code application}
 * @param path    where it is sent; {@code {subject}} and given fields in braces are put in
 * @param guarded it is sent with the version that was shown, and refused where others were first
 */
public record Form(String command, String stream, String path, boolean guarded, List<Field> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    /** The field of that name goes into the path. */
    boolean inPath(Field field) {
        return path.contains("{" + field.name() + "}");
    }

    /** The stream of a subject; its version is what the form is drawn from. */
    public String streamOf(String subject) {
        return stream + "/" + subject;
    }

    /** The page of a subject, to come back to. */
    public String pageOf(String subject) {
        return switch (stream) {
            case "application" -> (command.equals("RaiseObjection") ? "/notices/" : "/cases/") + subject;
            case "appeal" -> "/appeals/" + subject;
            case "round" -> "/rounds/" + subject;
            case "scheme" -> "/schemes/" + subject;
            default -> "/branches/" + subject;
        };
    }

    Form with(Field... more) {
        return new Form(command, stream, path, guarded, Stream.concat(fields.stream(), Stream.of(more)).toList());
    }

    /** Needs a reason, which is published with the fact. */
    Form reason() {
        return with(Field.of("reason", Kind.TEXT));
    }

    /** May carry a reason. */
    Form mayGiveReason() {
        return with(Field.of("reason", Kind.TEXT).mayBeEmpty());
    }

    /** Others may well act meanwhile; that changes nothing for this command. */
    Form unguarded() {
        return new Form(command, stream, path, false, fields);
    }
}
