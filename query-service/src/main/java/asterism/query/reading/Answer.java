package asterism.query.reading;

/** An answer and where it stands. */
public record Answer<T>(At at, T answer) {
}
