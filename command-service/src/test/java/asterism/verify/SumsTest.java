package asterism.verify;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.Shipped;
import asterism.rating.Input;
import asterism.rating.Indicator;
import asterism.rating.Rating;
import asterism.rating.Row;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import asterism.rating.TraceLine;
import asterism.rating.UnitRating;
import asterism.verify.Verify.Account;
import asterism.verify.Verify.Node;
import asterism.verify.Verify.Unsaid;
import asterism.verify.Verify.Wrong;
import asterism.verify.Verify.Yaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verifier was written apart from the rating engine, and both come to the same sums over rows drawn by lot. */
class SumsTest {
    private static final int ROWS = 300;

    @ParameterizedTest
    @ValueSource(strings = {"au-aged-care", "cqc", "shengzhou-step", "wuxing-110", "zoucheng-70-30", "cms-nursing-home"})
    void engineAndVerifierAgreeOnEveryLine(String name) {
        Scheme scheme = SchemeReader.read(Shipped.text("../deploy/schemes/" + name + ".yaml")).orThrow().getFirst();
        Node document = Yaml.read(scheme.document().text());
        Random random = new Random(name.hashCode());
        List<Map<String, String>> rows = IntStream.range(0, ROWS).mapToObj(i -> row(scheme, i, random)).toList();
        List<UnitRating> ratings = rating(scheme).rate(rows.stream().map(Row::new).toList()).units();

        int whole = 0;
        for (int i = 0; i < ROWS; i++) {
            whole += holds(document, scheme, rows.get(i), ratings.get(i)) ? 1 : 0;
        }
        assertThat(whole).as("accounts done to their end").isGreaterThan(ROWS / 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoucheng-70-30", "wuxing-110", "cqc"})
    void aLineThatIsChangedDoesNotComeOut(String name) {
        Scheme scheme = SchemeReader.read(Shipped.text("../deploy/schemes/" + name + ".yaml")).orThrow().getFirst();
        Node document = Yaml.read(scheme.document().text());
        Random random = new Random(7);
        int changed = 0;
        int noticed = 0;
        for (int i = 0; i < ROWS; i++) {
            Map<String, String> row = row(scheme, i, random);
            UnitRating rating = rating(scheme).rateUnit(new Row(row));
            for (TraceLine line : rating.trace()) {
                if (line.after() != null && !line.verb().equals("judge") && holds(document, scheme, row, rating)) {
                    changed++;
                    noticed += wrong(document, scheme, row, rating, line) ? 1 : 0;
                }
            }
        }
        assertThat(changed).isPositive();
        assertThat(noticed).isEqualTo(changed);
    }

    private static boolean holds(Node document, Scheme scheme, Map<String, String> row, UnitRating rating) {
        Account account = account(document, scheme, row);
        try {
            account.run(lines(rating, null), computed(rating));
            return true;
        } catch (Unsaid e) {
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(row + account.place() + ": " + e.getMessage() + "\n" + rating.traceJson(), e);
        }
    }

    private static boolean wrong(Node document, Scheme scheme, Map<String, String> row, UnitRating rating, TraceLine line) {
        try {
            account(document, scheme, row).run(lines(rating, line), computed(rating));
            return false;
        } catch (Wrong e) {
            return true;
        }
    }

    private static Account account(Node document, Scheme scheme, Map<String, String> row) {
        String kind = scheme.rows().kind() == null ? "" : row.getOrDefault(scheme.rows().kind(), "");
        return new Account(document, scheme.document().hash(), kind, row);
    }

    /** @param change a line that is to say another result; null for none */
    private static List<String> lines(UnitRating rating, @Nullable TraceLine change) {
        return rating.trace().stream().map(line -> line.equals(change)
                ? line.json().replace("\"after\":\"" + line.after() + "\"", "\"after\":\"" + other(line) + "\"") : line.json()).toList();
    }

    private static String other(TraceLine line) {
        return "1".equals(line.after()) ? "2" : "1";
    }

    private static Node computed(UnitRating rating) {
        return new Node("", List.of(), Map.of("outcome", Node.of(rating.outcome().word()),
                "level", Node.of(rating.outcome().levelOrEmpty()), "reason", Node.of(rating.outcome().reason())));
    }

    private static Rating rating(Scheme scheme) {
        LocalDate day = scheme.valid().from();
        return scheme.rows().versionDate() == null || day == null ? Rating.by(scheme) : Rating.by(scheme).validAt(day);
    }

    private static Map<String, String> row(Scheme scheme, int number, Random random) {
        Map<String, String> row = new HashMap<>();
        row.put(scheme.rows().unit(), "U" + number);
        String kind = scheme.kinds().isEmpty() ? null : new ArrayList<>(scheme.kinds().keySet()).get(random.nextInt(scheme.kinds().size()));
        if (kind != null && scheme.rows().kind() != null) {
            row.put(scheme.rows().kind(), kind);
        }
        scheme.inputs().values().forEach(input -> row.put(input.name(), random.nextInt(25) == 0 ? "" : cell(scheme, input, random)));
        scheme.rubric(kind).forEach(indicator -> row.put(indicator.id(), cell(indicator, random)));
        return row;
    }

    private static String cell(Scheme scheme, Input input, Random random) {
        return switch (input.type()) {
            case Input.Type.Numeric number -> number.by() == null ? points(number, random)
                    : IntStream.range(0, 5).mapToObj(_ -> points(number, random)).collect(Collectors.joining(";"));
            case Input.Type.OfLevel _ -> scheme.levels().get(random.nextInt(scheme.levels().size())).code();
            case Input.Type.YesNo _ -> String.valueOf(random.nextInt(6) == 0);
            case Input.Type.Choice choice -> choice.values().get(random.nextInt(choice.values().size()));
            case Input.Type.Date _ -> LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2500)).toString();
            case Input.Type.Text _ -> List.of("NSW", "CA", "TX").get(random.nextInt(3));
        };
    }

    private static String points(Input.Type.Numeric number, Random random) {
        int least = number.least() == null ? 0 : number.least().numerator().intValue();
        int most = number.most() == null ? least + 40 : number.most().numerator().divide(number.most().denominator()).intValue();
        int span = Math.max(1, most - least);
        int drawn = least + (random.nextBoolean() ? span - random.nextInt(span / 6 + 1) : random.nextInt(span + 1));
        return String.valueOf(drawn);
    }

    private static String cell(Indicator indicator, Random random) {
        int most = indicator.max().numerator().divide(indicator.max().denominator()).intValue();
        return switch (indicator.method()) {
            case Indicator.Method.Given(String by) -> by == null ? String.valueOf(random.nextInt(most + 1))
                    : IntStream.range(0, 5).mapToObj(_ -> String.valueOf(most - random.nextInt(most / 4 + 1)))
                            .collect(Collectors.joining(";"));
            case Indicator.Method.Deducted(List<Indicator.Item> items, boolean _) -> drawn(items, random);
            case Indicator.Method.Collected(List<Indicator.Item> items, boolean _) -> drawn(items, random);
        };
    }

    private static String drawn(List<Indicator.Item> items, Random random) {
        return items.isEmpty() || random.nextBoolean() ? "0" : items.get(random.nextInt(items.size())).id();
    }
}
