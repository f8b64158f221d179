package asterism.command.core;

import asterism.events.Event;
import asterism.events.StreamId;
import asterism.journal.KeyChange;
import asterism.policy.Directory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a decision may look at beyond its own subject. */
public interface Reading {

    /** The state of another subject; the facts are recorded only if that subject has not moved since. */
    <S, F extends Event> S state(Decider<?, S, F, ?> decider, StreamId stream);

    /** The states of all subjects whose stream starts so, as they stand now; for sets sealed by a fact, so without conditions. */
    <S, F extends Event> Map<StreamId, S> range(Decider<?, S, F, ?> decider, String prefix);

    /** The day on which the last such fact of a subject was recorded; empty where there is none. */
    Optional<LocalDate> recordedOn(StreamId stream, Predicate<Event> which);

    /** In which the house's days begin and end. */
    ZoneId zone();

    /** The position of the newest fact. */
    long head();

    /** Bodies, people, posts and branches. */
    Directory directory();

    /** What the key that signs the log's checkpoints says of the one that would be next. */
    KeyChange nextLogKey();

    /** A document kept by its SHA-256. */
    Optional<String> document(String sha256);
}
