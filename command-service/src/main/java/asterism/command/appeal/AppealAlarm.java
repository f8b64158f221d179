package asterism.command.appeal;

import asterism.command.appeal.AppealCommand.RecordAnswerOverdue;
import asterism.command.appeal.AppealCommand.RecountAnswer;
import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealAnswerOverdue;
import asterism.events.AppealEvent.AppealAnswerRecounted;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealId;
import asterism.events.Event;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** An answer is overdue when its last day is over. */
public final class AppealAlarm implements Alarm {

    @Override
    public String name() {
        return "record-answer-overdue";
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return Optional.ofNullable(fact instanceof AppealAdmitted admitted ? admitted.answerBy()
                : fact instanceof AppealAnswerRecounted day ? day.answerBy() : null);
    }

    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof AppealDismissed || fact instanceof AppealUpheld || fact instanceof AppealDecisionReplaced
                || fact instanceof AppealAnswerOverdue;
    }

    @Override
    public Optional<Command> recount(StreamId subject) {
        return Optional.of(new RecountAnswer(new AppealId(subject.id())));
    }

    @Override
    public Command ring(StreamId subject) {
        return new RecordAnswerOverdue(new AppealId(subject.id()));
    }
}
