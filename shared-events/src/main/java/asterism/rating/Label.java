package asterism.rating;

/** What a person reads, in both languages of the house. */
public record Label(String zh, String en) {
}
