package asterism.command.rules;

import asterism.events.BodyEvent.Kind;
import asterism.rating.Procedure.BodyWord;
import asterism.rating.Procedure.Form;
import asterism.rating.Procedure.Objection;
import asterism.rating.Procedure.Objector;
import asterism.rating.Procedure.Period;
import asterism.rating.Procedure.Within;
import asterism.rating.Quorum;
import java.util.List;
import java.util.Optional;

/** What a scheme says of objections. */
public record Objections(Objection said) {

    /** The time they have of their own; empty where it is that of the notice. */
    public Optional<Period> period() {
        return said.within().value().flatMap(within -> switch (within) {
            case Within.TheNotice _ -> Optional.empty();
            case Within.APeriod(var period) -> Optional.of(period);
        });
    }

    /** That time begins when the notice ends, not when it is posted. */
    public boolean followNotice() {
        return period().flatMap(period -> period.from().value()).filter("notice_end"::equals).isPresent();
    }

    /** Who may object. */
    public Objector by() {
        return said.by().value().flatMap(Objector::of).orElse(Objector.ANYBODY);
    }

    /** Whoever objects signs for it. */
    public boolean signed() {
        return said.form().value().flatMap(Form::of).filter(Form.SIGNED::equals).isPresent();
    }

    /** The kinds of body whose people answer; empty where a panel is put together. */
    public List<Kind> body() {
        return said.body().value().flatMap(BodyWord::of).map(Bodies::kinds).orElse(List.of());
    }

    /** How many must be of an answer; empty where nobody votes on it. */
    public Optional<Quorum> vote() {
        return said.vote().value().flatMap(Quorum::of);
    }

    /** After one was upheld, the body may decide on less than what was objected to. */
    public boolean mayLower() {
        return said.mayLower().value().orElse(false);
    }

    /** Whoever answers one is no member of the body that decided, present then or not. */
    public boolean barMembers() {
        return Rules.barsMembers(said.recusal());
    }
}
