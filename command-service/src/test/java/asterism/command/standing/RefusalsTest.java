package asterism.command.standing;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.core.Decision.Refused;
import asterism.command.core.Refusal;
import asterism.command.core.Refusal.Kind;
import asterism.command.standing.Stars.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to be refused about a star, and none that is only written down. */
class RefusalsTest {
    private static final Pattern CODE = Pattern.compile("\"((?:standing|recusal)\\.[a-z-]+)\"");

    static Stream<Row> rows() {
        return Stream.of(StandingTest.rows(), ValidityTest.rows(), SuspensionTest.rows(), CorrectionTest.rows(), WatchingTest.rows(),
                AppealingTest.rows())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_wish_is_refused_by_kind_and_code(Row row) {
        assertThat(row.decision()).isInstanceOfSatisfying(Refused.class, refused -> {
            Refusal refusal = refused.refusal();
            assertThat(refusal.code()).as(refusal.sentence()).isEqualTo(row.code());
            assertThat(refusal.kind()).isEqualTo(row.kind());
            assertThat(refusal.field() != null).isEqualTo(row.kind() == Kind.INVALID);
        });
    }

    @Test
    void every_code_of_the_package_has_its_row() throws IOException {
        Set<String> known = sources().stream().flatMap(source -> CODE.matcher(source).results()).map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).hasSizeGreaterThan(20);
        assertThat(rows().map(Row::code).collect(Collectors.toSet())).containsAll(known);
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/asterism/command/standing"))) {
            return files.map(file -> {
                try {
                    return Files.readString(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        }
    }
}
