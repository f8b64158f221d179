package asterism.house;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The stable codes by which the house says no, read from its sources. */
final class RefusalCodes {
    private static final String SHAPE = "\"([a-z]+(?:-[a-z]+)*\\.[a-z]+[a-z0-9-]*)\"";
    private static final Pattern CODE = Pattern.compile(
            "(?:\\b(?:refuse|refused|invalid|unknown|guard|denied|forbidden|bad|later|problem|Refused\\.at|Problems\\.of"
            + "|InvalidValue|Trouble|Refusal)\\(|\"code\", |String [A-Z_]+ = (?=\"policy\\.))"
            + "(?=(?:(?![;{]).){0,200}?" + SHAPE + ")", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[\\w-]+(?:\\.[\\w-]+)+");

    private RefusalCodes() {
    }

    /** Those that this source says no with. */
    static Set<String> in(String source) {
        Set<String> codes = new TreeSet<>();
        CODE.matcher(source).results().forEach(found -> codes.add(found.group(1)));
        return codes;
    }

    /** All words of a test that have the shape of a code. */
    static Set<String> named(String test) {
        return WORD.matcher(test).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
