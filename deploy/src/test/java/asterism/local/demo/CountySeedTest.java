package asterism.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountySeedTest {
    private static final long SEED = 20240101;
    private static final Path FOLDER = Path.of("src/main/resources/demo");

    /** The folder can be read and edited by hand; this says that what ships is what the seed writes. */
    @Test
    void theDemoFolderIsWhatItsSeedWrites() throws IOException {
        Map<String, String> files = CountySeed.write(SEED);
        if (Boolean.getBoolean("demo.write")) {
            CountySeed.writeTo(FOLDER, files);
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(Files.readString(FOLDER.resolve(file.getKey()))).as(file.getKey()).isEqualTo(file.getValue());
        }
    }
}
