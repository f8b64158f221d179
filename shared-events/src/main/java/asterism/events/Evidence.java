package asterism.events;

/**
 * A file that supports a claim, by its content.
 *
 * @param sha256 of the file's bytes, 64 hexadecimal digits
 * @param input  the input or indicator it supports
 * @param title  what it shows
 */
public record Evidence(@Open String sha256, @Open String input, @Open String title) {

    public Evidence {
        Sha256.check(sha256);
        Texts.line("input", input);
        Texts.line("title", title);
    }
}
