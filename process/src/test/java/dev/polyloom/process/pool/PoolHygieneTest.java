package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pool leaves nothing behind, and lets nobody in. */
@Timeout(60)
class PoolHygieneTest {
    private static final Path TMP = Path.of(System.getProperty("java.io.tmpdir"));

    @TempDir private Path parent;

    private static List<Path> folders(long pid) throws IOException {
        try (Stream<Path> all = Files.list(TMP)) {
            String prefix = "polyloom-" + pid + "-";
            return all.filter(p -> p.getFileName().toString().startsWith(prefix)).toList();
        }
    }

    private static List<String> threadsOf(String pool) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("polyloom-" + pool))
                .toList();
    }

    @Test
    void closedPool_leavesNoThreadNoFolderAndNoProcess() throws Exception {
        List<Path> before = folders(Bodies.pid());
        List<Long> pids = new ArrayList<>();
        try (Scope scope = Run.processes().name("tidy").workers(2).open()) {
            for (Future<Long> each :
                    List.of(scope.submit(Bodies::pid), scope.submit(Bodies::pid))) {
                pids.add(each.get());
            }
            assertThat(threadsOf("tidy")).isNotEmpty();
        }
        assertThat(folders(Bodies.pid())).isEqualTo(before);
        assertThat(pids)
                .noneMatch(pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        await().untilAsserted(() -> assertThat(threadsOf("tidy")).isEmpty());
    }

    @Test
    void statusPage_losesItsFileWithTheStartAndItsMemoryWithTheEndOfItsWorker() throws Exception {
        List<Path> before = folders(Bodies.pid());
        List<Path> opened = new ArrayList<>();
        try (Scope scope = Run.processes().workers(1).open()) {
            scope.submit(Bodies::pid).get();
            opened.addAll(folders(Bodies.pid()));
            opened.removeAll(before);
            Path folder = opened.getFirst();
            assertThat(folder).isNotEmptyDirectory().isDirectoryNotContaining("glob:**/page-*");
            assertThat(mapped(folder)).hasSize(1);
        }
        await().untilAsserted(() -> assertThat(mapped(opened.getFirst())).isEmpty());
    }

    private static List<String> mapped(Path folder) throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> line.contains(folder + "/page-")).toList();
        }
    }

    @Test
    void folder_isForItsOwnerOnly() throws Exception {
        try (PrivateFolder folder = PrivateFolder.create()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void folderOfADeadPrimary_isSweptAndThatOfALivingOneKept() throws Exception {
        long dead;
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        dead = process.pid();
        Path stale = TMP.resolve("polyloom-" + dead + "-stale");
        Files.createDirectory(stale);
        Files.writeString(stale.resolve("page-1"), "");
        // from here on any other program may sweep it, too
        Files.writeString(stale.resolve("owner.lock"), "");
        Path foreign = TMP.resolve("polyloom-" + dead + "-foreign");
        Files.createDirectory(foreign);
        try (PrivateFolder living = PrivateFolder.create()) {
            PrivateFolder.sweep(TMP, Files.getOwner(living.path()));
            assertThat(stale).doesNotExist();
            assertThat(living.path()).exists();
            assertThat(foreign).exists();
        } finally {
            Files.deleteIfExists(foreign);
        }
    }

    @Test
    void folderThatADeadPrimaryCouldNotLock_isSweptOnceItIsOldUnlessItIsInUse() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        Path left = old(parent.resolve("polyloom-" + process.pid() + "-left"));
        Path used = parent.resolve("polyloom-" + process.pid() + "-used");
        Path file = Files.createFile(Files.createDirectory(used).resolve("file"));
        Path old = old(used);
        Path young = Files.createDirectory(parent.resolve("polyloom-" + process.pid() + "-young"));
        PrivateFolder.sweep(parent, Files.getOwner(left));
        assertThat(left).doesNotExist();
        assertThat(old).isDirectoryContaining(file::equals);
        assertThat(young).exists();
    }

    /** Makes a folder look as if it had been made long ago. */
    private static Path old(Path folder) throws IOException {
        Files.createDirectories(folder);
        Instant made = Instant.now().minus(Duration.ofHours(1));
        return Files.setLastModifiedTime(folder, FileTime.from(made));
    }
}
