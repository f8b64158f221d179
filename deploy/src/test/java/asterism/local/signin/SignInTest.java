package asterism.local.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Demo people need no password, so they stay on this machine: neither their door nor their database may be anywhere else. */
class SignInTest {
    private static final String HERE = "http://127.0.0.1:8090";
    private static final String DATABASE = "jdbc:postgresql://127.0.0.1:5432/command";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private void prepare(String issuer, String database) throws IOException {
        SignIn.application(new SignIn.Setup(URI.create(issuer), URI.create(HERE), SignInKeys.in(folder), List.of()), database);
    }

    @Test
    void demo_people_sign_in_on_this_machine_only() {
        assertThatCode(() -> prepare(HERE, DATABASE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> prepare("http://192.0.2.1:8090", DATABASE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Demo people sign in on this machine only, and sign-in is on 192.0.2.1.");
    }

    @Test
    void demo_people_work_on_a_database_of_this_machine_only() {
        assertThatThrownBy(() -> prepare(HERE, "jdbc:postgresql://192.0.2.1:5432/command")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Demo people sign in on this machine only, and the database is on 192.0.2.1.");
    }
}
