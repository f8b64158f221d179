package asterism.command.wiring.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.branch.BranchCommand.RegisterBranch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A table is read row by row, and what is wrong is found by its line and column. */
class TableTest {
    private static final Doors.Kind KIND = new Doors.Kind(RegisterBranch.class, false);
    private static final String HEADER = "branch,body,kind,name.zh,name.en,foundedOn,reason\r\n";

    private static List<Batch.Read> read(String table) {
        return Table.of(table.getBytes(StandardCharsets.UTF_8)).read(KIND, "person/p1", new UUID(0, 1));
    }

    @Test
    void a_row_is_a_command_whose_columns_are_its_fields() {
        List<Batch.Read> read = read("\uFEFF" + HEADER + "b1,a,agency,\"第一,支部\",First,2006-12-01,\r\n\r\n"
                + "b2,a,agency,二,Second,2006-12-02,order 7\r\n");
        assertThat(read).hasSize(2).allSatisfy(row -> assertThat(row.problem()).isNull());
        Batch.Item first = Objects.requireNonNull(read.getFirst().item());
        assertThat(((RegisterBranch) first.command()).name().zh()).isEqualTo("第一,支部");
        assertThat(first.ask().reason()).isNull();
        assertThat(Objects.requireNonNull(read.getLast().item()).ask().reason()).isEqualTo("order 7");
    }

    @Test
    void a_problem_names_the_line_on_which_its_row_begins_and_the_column_of_its_field() {
        List<Batch.Read> read = read(HEADER + "b1,a,agency,\"一\n支部\",First,2006-12-01,\nb2,a,agency,二,Second,soon,\nb 3,a,agency,三,Third,"
                + "2006-12-01,\nb4,a,agency,四\nb5,a,,五,Fifth,2006-12-01,\nb6,a,agency,,,2006-12-01,\n");
        assertThat(read).extracting(row -> row.problem() == null ? "" : said(row.problem())).containsExactly("", "field.malformed 4 6",
                "id.malformed 5 1", "table.cells 6 null", "field.missing 7 3", "field.missing 8 4");
        ProblemDetail later = Problems.of(HttpStatus.NOT_FOUND, "branch.body-unknown", "body", "s");
        assertThat(said(read.getFirst().placed().apply(later))).isEqualTo("branch.body-unknown 2 2");
    }

    private static String said(ProblemDetail problem) {
        var said = Objects.requireNonNull(problem.getProperties());
        return said.get("code") + " " + said.get("line") + " " + said.get("column");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            table.empty        | branch,body
            table.column-twice | branch,branch;b1,b2
            table.malformed    | branch,body;"b1,a
            """)
    void what_is_no_table_is_refused_as_a_whole(String code, String table) {
        assertThatThrownBy(() -> Table.of(table.replace(';', '\n').getBytes(StandardCharsets.UTF_8))).isInstanceOfSatisfying(Trouble.class,
                trouble -> assertThat(trouble.problem().getProperties()).containsEntry("code", code));
    }

    @Test
    void a_table_has_an_end() {
        byte[] longest = ("branch\n" + "b1\n".repeat(Table.MOST_ROWS)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Table.of(longest)).isInstanceOfSatisfying(Trouble.class,
                trouble -> assertThat(trouble.problem().getProperties()).containsEntry("code", "table.too-long"));
    }
}
