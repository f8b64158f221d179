package asterism.command.scheme;

import asterism.command.core.Command;
import asterism.events.Mark;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.StreamId;
import asterism.events.Texts;
import java.time.LocalDate;
import java.util.List;

/** What can be asked of a scheme. */
public sealed interface SchemeCommand extends Command {

    SchemeId scheme();

    @Override
    default StreamId stream() {
        return StreamId.of(scheme());
    }

    /**
     * Publishes one version of the scheme; which one, the document says itself.
     *
     * @param document     the whole text
     * @param acknowledged codes of the linter's warnings that the publisher accepts
     */
    record PublishSchemeVersion(SchemeId scheme, String document, List<String> acknowledged) implements SchemeCommand {
        public PublishSchemeVersion {
            Texts.document("document", document);
            acknowledged = List.copyOf(acknowledged);
            acknowledged.forEach(code -> Texts.line("acknowledged", code));
        }
    }

    /** Asks what publishing that document would answer, and records nothing. */
    record ValidateSchemeVersion(SchemeId scheme, String document, List<String> acknowledged) implements SchemeCommand {
        public ValidateSchemeVersion {
            Texts.document("document", document);
            acknowledged = List.copyOf(acknowledged);
            acknowledged.forEach(code -> Texts.line("acknowledged", code));
        }
    }

    /**
     * Puts a published version, complete with its local rules, in force for rounds that open on that day or later.
     *
     * @param from today or later
     */
    record ActivateSchemeVersion(SchemeId scheme, String version, LocalDate from) implements SchemeCommand {
        public ActivateSchemeVersion {
            Texts.line("version", version);
        }
    }

    /**
     * Rates a round that was rated by another version by this one too, and records who would rise and who would fall.
     *
     * @param version published, with local rules
     * @param round   of the same scheme, with its seats given out
     */
    record ReportImpact(SchemeId scheme, String version, RoundId round) implements SchemeCommand {
        public ReportImpact {
            Texts.line("version", version);
        }
    }

    /**
     * Fills what a version leaves unsaid, for rounds that open from now on.
     *
     * @param version the published version of the scheme whose gaps are filled
     */
    record AdoptLocalRules(SchemeId scheme, String version, String document) implements SchemeCommand {
        public AdoptLocalRules {
            Texts.line("version", version);
            Texts.document("document", document);
        }
    }

    /**
     * Publishes a case with a known answer.
     *
     * @param version  of the scheme, with local rules
     * @param name     of the case within the scheme
     * @param kind     the kind of unit it is about
     * @param material what is to be judged
     * @param answer   the marks assessors should give
     */
    record PublishCalibrationCase(SchemeId scheme, String version, String name, String kind, String material, List<Mark> answer)
            implements SchemeCommand {
        public PublishCalibrationCase {
            Texts.line("version", version);
            Texts.line("name", name);
            Texts.line("kind", kind);
            Texts.statement("material", material);
            answer = List.copyOf(answer);
        }
    }

    /** The marks of the assessor who asks; a case can be taken once. */
    record TakeCalibration(SchemeId scheme, String name, List<Mark> marks) implements SchemeCommand {
        public TakeCalibration {
            Texts.line("name", name);
            marks = List.copyOf(marks);
        }
    }
}
