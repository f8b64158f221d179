package asterism.query.web.lab;

import asterism.events.BranchId;
import asterism.events.InvalidValue;
import asterism.policy.Directory;
import asterism.query.directory.WhoIsWho.Names;
import asterism.query.schemes.Labels;
import asterism.query.web.Words;
import asterism.query.whatif.Result;
import asterism.rating.Scheme;
import asterism.rating.impact.Cause;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a question and its report read, in the language of the request.
 *
 * @param scheme of the round; none where it cannot be read here
 */
public record Telling(Words words, Names names, Directory directory, @Nullable Scheme scheme) {

    /** What is supposed, as a sentence. */
    public String of(Supposed each) {
        String first = each.part(0);
        return switch (each.kind()) {
            case ASSESSOR -> each.part(1).isEmpty() ? say("suppose.ASSESSOR", person(first))
                    : say("suppose.ASSESSOR.there", person(first), branch(each.part(1)));
            case SCORE -> say("suppose.SCORE", branch(first), person(each.part(1)), step(each.part(2)));
            case EVIDENCE -> say("suppose.EVIDENCE", words.brief(first));
            case FACT -> say("suppose.FACT", words.brief(first));
            case DATA -> each.part(1).isEmpty() ? say("suppose.DATA", branch(first))
                    : say("suppose.DATA.before", branch(first), each.part(1));
            case VERSION -> say("suppose.VERSION", first, each.part(1));
            case SHARE -> say("suppose.SHARE", step(first), each.part(1));
            case TIES -> say("suppose.TIES", step(first), words.say("tied.", each.part(1)));
            case REORGANISATION -> say("suppose.REORGANISATION", words.say("reorganisation.", each.part(0)),
                    words.say("fate.", each.part(1)));
            case KNOWN -> say("suppose.KNOWN", moment(first));
            case POSITION -> say("suppose.POSITION", first);
        };
    }

    private String moment(String text) {
        return text.contains("T") ? words.moment(Instant.parse(text)) : text;
    }

    /** A person's name; the id where it is withheld. */
    public String person(String id) {
        return names.of(id).orElse(id);
    }

    public String branch(String id) {
        try {
            return directory.branch(new BranchId(id)).map(branch -> words.name(branch.name())).orElse(id);
        } catch (InvalidValue e) {
            return id;
        }
    }

    /** What the scheme calls a step, a quota, an input or an indicator; its id where it has none of that name. */
    public String step(String id) {
        return Stream.ofNullable(scheme).flatMap(rules -> Labels.of(rules, id).stream()).findFirst().map(words::name).orElse(id);
    }

    /** A star, or why there is none. */
    public String star(Result.Star star) {
        return star.level() != null ? words.level(star.level())
                : say("what-if.no-star", words.say("what-if.outcome.", star.outcome()), reason(star.reason()));
    }

    private String reason(String code) {
        String name = code.substring(code.indexOf(':') + 1);
        return code.contains(":") ? say("what-if.reason." + code.substring(0, code.indexOf(':')), step(name))
                : scheme != null && Labels.of(scheme, code).isPresent() ? step(code) : words.say("what-if.reason.", code);
    }

    /** Which step moved the star, and how it differs. */
    public String cause(Cause cause) {
        return say("what-if.cause." + cause.kind().name(), reason(cause.step()));
    }

    private String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }
}
