package asterism.rating;

/** A real level of a scheme; "not rated" is an outcome, never a level. */
public record Level(String code, Label label) {
}
