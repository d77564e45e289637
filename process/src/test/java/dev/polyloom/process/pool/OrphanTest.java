package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A primary that is killed takes its workers with it. The primary here is itself a worker. */
@Timeout(60)
class OrphanTest {
    @TempDir private Path folder;

    /** Opens a pool in this process and keeps its workers in the given state. */
    static void keepPool(String file, boolean busy, int depth) {
        Scope scope = Run.processes().workers(2).open();
        for (int i = 0; i < 2; i++) {
            scope.execute(() -> {
                Bodies.mark(Path.of(file), "worker " + Bodies.pid());
                if (depth > 0) {
                    keepPool(file, busy, depth - 1);
                } else if (busy) {
                    Bodies.spin(Duration.ofMinutes(5).toMillis());
                } else {
                    // neither worker may run both
                    Bodies.awaitLines(Path.of(file), 3);
                }
            });
        }
        Bodies.parkForEver();
    }

    private void assertNoOrphans(boolean busy, int depth, int expected) throws Exception {
        Path pids = folder.resolve("pids");
        String file = pids.toString();
        try (Scope scope = Run.processes().workers(1).open();
                Closeable _ = scope::shutdownNow) {
            scope.execute(() -> {
                Bodies.mark(Path.of(file), "primary " + Bodies.pid());
                keepPool(file, busy, depth);
            });
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            Files.exists(pids) && Files.readAllLines(pids).size() == 1 + expected);
            List<String> lines = Files.readAllLines(pids);
            long primary = pidOf(lines.getFirst());
            List<Long> workers = lines.stream().skip(1).map(OrphanTest::pidOf).toList();
            assertThat(workers).doesNotHaveDuplicates().allMatch(OrphanTest::isAlive);
            Bodies.signal(primary, "KILL");
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> workers.stream().noneMatch(OrphanTest::isAlive));
        }
    }

    private static long pidOf(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }

    /** A zombie is dead: how soon it is reaped is up to the system. */
    private static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void killedPrimary_leavesNoIdleWorker() throws Exception {
        assertNoOrphans(false, 0, 2);
    }

    @Test
    void killedPrimary_leavesNoBusyWorker() throws Exception {
        assertNoOrphans(true, 0, 2);
    }

    @Test
    void killedPrimary_leavesNoWorkerOfNestedPools() throws Exception {
        assertNoOrphans(true, 1, 6);
    }

    @Test
    void killedPrimaryWhoseChildHoldsItsPipes_leavesNoWorker() throws Exception {
        Path pids = folder.resolve("pids");
        Path child = folder.resolve("child");
        String file = pids.toString();
        String childFile = child.toString();
        try (Scope scope = Run.processes().workers(1).open();
                Closeable _ = scope::shutdownNow) {
            scope.execute(() -> keepPoolAndChild(file, childFile));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Files.exists(pids) && Files.readAllLines(pids).size() == 2);
            List<String> lines = Files.readAllLines(pids);
            Bodies.signal(pidOf(lines.getLast()), "KILL");
            await().atMost(Duration.ofSeconds(20)).until(() -> !isAlive(pidOf(lines.getFirst())));
        } finally {
            Bodies.endNativeChild(child);
        }
    }

    private static void keepPoolAndChild(String file, String childFile) {
        Scope scope = Run.processes().workers(1).open();
        scope.execute(() -> Bodies.mark(Path.of(file), "worker " + Bodies.pid()));
        Bodies.awaitFile(Path.of(file));
        Bodies.startNativeChild(childFile);
        Bodies.mark(Path.of(file), "primary " + Bodies.pid());
        Bodies.parkForEver();
    }
}
