package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.process.pool.Bodies;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H5, H12: direct pipes whose other side, or whose primary, is stopped or killed. */
@Timeout(120)
class PeerFlowTest {
    private static final To ONE = To.worker(1);
    private static final To TWO = To.worker(2);

    @TempDir private Path folder;

    Scope open(ProcessScopeBuilder builder) {
        return builder.open();
    }

    static Scope openOverSockets(ProcessScopeBuilder builder) {
        System.setProperty("polyloom.transport", "socket");
        try {
            return builder.open();
        } finally {
            System.clearProperty("polyloom.transport");
        }
    }

    /** Returns the folders of the pools of this JVM. */
    static List<Path> folders() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path parent :
                List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")))) {
            String glob = "polyloom-%d-*".formatted(ProcessHandle.current().pid());
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, glob)) {
                folders.forEach(found::add);
            }
        }
        found.sort(null);
        return found;
    }

    private static Heads.Builder quick() {
        return Heads.builder().pipeMessages(100).sendTimeout(Duration.ofMillis(50));
    }

    private long pidOf(Router router, To worker) {
        return router.pipe(worker).peer().pid();
    }

    // ---- a stopped side

    @Test
    void stoppedPeer_fillsItsPipeAndLosesNothing() throws Exception {
        try (Scope scope = open(PeerPipeTest.builder(3).heads(quick().build()))) {
            Router router = Router.of(scope);
            router.submit(ONE, () -> PeerHandlers.open(2)).get();
            long pid = pidOf(router, TWO);
            Bodies.signal(pid, "STOP");
            String filled = router.submit(ONE, () -> PeerHandlers.fill(2)).get();
            assertThat(filled)
                    .contains("sent: the pipe to worker peers-2")
                    .contains("100 of 100 messages");
            assertThat(router.submit(ONE, () -> PeerHandlers.greet(3)).get())
                    .as("no other pipe is full")
                    .isEqualTo("peers-1 to peers-3");
            Bodies.signal(pid, "CONT");
            awaitSunk(router, filled);
        }
    }

    @Test
    void pausedPeer_holdsMessagesUntilItGoesOn() throws Exception {
        try (Scope scope = open(PeerPipeTest.builder(2).heads(quick().build()))) {
            Router router = Router.of(scope);
            router.submit(ONE, () -> PeerHandlers.open(2)).get();
            router.pause(TWO).get();
            String filled = router.submit(ONE, () -> PeerHandlers.fill(2)).get();
            assertThat(filled).startsWith("100 sent: ");
            router.resume(TWO).get();
            awaitSunk(router, filled);
        }
    }

    /** Waits until as many messages have been dealt with as were sent. */
    private static void awaitSunk(Router router, String filled) {
        int sent = Integer.parseInt(filled.substring(0, filled.indexOf(' ')));
        // the pipe may be full a moment longer
        await().ignoreExceptions()
                .until(() -> router.submit(ONE, () -> PeerHandlers.sunk(2)).get() == sent);
    }

    @Test
    void requestToAStoppedPeer_failsWhenItsHeartbeatDoes() throws Exception {
        ProcessScopeBuilder builder =
                PeerPipeTest.builder(2).heartbeatTimeout(Duration.ofMillis(1500));
        try (Scope scope = open(builder)) {
            Router router = Router.of(scope);
            router.submit(ONE, () -> PeerHandlers.open(2)).get();
            Bodies.signal(pidOf(router, TWO), "STOP");
            assertThat(router.submit(ONE, () -> PeerHandlers.ask(2, "echo", "?")).get())
                    .contains("WorkerDiedException")
                    .contains("peers-2");
        }
    }

    @Test
    void introductionToAStoppedPeer_failsInTime() throws Exception {
        try (Scope scope = open(PeerPipeTest.builder(2))) {
            Router router = Router.of(scope);
            long pid = pidOf(router, TWO);
            Bodies.signal(pid, "STOP");
            assertThat(router.submit(ONE, () -> PeerHandlers.failureOf(2)).get())
                    .contains("could not be introduced to each other")
                    .contains("worker peers-2")
                    .contains("within 10 s");
            Bodies.signal(pid, "CONT");
            assertThat(router.submit(ONE, () -> PeerHandlers.greet(2)).get())
                    .isEqualTo("peers-1 to peers-2");
        }
    }

    // ---- a stopped primary

    /** Is a primary whose workers talk to each other. */
    static int converse(ProcessScopeBuilder builder, String folder) throws Exception {
        Path in = Path.of(folder);
        try (Scope scope = builder.open()) {
            String progress = in.resolve("progress").toString();
            String stop = in.resolve("stop").toString();
            PeerHandlers.write(in.resolve("primary"), Long.toString(ProcessHandle.current().pid()));
            return Router.of(scope).submit(ONE, () -> PeerHandlers.chat(2, progress, stop)).get();
        }
    }

    @Test
    void stoppedPrimary_doesNotHoldUpPeers() throws Exception {
        String in = folder.toString();
        try (Scope scope =
                Run.processes().workers(1).heartbeatTimeout(Duration.ofMinutes(5)).open()) {
            var conversation = scope.submit(conversation(in));
            Path progress = folder.resolve("progress");
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(progress));
            long primary = Long.parseLong(Files.readString(folder.resolve("primary")));
            Bodies.signal(primary, "STOP");
            int before = Integer.parseInt(Files.readString(progress));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Integer.parseInt(Files.readString(progress)) > before + 2_000);
            assertThat(Bodies.isStopped(primary)).isTrue();
            Bodies.signal(primary, "CONT");
            Files.createFile(folder.resolve("stop"));
            assertThat(conversation.get()).isGreaterThan(before + 2_000);
        }
    }

    dev.polyloom.SerializableCallable<Integer> conversation(String in) {
        return () -> converse(PeerPipeTest.builder(2), in);
    }

    // ---- a killed side

    @Test
    void killedPeer_failsTheOtherAndEveryRequestEnds() throws Exception {
        List<Path> before = folders();
        Random random = new Random(11);
        try (Scope scope = open(PeerPipeTest.builder(2))) {
            Router router = Router.of(scope);
            AtomicInteger progress = new AtomicInteger();
            router.on("progress", (message, from) -> progress.incrementAndGet());
            for (int i = 0; i < 6; i++) {
                progress.set(0);
                int enough = random.nextInt(20);
                To loader = i % 2 == 0 ? ONE : TWO;
                int victim = 2 - i % 2;
                Pipe pipe = router.pipe(To.worker(victim));
                long pid = pipe.peer().pid();
                var load = router.submit(loader, () -> PeerHandlers.load(victim));
                await().until(() -> progress.get() >= enough || load.isDone());
                Bodies.signal(pid, "KILL");
                assertThat(load.get())
                        .contains("WorkerDiedException")
                        .contains("peers-%d (pid %d)".formatted(victim, pid));
                // the primary may learn of it later than the peer
                await().until(() -> !pipe.isOpen());
            }
        }
        assertThat(folders()).isEqualTo(before);
    }

    @Test
    void killedPeer_isMissedByAReceiver() throws Exception {
        try (Scope scope = open(PeerPipeTest.builder(2))) {
            Router router = Router.of(scope);
            CountDownLatch receiving = new CountDownLatch(1);
            router.on(
                    "receiving",
                    (message, from) -> {
                        receiving.countDown();
                        return null;
                    });
            var received = router.submit(ONE, () -> PeerHandlers.receive(2));
            receiving.await();
            long pid = pidOf(router, TWO);
            Bodies.signal(pid, "KILL");
            assertThat(received.get()).startsWith("0, the pipe to worker peers-2");
            assertThat(router.submit(ONE, () -> PeerHandlers.greetAgain(2)).get())
                    .as("the replacement")
                    .isEqualTo("peers-1 to peers-2");
        }
    }

    /**
     * Kills one side at any moment of an introduction: whoever opens a pipe gets one or an error.
     */
    @Test
    void killedWhileTheyMeet_leavesNobodyWaiting() throws Exception {
        List<Path> before = folders();
        try (Scope scope = open(PeerPipeTest.builder(2))) {
            Router router = Router.of(scope);
            for (int i = 0; i < 8; i++) {
                int opener = 1 + i % 2;
                int victim = 3 - opener;
                long pid = pidOf(router, To.worker(victim));
                pidOf(router, To.worker(opener));
                var opened = router.submit(To.worker(opener), () -> PeerHandlers.failureOf(victim));
                java.util.concurrent.locks.LockSupport.parkNanos(i * 2_000_000L);
                Bodies.signal(pid, "KILL");
                assertThat(opened.get()).containsAnyOf("opened Pipe", "introduced", "is gone");
                assertThat(
                                router.submit(
                                                To.worker(opener),
                                                () -> PeerHandlers.greetAgain(victim))
                                        .get())
                        .isEqualTo("peers-%d to peers-%d", opener, victim);
            }
        }
        assertThat(folders()).isEqualTo(before);
    }
}
