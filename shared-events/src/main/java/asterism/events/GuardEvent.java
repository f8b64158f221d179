package asterism.events;

/** Attempts that a guard refused: kept apart, so that they never move the version of the case. */
public sealed interface GuardEvent extends Event {

    PersonId person();

    @Override
    default StreamId stream() {
        return StreamId.guardLog(person());
    }

    /**
     * @param rule    code of the guard, such as {@code recusal.own-branch}
     * @param asked   name of the refused command
     * @param subject the stream it was meant for
     */
    @Wire("guard.attempt-refused/1")
    record AttemptRefused(PersonId person, @Open String rule, @Open String asked, @Open String subject) implements GuardEvent {
    }
}
