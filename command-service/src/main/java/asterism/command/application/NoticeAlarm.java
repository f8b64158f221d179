package asterism.command.application;

import asterism.command.application.ApplicationCommand.CloseNotice;
import asterism.command.application.ApplicationCommand.RecountDays;
import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationId;
import asterism.events.Event;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A public notice ends when its last day is over. While an objection is open the ring is refused and nothing is lost by it:
 * dismissing the last objection gives the notice another last day, or ends it in the same decision, as the scheme says.
 */
public final class NoticeAlarm implements Alarm {

    @Override
    public String name() {
        return "close-notice";
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return switch (fact) {
            case NoticePosted posted -> Optional.of(posted.lastDay());
            case NoticeRecounted recounted -> Optional.of(recounted.lastDay());
            case NoticeResumed resumed -> Optional.of(resumed.lastDay());
            case ApplicationResumed resumed -> Optional.ofNullable(resumed.noticeUntil());
            case Event _ -> Optional.empty();
        };
    }

    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof NoticeClosed || fact instanceof ObjectionUpheld || fact instanceof ApplicationHeld;
    }

    @Override
    public Optional<Command> recount(StreamId subject) {
        return Optional.of(new RecountDays(ApplicationId.of(subject.id())));
    }

    @Override
    public Command ring(StreamId subject) {
        return new CloseNotice(ApplicationId.of(subject.id()));
    }
}
