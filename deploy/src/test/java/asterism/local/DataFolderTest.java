package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void aFullDiskIsSaidBeforeAnythingStarts() throws IOException {
        assertThatThrownBy(() -> DataFolder.open(folder, Long.MAX_VALUE)).isInstanceOf(CannotRun.class)
                .hasMessageMatching("Only \\d+ MB are free on the disk of .*, and the house needs \\d+ MB to start: make room, or .*");
        DataFolder.open(folder, 0).close(); // the refused house has let go of the folder
    }

    @Test
    void aDiskThatFillsUpStopsTheHouseWhileThereIsRoomToStop() throws IOException {
        CompletableFuture<String> trouble = new CompletableFuture<>();
        try (DataFolder data = DataFolder.open(folder, 0)) {
            DiskWatch.look(data, 0, trouble);
            assertThat(trouble).isNotDone();
            DiskWatch.look(data, Long.MAX_VALUE, trouble);
        }
        assertThat(trouble).isCompletedWithValueMatching(words -> words.startsWith("The disk of " + folder + " is full but for"));
    }

    @Test
    void oneFolderHoldsOneHouse() throws IOException {
        try (DataFolder first = DataFolder.open(folder, 0)) {
            assertThatThrownBy(() -> DataFolder.open(first.path(), 0)).hasMessageContaining("Another house is running on " + folder);
        }
        DataFolder.open(folder, 0).close();
    }

    @Test
    void aFolderThatCannotBeOneIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file, 0)).isInstanceOf(CannotRun.class)
                .hasMessageStartingWith("The data folder " + file + " cannot be used: ");
    }

    @Test
    void theFirstStartDecidesWhichWorldLivesThere() throws IOException {
        try (DataFolder data = DataFolder.open(folder, 0)) {
            assertThat(data.holdsDemoWorld(false)).isTrue();
            assertThat(data.holdsDemoWorld(false)).isTrue();
            assertThatThrownBy(() -> data.holdsDemoWorld(true)).isInstanceOf(CannotRun.class)
                    .hasMessageContaining("The demo county lives in");
        }
    }
}
