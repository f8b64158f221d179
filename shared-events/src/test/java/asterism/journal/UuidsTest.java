package asterism.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidsTest {
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void a_name_in_a_namespace_has_the_identifier_other_languages_give_it() {
        assertThat(Uuids.v5(DNS, "python.org")).hasToString("886313e1-3b8a-5372-9b90-0c9aee199e5d");
        assertThat(Uuids.v5(DNS, "python.org").version()).isEqualTo(5);
        assertThat(Uuids.v5(DNS, "python.org").variant()).isEqualTo(2);
    }

    @Test
    void a_fact_is_named_by_its_command_its_place_and_the_body() {
        var command = Uuids.v5(DNS, "python.org");
        var body = MerkleTree.sha256().digest("body".getBytes(UTF_8));
        assertThat(Uuids.event(command, 2, body)).hasToString("e66b89a5-cb44-56ab-8d26-799d9c94c831");
        assertThat(Uuids.event(command, 3, body)).isNotEqualTo(Uuids.event(command, 2, body));
        assertThat(Uuids.event(command, 2, new byte[0])).isNotEqualTo(Uuids.event(command, 2, body));
    }
}
