package asterism.events;

import asterism.journal.Recorded;

/** A fact as people and folds read it: where and when it stands, who and why, and what happened. */
public record Fact(Recorded at, Envelope envelope, Event event) {
}
