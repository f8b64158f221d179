package asterism.cli.bench;

import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The subjects that commands are about: each gets ten, one after the other, then a new one takes its place. */
final class Subjects {
    private static final int COMMANDS_EACH = 10;

    private final ConcurrentLinkedQueue<Subject> free = new ConcurrentLinkedQueue<>();

    /** @param asked how many commands it has had */
    record Subject(String id, int asked) {
    }

    /** A subject that is nobody else's until it is given back. */
    Subject take() {
        var subject = free.poll();
        return subject == null ? new Subject(UUID.randomUUID().toString(), 0) : subject;
    }

    void giveBack(Subject subject) {
        if (subject.asked() + 1 < COMMANDS_EACH) {
            free.add(new Subject(subject.id(), subject.asked() + 1));
        }
    }
}
