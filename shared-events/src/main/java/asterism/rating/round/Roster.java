package asterism.rating.round;

import asterism.events.Ranking;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.Sha256;
import asterism.rating.Cohort;
import asterism.rating.CohortRating;
import asterism.rating.Input.Source;
import asterism.rating.Rating;
import asterism.rating.Row;
import asterism.rating.Scheme;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everybody who takes part in the ranking of a round, to be rated against each other.
 *
 * @param scheme the version that rates them
 * @param year   in which the round opened
 * @param cases  in the order of their ids
 * @param votes  the committee's votes on ties so far
 */
public record Roster(Scheme scheme, int year, List<Case> cases, List<TieResolved> votes) {

    public Roster {
        cases = cases.stream().sorted(Comparator.comparing(one -> one.application().toString())).toList();
        votes = List.copyOf(votes);
    }

    /** The same, rated by another version. */
    public Roster under(Scheme other) {
        return new Roster(other, year, cases, votes);
    }

    /** Rates them, in the order of the cases. */
    public CohortRating rate() {
        return rating(scheme).rate(rows());
    }

    /** One row of the rating for each case, votes included. */
    public List<Row> rows() {
        return cases.stream().map(one -> {
            Map<String, String> cells = one.row(scheme).cells();
            scheme.inputs().values().stream().filter(input -> input.source() == Source.ROUND_YEAR)
                    .forEach(input -> cells.put(input.name(), String.valueOf(year)));
            for (TieResolved vote : votes) {
                int place = vote.order().indexOf(one.application().branch());
                if (place >= 0) {
                    vote(scheme, vote.quota()).ifPresent(input -> cells.put(input, String.valueOf(place + 1)));
                }
            }
            return new Row(cells);
        }).toList();
    }

    /** What became of each, as the document that facts name. */
    public Ranking ranking(CohortRating rating) {
        return new Ranking(IntStream.range(0, cases.size()).mapToObj(i -> {
            Rated rated = Rated.of(rating.units().get(i));
            return new Ranking.Place(cases.get(i).application(), rated.computed(), rated.trace());
        }).toList());
    }

    /** Names all that the rating looks at: the version's text and every cell. Other inputs, another name. */
    public String sha256() {
        return Sha256.of(scheme.document().hash() + "\n" + rows().stream().map(row -> new TreeMap<>(row.cells()).toString())
                .collect(Collectors.joining("\n")));
    }

    /** The input that carries the committee's vote on a tie of that quota; empty where the scheme gives the committee no vote. */
    public static Optional<String> vote(Scheme scheme, String quota) {
        return Stream.ofNullable(scheme.cohort()).flatMap(cohort -> cohort.quotas().stream())
                .filter(rule -> rule.id().equals(quota))
                .flatMap(rule -> rule instanceof Cohort.Hard hard ? hard.ties().thenBy().stream() : Stream.of())
                .map(Cohort.Key::name)
                .filter(name -> Optional.ofNullable(scheme.inputs().get(name)).filter(input -> input.source() == Source.DECISION)
                        .isPresent())
                .findFirst();
    }

    /** Rates by a pinned version, whose own days therefore do not matter any more. */
    public static Rating rating(Scheme version) {
        Rating rating = Rating.by(version);
        if (version.rows().versionDate() == null) {
            return rating;
        }
        LocalDate inside = version.valid().from() != null ? version.valid().from() : version.valid().to();
        return rating.validAt(inside == null ? LocalDate.EPOCH : inside);
    }
}
