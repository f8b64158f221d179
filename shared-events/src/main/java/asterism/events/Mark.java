package asterism.events;

import org.jspecify.annotations.Nullable;

/**
 * What one person or one survey gave for one input or indicator of the scheme.
 *
 * @param input name of the input or indicator in the scheme
 * @param cell  the value as the scheme's data contract writes it: {@code 97}, {@code true}, {@code no_venue;late}
 * @param remark why no more was given; none where nothing was said
 */
public record Mark(@Open String input, @Open String cell, @Nullable @Open String remark) {

    public Mark {
        Texts.line("input", input);
        Texts.line("cell", cell);
        if (remark != null) {
            Texts.line("remark", remark);
        }
    }

    /** A mark that speaks for itself. */
    public Mark(String input, String cell) {
        this(input, cell, null);
    }
}
