package dev.polyloom.process.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class StatusPageTest {
    @TempDir private Path folder;

    private static Map<Long, Long> running(StatusPage page) {
        Map<Long, Long> running = new TreeMap<>();
        page.forEachRunning(running::put);
        return running;
    }

    @Test
    void newPage_showsNothing() throws Exception {
        StatusPage page = StatusPage.create(folder.resolve("page"), 2);
        assertThat(page.lastStarted()).isZero();
        assertThat(page.beats()).isZero();
        assertThat(running(page)).isEmpty();
    }

    @Test
    void whatTheWorkerWrites_isSeenThroughTheOtherMapping() throws Exception {
        Path file = folder.resolve("page");
        StatusPage primary = StatusPage.create(file, 2);
        StatusPage worker = StatusPage.open(file, 2);
        worker.started(0, 1, 100);
        worker.started(1, 2, 200);
        worker.beat();
        assertThat(running(primary)).containsExactly(Map.entry(1L, 100L), Map.entry(2L, 200L));
        worker.ended(0);
        assertThat(running(primary)).containsExactly(Map.entry(2L, 200L));
        assertThat(primary.lastStarted()).isEqualTo(2);
        assertThat(primary.beats()).isEqualTo(1);
    }

    @Test
    void page_outlivesItsFile() throws Exception {
        Path file = folder.resolve("page");
        StatusPage primary = StatusPage.create(file, 1);
        StatusPage worker = StatusPage.open(file, 1);
        Files.delete(file);
        worker.started(0, 5, 1);
        assertThat(primary.lastStarted()).isEqualTo(5);
    }

    @Test
    void pageCutShort_beatsNoMoreAndHasStartedAll() throws Exception {
        Path file = folder.resolve("page");
        StatusPage primary = StatusPage.create(file, 1);
        try (StatusPage worker = StatusPage.open(file, 1);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            worker.started(0, 5, 1);
            for (int i = 1; i <= 20_000; i++) {
                worker.beat();
                assertThat(primary.beats()).isEqualTo(i);
                assertThat(primary.lastStarted()).isEqualTo(5);
            }
            channel.truncate(0);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(primary.beats()).isZero();
            assertThat(primary.lastStarted()).isEqualTo(Long.MAX_VALUE);
            assertThat(running(primary)).isEmpty();
        }
    }

    @Test
    void closedPage_isGoneForItsOwnerAndNobodyElse() throws Exception {
        Path file = folder.resolve("page");
        StatusPage worker = StatusPage.create(file, 1);
        StatusPage primary = StatusPage.open(file, 1);
        primary.close();
        worker.beat();
        assertThat(worker.beats()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(primary::beats);
    }

    @Test
    void pageOfTheWrongSize_isRefused() throws Exception {
        Path file = folder.resolve("page");
        StatusPage.create(file, 1);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> StatusPage.open(file, 1000))
                .withMessageContaining("bytes, not");
    }
}
