package asterism.house;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventMapTest {

    @Test
    void theEventMapInTheReadmeIsWhatTheCompiledServicesDo() throws IOException {
        Generated.check(Path.of("../shared-events/README.md"), "event map", new EventMap().markdown());
    }
}
