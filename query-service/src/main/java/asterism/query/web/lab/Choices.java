package asterism.query.web.lab;

import asterism.events.BranchEvent.Reorganisation;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.query.dashboard.DashboardQuestion.Round;
import asterism.query.schemes.Rubric;
import asterism.query.schemes.Rubric.Giver;
import asterism.query.schemes.SchemesQuestion;
import asterism.query.schemes.SchemesQuestion.Whole;
import asterism.query.web.lab.Supposed.Kind;
import asterism.rating.Cohort.StillTied;
import asterism.standing.Fate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be chosen for each kind of supposition, from what is known of the round. */
@Component
class Choices {
    private final SchemesQuestion schemes;

    Choices(SchemesQuestion schemes) {
        this.schemes = schemes;
    }

    /** Something that can be chosen. */
    public record Choice(String code, String text) {
    }

    /**
     * A part of a supposition to be filled in.
     *
     * @param type how it is filled in: as text, as a date, or by choosing
     */
    public record Part(String name, String type, boolean optional, List<Choice> choices) {
        static Part text(String name) {
            return new Part(name, "text", false, List.of());
        }

        static Part day(String name) {
            return new Part(name, "date", false, List.of());
        }

        static Part of(String name, Stream<Choice> choices) {
            return new Part(name, "choice", false, choices.distinct().toList());
        }

        Part mayBeEmpty() {
            return new Part(name, type, true, choices);
        }
    }

    /** A kind of supposition with its parts. */
    public record Ask(Kind kind, List<Part> parts) {
        static Ask of(Kind kind, Part... parts) {
            return new Ask(kind, List.of(parts));
        }
    }

    List<Ask> of(Round round, LocalDate today, Telling telling) {
        Part quota = Part.of("quota", quotas(round, telling));
        return List.of(
                Ask.of(Kind.ASSESSOR, Part.of("assessor", assessors(round, today, telling)), Part.text("branch").mayBeEmpty()),
                Ask.of(Kind.SCORE, Part.text("branch"), Part.of("assessor", assessors(round, today, telling)),
                        Part.of("input", inputs(telling))),
                Ask.of(Kind.EVIDENCE, Part.text("evidence")),
                Ask.of(Kind.FACT, Part.text("fact")),
                Ask.of(Kind.VERSION, Part.of("version", versions(telling))),
                Ask.of(Kind.SHARE, quota, Part.text("share")),
                Ask.of(Kind.TIES, quota, Part.of("tied", codes("tied.", StillTied.values(), telling))),
                Ask.of(Kind.KNOWN, Part.day("known")),
                Ask.of(Kind.DATA, Part.text("branch"), Part.day("before").mayBeEmpty()),
                Ask.of(Kind.REORGANISATION, Part.of("reorganisation", codes("reorganisation.", Reorganisation.values(), telling)),
                        Part.of("fate", codes("fate.", Fate.values(), telling))));
    }

    private static Stream<Choice> codes(String prefix, Enum<?>[] codes, Telling telling) {
        return Arrays.stream(codes).map(code -> new Choice(code.name(), telling.words().say(prefix, code.name())));
    }

    private static Stream<Choice> assessors(Round round, LocalDate today, Telling telling) {
        return Stream.of(round.opensOn(), today).flatMap(day -> telling.directory().holders(Post.ASSESSOR, day).stream())
                .map(PersonId::value).distinct().map(id -> new Choice(id, telling.person(id)));
    }

    private static Stream<Choice> inputs(Telling telling) {
        return Stream.ofNullable(telling.scheme()).flatMap(scheme -> scheme.kinds().isEmpty() ? Stream.of(Rubric.of(scheme, null))
                : scheme.kinds().keySet().stream().map(kind -> Rubric.of(scheme, kind)))
                .flatMap(rubric -> rubric.askedOf(Giver.ASSESSOR).stream()).map(item -> new Choice(item.name(), telling.step(item.name())));
    }

    private static Stream<Choice> quotas(Round round, Telling telling) {
        return Stream.concat(round.quotas().stream().map(quota -> quota.quota()), Stream.ofNullable(telling.scheme())
                .flatMap(scheme -> Stream.ofNullable(scheme.cohort())).flatMap(cohort -> cohort.quotas().stream())
                .map(quota -> quota.id())).distinct().map(id -> new Choice(id, telling.step(id)));
    }

    private Stream<Choice> versions(Telling telling) {
        return schemes.all().answer().stream().map(Whole::versions).flatMap(List::stream).map(version -> version.scheme())
                .map(scheme -> new Choice(scheme.id() + Supposed.APART + scheme.version(),
                        telling.words().name(scheme.title()) + " " + scheme.version()));
    }
}
