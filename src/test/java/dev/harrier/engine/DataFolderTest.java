package dev.harrier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path path;

    @Test
    void refusesAFolderInUse() throws Exception {
        try (DataFolder first = DataFolder.open(path)) {
            assertThatThrownBy(() -> DataFolder.open(path)).isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("in use").hasMessageContaining("harrier.data-dir");
        }
        DataFolder.open(path).close();
    }

    @Test
    void refusesANewerFormatAndLeavesItAlone() throws Exception {
        Files.writeString(path.resolve("VERSION"), "99");
        assertThatThrownBy(() -> DataFolder.open(path)).isInstanceOf(EngineFailure.class)
                .hasMessageContaining("format 99").hasMessageContaining("newer Harrier");
        assertThat(path.resolve("VERSION")).hasContent("99");
    }

    @Test
    void endsARecordedOrphanButNoOtherProcess() throws Exception {
        Process orphan = new ProcessBuilder("sleep", "600").start();
        RecordedProcess record = new RecordedProcess(path.resolve("run/orphan.pid"));
        record.write(orphan.toHandle());
        record.endOrphan("sleep");
        assertThat(orphan.isAlive()).isFalse();

        Process stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(path.resolve("run/orphan.pid"), stranger.pid() + "\n2001-01-01T00:00:00Z\n");
        record.endOrphan("sleep");
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void saysWhatToDoWithoutEngines() {
        EngineSettings settings = TestEngines.settings(path);
        EngineSettings none = new EngineSettings(path, path.resolve("nowhere"), "512m", settings.openSearchStart(),
                settings.postgresStart(), true);
        assertThatThrownBy(() -> Engines.start(none, true, true)).isInstanceOf(EngineFailure.class)
                .hasMessageContaining("harrier.engines-dir").hasMessageContaining("harrier.opensearch.urls");
    }
}
