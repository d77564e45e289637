package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.PolyloomException;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.SerializationException;
import dev.polyloom.WorkerDiedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which transport a pool uses, and what it does where that cannot be had. */
@Timeout(60)
class TransportTest {
    private static final String TRANSPORT = "polyloom.transport";
    private static final String SHARED_MEMORY = "polyloom.process.sharedMemory";
    private static final String BYTES = "polyloom.process.ringBytes";

    @TempDir private Path folder;
    @TempDir private Path marks;

    @AfterEach
    void forget() {
        List.of(TRANSPORT, SHARED_MEMORY, BYTES).forEach(System::clearProperty);
        Run.reset();
    }

    private static List<String> rings() throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> line.contains("/ring-")).toList();
        }
    }

    private static void assertWorks(Scope scope) throws Exception {
        assertThat(scope.submit(() -> 42).get()).isEqualTo(42);
    }

    private static void awaitNoRings() {
        await().untilAsserted(() -> assertThat(rings()).isEmpty());
    }

    @Test
    void ring_liesInSharedMemoryWithoutAFileAndGoesWithItsWorker() throws Exception {
        System.setProperty(SHARED_MEMORY, folder.toString());
        awaitNoRings();
        try (Scope scope = Run.processes().workers(1).open()) {
            assertWorks(scope);
            assertThat(rings()).hasSize(1).first().asString().contains(folder.toString());
            assertThat(rings().getFirst()).endsWith("(deleted)");
            try (Stream<Path> own = Files.list(folder)) {
                assertThat(own.toList())
                        .hasSize(1)
                        .allSatisfy(each ->
                                assertThat(each).isDirectoryNotContaining("glob:**/ring-*"));
            }
        }
        awaitNoRings();
        assertThat(folder).isEmptyDirectory();
    }

    /** Opens the ring file of a worker that starts, before it goes. */
    private FileChannel openRing() throws IOException {
        Path file =
                await().pollInterval(Duration.ofMillis(1))
                        .until(this::findRing, Optional::isPresent)
                        .orElseThrow();
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    private Optional<Path> findRing() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> each.getFileName().toString().startsWith("ring-"))
                    .findFirst();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    @Test
    void ringCutShortInUse_costsOnlyWhatItsWorkerRan() throws Exception {
        System.setProperty(SHARED_MEMORY, folder.toString());
        try (Scope scope = Run.processes().workers(1).open()) {
            Future<Long> first = scope.submit(Bodies::pid);
            try (FileChannel ring = openRing()) {
                long pid = first.get();
                String begun = marks.resolve("begun").toString();
                Future<?> running =
                        scope.submit(() -> {
                            Bodies.mark(Path.of(begun), "begun");
                            Bodies.parkForEver();
                        });
                Future<Integer> queued = scope.submit(() -> 42);
                await().until(() -> Files.exists(Path.of(begun)));
                ring.truncate(0);
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(running::get)
                        .withCauseInstanceOf(WorkerDiedException.class);
                assertThat(queued.get()).isEqualTo(42);
                assertThat(scope.submit(Bodies::pid).get()).isNotEqualTo(pid);
            }
        }
    }

    @Test
    void ringOfAPrimaryThatWasKilled_isSweptByTheNext() throws Exception {
        System.setProperty(SHARED_MEMORY, folder.toString());
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path left = Files.createDirectory(folder.resolve("polyloom-" + dead.pid() + "-left"));
        Files.createFile(left.resolve("owner.lock"));
        Files.createFile(left.resolve("ring-1"));
        try (Scope scope = Run.processes().workers(1).open()) {
            assertWorks(scope);
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void missingSharedMemory_leavesThePoolsOwnFolder() throws Exception {
        System.setProperty(SHARED_MEMORY, folder.resolve("none").toString());
        try (Scope scope = Run.processes().workers(1).open()) {
            assertWorks(scope);
            assertThat(rings()).hasSize(1).first().asString().contains("/polyloom-");
        }
    }

    @Test
    void ringThatCannotBeHad_leavesTheSocketsAndALine() throws Exception {
        System.setProperty(BYTES, "1000");
        try (LogLines log = new LogLines();
                Scope scope = Run.processes().workers(2).open()) {
            scope.invokeAll(List.of(() -> 1, () -> 2));
            assertWorks(scope);
            assertThat(rings()).isEmpty();
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("use sockets"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("a ring of 1000 bytes is not a power of two");
        }
    }

    @Test
    void forcedRingThatCannotBeHad_isAClearErrorAndLeavesNothing() {
        System.setProperty(SHARED_MEMORY, folder.toString());
        System.setProperty(BYTES, "1000");
        System.setProperty(TRANSPORT, "ring");
        assertThatExceptionOfType(PolyloomException.class)
                .isThrownBy(() -> Run.processes().workers(1).open())
                .withMessageContaining("POLYLOOM_TRANSPORT asks for shared-memory rings")
                .withMessageContaining("a ring of 1000 bytes is not a power of two");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring", "auto", "socket"})
    void poolThatNobodyUsed_leavesNothing(String transport) {
        awaitNoRings();
        System.setProperty(SHARED_MEMORY, folder.toString());
        System.setProperty(TRANSPORT, transport);
        Run.reset();
        for (int i = 0; i < 20; i++) {
            Run.processes().workers(1).open().close();
            assertThat(folder).isEmptyDirectory();
        }
        awaitNoRings();
    }

    @Test
    void poolThatCannotOpen_leavesNothing() {
        awaitNoRings();
        System.setProperty(SHARED_MEMORY, folder.toString());
        System.setProperty(TRANSPORT, "ring");
        Object fixed = new Object();
        assertThatThrownBy(() -> Run.processes().workers(1).initializer(fixed::notifyAll).open())
                .isInstanceOf(SerializationException.class);
        assertThat(folder).isEmptyDirectory();
        awaitNoRings();
    }

    @Test
    void forcedRing_isUsed() throws Exception {
        System.setProperty(TRANSPORT, "ring");
        Run.reset();
        try (Scope scope = Run.processes().workers(1).open()) {
            assertWorks(scope);
            assertThat(rings()).hasSize(1);
            assertThat(scope.decision().explain())
                    .contains("through shared memory, as POLYLOOM_TRANSPORT insists");
        }
    }

    @Test
    void forcedSocket_isUsed() throws Exception {
        System.setProperty(TRANSPORT, "socket");
        Run.reset();
        try (Scope scope = Run.processes().workers(1).open()) {
            assertWorks(scope);
            assertThat(rings()).isEmpty();
            assertThat(scope.decision().explain())
                    .contains("through sockets, as POLYLOOM_TRANSPORT asks");
        }
    }

    @Test
    void unknownTransport_isIgnoredWithAWarning() throws Exception {
        System.setProperty(TRANSPORT, "pigeon");
        try (LogLines log = new LogLines();
                Scope scope = Run.processes().workers(1).open()) {
            assertWorks(scope);
            assertThat(log.lines())
                    .contains(
                            "polyloom.transport is ignored: 'pigeon' is not one of ring, socket,"
                                    + " auto");
        }
    }
}
