package asterism.query.web;

import asterism.query.reading.Params;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of branches is narrowed to; all of it stands in the address.
 *
 * @param name   part of a name
 * @param agency the body the branches belong to
 * @param level  code of a level, {@code none} for unrated branches
 * @param after  only branches after this one
 */
public record BranchFilter(@Nullable String name, @Nullable String agency, @Nullable String level, @Nullable String after) {
    /** Stands for "unrated" where a level's code is asked for. */
    static final String UNRATED = "none";

    /** @throws asterism.query.reading.Refused where a value cannot be one of its kind */
    static BranchFilter of(@Nullable String name, @Nullable String agency, @Nullable String level, @Nullable String after) {
        return new BranchFilter(given(name), Params.body("agency", given(agency)), Params.level("level", given(level)),
                Params.branch("after", given(after)));
    }

    /** It leaves branches out. */
    public boolean isNarrow() {
        return Stream.of(name, agency, level).anyMatch(Objects::nonNull);
    }

    /** The address of the same list at that level; of all levels where it is narrowed to that level already. */
    public String withLevel(String code) {
        return address(code.equals(level) ? null : code, null);
    }

    /** The address of the first page. */
    public String first() {
        return address(level, null);
    }

    String following(String last) {
        return address(level, last);
    }

    private String address(@Nullable String wanted, @Nullable String last) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
        add(address, "q", name);
        add(address, "agency", agency);
        add(address, "level", wanted);
        add(address, "after", last);
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String key, @Nullable String value) {
        if (value != null) {
            address.queryParam(key, "{" + key + "}").uriVariables(Map.of(key, value));
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
