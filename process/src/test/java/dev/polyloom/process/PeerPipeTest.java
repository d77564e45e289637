package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H5: direct pipes between workers, over shared memory. */
@Timeout(120)
class PeerPipeTest {
    private static final To ONE = To.worker(1);
    private static final To TWO = To.worker(2);

    @TempDir private Path folder;

    /** Opens a scope; what it travels through is up to the subclass. */
    Scope open(ProcessScopeBuilder builder) {
        return builder.open();
    }

    private Scope workers(int count) {
        return open(builder(count));
    }

    static ProcessScopeBuilder builder(int count) {
        return Run.processes()
                .name("peers")
                .workers(count)
                .heartbeatTimeout(Duration.ofMinutes(5))
                .initializer(PeerHandlers::register);
    }

    @Test
    void messages_comeOnceAndInOrderWhileBothSidesAsk() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            var counted = router.submit(ONE, () -> PeerHandlers.count(2, 100_000));
            var back = router.submit(TWO, () -> PeerHandlers.count(1, 20_000));
            var asked = router.submit(ONE, () -> PeerHandlers.chat(2, 2_000));
            var askedBack = router.submit(TWO, () -> PeerHandlers.chat(1, 2_000));
            assertThat(counted.get()).isEqualTo(100_000);
            assertThat(back.get()).isEqualTo(20_000);
            assertThat(asked.get()).isEqualTo(2_000);
            assertThat(askedBack.get()).isEqualTo(2_000);
        }
    }

    @Test
    void twoWhoOpenAtTheSameTime_shareOneLink() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            for (int i = 0; i < 200; i++) {
                var one = router.submit(ONE, () -> PeerHandlers.open(2));
                var two = router.submit(TWO, () -> PeerHandlers.open(1));
                assertThat(one.get()).as("one, %d", i).isTrue();
                assertThat(two.get()).as("two, %d", i).isTrue();
                To closer = To.worker(1 + i % 2);
                assertThat(router.submit(closer, PeerHandlers::close).get()).isFalse();
                assertThat(router.submit(ONE, PeerHandlers::awaitClosed).get())
                        .isEqualTo("in good order");
                assertThat(router.submit(TWO, PeerHandlers::awaitClosed).get())
                        .isEqualTo("in good order");
            }
            await().until(() -> router.submit(ONE, PeerHandlers::links).get() == 0);
            await().until(() -> router.submit(TWO, PeerHandlers::links).get() == 0);
        }
    }

    @Test
    void threeWorkers_haveALinkForEachPair() throws Exception {
        try (Scope scope = workers(3)) {
            Router router = Router.of(scope);
            for (int from = 1; from <= 3; from++) {
                for (int to = 1; to <= 3; to++) {
                    int peer = to;
                    if (from != to) {
                        assertThat(
                                        router.submit(
                                                        To.worker(from),
                                                        () -> PeerHandlers.greet(peer))
                                                .get())
                                .isEqualTo("peers-%d to peers-%d", from, to);
                    }
                }
            }
            for (int each = 1; each <= 3; each++) {
                To worker = To.worker(each);
                assertThat(router.submit(worker, PeerHandlers::links).get()).isEqualTo(2);
            }
        }
    }

    @Test
    void workerThatIsNotUp_isStarted() throws Exception {
        try (Scope scope = workers(2)) {
            assertThat(scope.submit(() -> PeerHandlers.greet(2)).get())
                    .isEqualTo("peers-1 to peers-2");
        }
    }

    @Test
    void addressThatIsNone_isRefusedWithAWordOfAdvice() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            assertThat(router.submit(ONE, () -> PeerHandlers.failureOf(1)).get())
                    .contains("IllegalArgumentException")
                    .contains("worker 1 is this worker");
            assertThat(router.submit(ONE, () -> PeerHandlers.failureOf(3)).get())
                    .contains("UnknownPeerException")
                    .contains("workers 1 to 2, but no 3");
            assertThat(router.submit(ONE, () -> PeerHandlers.failureOf(0)).get())
                    .contains("IllegalArgumentException");
        }
    }

    @Test
    void closedPipe_deliversWhatWasSentBefore() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            CountDownLatch receiving = new CountDownLatch(1);
            router.on(
                    "receiving",
                    (message, from) -> {
                        receiving.countDown();
                        return null;
                    });
            var received = router.submit(TWO, () -> PeerHandlers.receive(1));
            receiving.await();
            router.submit(ONE, () -> PeerHandlers.sendAndClose(2, 1000)).get();
            assertThat(received.get())
                    .startsWith("1000, the pipe to worker peers-1")
                    .contains("it was closed by its peer");
        }
    }

    @Test
    void closingWhileTheOtherSends_failsItAtOnce() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            CountDownLatch begun = new CountDownLatch(10);
            router.on(
                    "progress",
                    (message, from) -> {
                        begun.countDown();
                        return null;
                    });
            var load = router.submit(ONE, () -> PeerHandlers.load(2));
            begun.await();
            router.submit(TWO, () -> PeerHandlers.open(1)).get();
            router.submit(TWO, PeerHandlers::close).get();
            assertThat(load.get()).contains("it was closed by its peer").endsWith("by null");
            assertThat(router.submit(ONE, () -> PeerHandlers.greet(2)).get())
                    .as("a new pipe")
                    .isEqualTo("peers-1 to peers-2");
        }
    }

    @Test
    void cancelledRequest_interruptsItsHandler() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            CountDownLatch interrupted = new CountDownLatch(1);
            Path parked = folder.resolve("parked");
            router.on(
                    "parked",
                    (message, from) -> {
                        Files.createFile(parked);
                        return null;
                    });
            router.on(
                    "interrupted",
                    (message, from) -> {
                        interrupted.countDown();
                        return null;
                    });
            String file = parked.toString();
            assertThat(router.submit(ONE, () -> PeerHandlers.cancel(2, file)).get()).isTrue();
            interrupted.await();
        }
    }

    @Test
    void poisonedPeer_leavesInGoodOrder() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            router.submit(ONE, () -> PeerHandlers.poison(2)).get();
            assertThat(router.submit(ONE, PeerHandlers::awaitClosed).get())
                    .isEqualTo("in good order");
            assertThat(router.submit(ONE, () -> PeerHandlers.greet(2)).get())
                    .as("the replacement")
                    .isEqualTo("peers-1 to peers-2");
        }
    }

    @Test
    void workerThatIsWaitedFor_isNotStopped() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            CountDownLatch held = new CountDownLatch(1);
            router.on(
                    "held",
                    (message, from) -> {
                        held.countDown();
                        return null;
                    });
            Path release = folder.resolve("release");
            String file = release.toString();
            var answer = router.submit(ONE, () -> PeerHandlers.ask(2, "hold", file));
            held.await();
            // the primary hears of requests only when they take long
            await().during(Duration.ofSeconds(1)).until(() -> !answer.isDone());
            CompletableFuture<?> stopped = router.stop(TWO);
            await().during(Duration.ofSeconds(6)).until(() -> !stopped.isDone());
            Files.createFile(release);
            assertThat(answer.get()).isEqualTo("held");
            stopped.get();
        }
    }

    @Test
    void pipes_endWithTheScope() throws Exception {
        List<Path> before = PeerFlowTest.folders();
        try (Scope scope = workers(2)) {
            assertThat(Router.of(scope).submit(ONE, () -> PeerHandlers.open(2)).get()).isTrue();
        }
        assertThat(PeerFlowTest.folders()).isEqualTo(before);
    }
}
