package asterism.query.web.lab;

import asterism.query.reading.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that is supposed, as it stands in an address: {@code ASSESSOR~a4~b01}.
 *
 * @param parts what it names, in the order of its kind; what is left out is empty
 */
public record Supposed(Kind kind, List<String> parts) {
    static final String APART = "~";

    /** What can be supposed, by what it names. */
    public enum Kind {
        /** A person; a branch, or none for the whole round. */
        ASSESSOR(1),
        /** A branch, a person, an input. */
        SCORE(3),
        /** A file's SHA-256. */
        EVIDENCE(1),
        /** A fact's position or id. */
        FACT(1),
        /** A branch; a day, or none for that of its last merger or split. */
        DATA(1),
        /** A scheme, a version. */
        VERSION(2),
        /** A quota, a share. */
        SHARE(2),
        /** A quota, what becomes of those still tied. */
        TIES(2),
        /** A kind of reorganisation, what becomes of the star. */
        REORGANISATION(2),
        /** A day, or a moment. */
        KNOWN(1),
        /** A position. */
        POSITION(1);

        private final int needed;

        Kind(int needed) {
            this.needed = needed;
        }
    }

    public Supposed {
        parts = List.copyOf(parts);
    }

    /** What somebody filled in; a choice may stand for several parts. */
    static Supposed filled(Kind kind, List<String> given) {
        List<String> parts = new ArrayList<>(given.stream().map(String::strip).flatMap(part -> Arrays.stream(part.split(APART, -1)))
                .toList());
        while (!parts.isEmpty() && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        return new Supposed(kind, parts);
    }

    static Supposed of(Kind kind, String... parts) {
        return new Supposed(kind, List.of(parts));
    }

    /** @throws Refused where that is nothing that can be supposed */
    static Supposed read(String text) {
        List<String> parts = List.of(text.split(APART, -1));
        return new Supposed(Arrays.stream(Kind.values()).filter(kind -> kind.name().equals(parts.getFirst())).findFirst()
                .orElseThrow(() -> Refused.bad("suppose", "parameter.malformed", "Nothing of that kind can be supposed.")),
                parts.subList(1, parts.size()));
    }

    /** As it stands in an address. */
    public String text() {
        return Stream.concat(Stream.of(kind.name()), parts.stream()).collect(Collectors.joining(APART));
    }

    /** It names all that its kind needs. */
    boolean isWhole() {
        return parts.stream().limit(kind.needed).filter(part -> !part.isEmpty()).count() == kind.needed;
    }

    String part(int place) {
        return place < parts.size() ? parts.get(place) : "";
    }
}
