package asterism.query.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.query.listing.Filter.Condition;
import asterism.query.reading.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static final List<Field> FIELDS = List.of(new Field("level", Field.Type.TEXT), new Field("since", Field.Type.DAY),
            new Field("bodyName", Field.Type.TEXT), new Field("score", Field.Type.NUMBER), new Field("struck", Field.Type.FLAG),
            new Field("recordedAt", Field.Type.TIME));

    private static Condition read(String filter) {
        return Filter.over(FIELDS, filter);
    }

    @Test
    void valuesAreBoundByTheirTypeAndNeverBecomeSql() {
        Condition condition = read("since < 2024-05-01 and score >= 12.5 and level = \"'; drop table \\\"x\\\"\"");

        assertThat(condition.sql()).isEqualTo("((\"since\" < :filter0 and \"score\" >= :filter1) and \"level\" = :filter2)");
        assertThat(condition.values().values())
                .containsExactly(LocalDate.parse("2024-05-01"), new BigDecimal("12.5"), "'; drop table \"x\"");
    }

    @Test
    void andBindsCloserThanOrAndBracketsCloserThanBoth() {
        assertThat(read("level = 1 or level = 2 and struck = true").sql())
                .isEqualTo("(\"level\" = :filter0 or (\"level\" = :filter1 and \"struck\" = :filter2))");
        assertThat(read("(level = 1 or level = 2) and struck = true").sql())
                .isEqualTo("((\"level\" = :filter0 or \"level\" = :filter1) and \"struck\" = :filter2)");
    }

    @Test
    void whatIsNotThereIsNotEqualToAnything() {
        assertThat(read("level != 4").sql()).isEqualTo("(\"level\" = :filter0) is not true");
        assertThat(read("not level = none").sql()).isEqualTo("(\"level\" is null) is not true");
        assertThat(read("level = \"none\"").values().values()).containsExactly("none");
        assertThat(read("level in (4, none)").sql()).isEqualTo("(\"level\" = :filter0 or \"level\" is null)");
    }

    @Test
    void anEmptyFilterHoldsAlways() {
        assertThat(read("  ")).isEqualTo(Condition.ALL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            stars = 5                     | filter.unknown-field   | 1
            level = 5 and                 | filter.unexpected      | 14
            level 5                       | filter.unexpected      | 7
            level = 5 level = 4           | filter.unexpected      | 11
            (level = 5                    | filter.unexpected      | 11
            level in 5                    | filter.unexpected      | 10
            level = 5)                    | filter.unexpected      | 10
            since > yesterday             | filter.wrong-value     | 9
            score = 1e9                   | filter.wrong-value     | 9
            struck = perhaps              | filter.wrong-value     | 10
            recordedAt > 2024-05-01       | filter.wrong-value     | 14
            struck < true                 | filter.unfit-operator  | 8
            since ~ 2024                  | filter.unfit-operator  | 7
            since > none                  | filter.unfit-operator  | 9
            level = "5                    | filter.unclosed-quote  | 9
            Level = 5                     | filter.unknown-field   | 1
            """)
    void aFaultIsRefusedWithItsPlace(String filter, String code, int column) {
        assertThatThrownBy(() -> read(filter)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.column()).isEqualTo(column);
        });
    }

    @Test
    void aFilterIsNeitherEndlesslyLongNorDeep() {
        assertThatThrownBy(() -> read("(".repeat(1_000))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("filter.too-deep"));
        assertThatThrownBy(() -> read(" ".repeat(2_001))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("filter.too-long"));
        assertThat(read("not ".repeat(19) + "level = 5").values()).hasSize(1);
    }
}
