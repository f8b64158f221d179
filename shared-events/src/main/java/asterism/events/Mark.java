package asterism.events;

/**
 * What one person or one survey gave for one input or indicator of the scheme.
 *
 * @param input name of the input or indicator in the scheme
 * @param cell  the value as the scheme's data contract writes it: {@code 97}, {@code true}, {@code no_venue;late}
 */
public record Mark(@Open String input, @Open String cell) {

    public Mark {
        Texts.line("input", input);
        Texts.line("cell", cell);
    }
}
