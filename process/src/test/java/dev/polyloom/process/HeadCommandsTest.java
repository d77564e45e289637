package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.SerializableCallable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H9: what the primary can tell its workers. */
@Timeout(60)
class HeadCommandsTest {
    @TempDir private Path folder;

    private static Scope workers(int count) {
        return Run.processes()
                .name("obey")
                .workers(count)
                .initializer(PipeHandlers::register)
                .open();
    }

    private SerializableCallable<String> until(String name) {
        String begun = folder.resolve(name + ".begun").toString();
        String end = folder.resolve(name).toString();
        return () -> {
            Files.createFile(Path.of(begun));
            while (!Files.exists(Path.of(end))) {
                LockSupport.parkNanos(1_000_000);
            }
            return name;
        };
    }

    private void end(String name) throws Exception {
        Files.createFile(folder.resolve(name));
    }

    private void awaitBegun(String name) {
        await().until(() -> Files.exists(folder.resolve(name + ".begun")));
    }

    @Test
    void paused_takesNoTasksAndNoMessages_untilItIsResumed() throws Exception {
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            Pipe pipe = router.pipe(To.worker(1));
            router.pause(To.all()).get();
            Future<Integer> task = scope.submit(() -> 42);
            CompletableFuture<Object> request = pipe.request("echo", 1);
            assertThat(router.dumpThreads(To.all()).get()).as("it obeys").hasSize(1);
            assertThat(task.isDone()).isFalse();
            assertThat(request.isDone()).isFalse();
            router.resume(To.all()).get();
            assertThat(task.get()).isEqualTo(42);
            assertThat(request.get()).isEqualTo(1);
        }
    }

    @Test
    void paused_leavesItsTasksToOthers() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            router.pipe(To.worker(1));
            router.pipe(To.worker(2));
            router.pause(To.worker(1)).get();
            for (int i = 0; i < 20; i++) {
                assertThat(scope.submit(() -> Head.current().index()).get()).isEqualTo(2);
            }
        }
    }

    @Test
    void paused_isResumedByTheEndOfTheScope() throws Exception {
        Future<Integer> task;
        CompletableFuture<Object> request;
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            Pipe pipe = router.pipe(To.worker(1));
            router.pause(To.all()).get();
            task = scope.submit(() -> 42);
            request = pipe.request("echo", 1);
        }
        assertThat(task.get()).isEqualTo(42);
        assertThat(request.get()).isEqualTo(1);
    }

    private static void awaitClosed(Pipe pipe) {
        await().until(() -> pipe.closed().toCompletableFuture().isDone());
    }

    /**
     * Pauses the only worker, lets something replace it, and sees that the new one is held, too.
     */
    private static void replacePaused(Consumer<Scope> replace) throws Exception {
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            Pipe old = router.pipe(To.worker(1));
            router.pause(To.worker(1)).get();
            replace.accept(scope);
            awaitClosed(old);
            Pipe fresh = router.pipe(To.worker(1));
            assertThat(fresh.peer().pid()).isNotEqualTo(old.peer().pid());
            Future<Integer> task = scope.submit(() -> 42);
            CompletableFuture<Integer> popped = router.submit(To.any(), () -> 43);
            CompletableFuture<Object> request = fresh.request("echo", 1);
            assertThat(router.dumpThreads(To.all()).get().get("obey-1"))
                    .as("nothing has begun")
                    .doesNotContain("PipeHandlers");
            assertThat(List.of(task.isDone(), popped.isDone(), request.isDone()))
                    .containsOnly(false);
            router.resume(To.worker(1)).get();
            assertThat(task.get()).isEqualTo(42);
            assertThat(popped.get()).isEqualTo(43);
            assertThat(request.get()).isEqualTo(1);
        }
    }

    @Test
    void paused_staysSo_whenItIsReloaded() throws Exception {
        replacePaused(scope -> Router.of(scope).reload(To.worker(1)).join());
    }

    @Test
    void paused_staysSo_whenItIsStopped() throws Exception {
        replacePaused(scope -> Router.of(scope).stop(To.worker(1)).join());
    }

    @Test
    void paused_staysSo_whenItIsKilled() throws Exception {
        replacePaused(scope -> {
            long pid = Router.of(scope).peers().getFirst().pid();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        });
    }

    @Test
    void paused_whileItIsRecycled_isHeldInBothProcesses() throws Exception {
        try (Scope scope =
                Run.processes()
                        .name("obey")
                        .workers(1)
                        .maxTasksPerWorker(4)
                        .initializer(PipeHandlers::register)
                        .open()) {
            Router router = Router.of(scope);
            Pipe old = router.pipe(To.worker(1));
            scope.submit(() -> 1).get();
            scope.submit(() -> 2).get();
            Future<String> third = scope.submit(until("third"));
            await("its replacement")
                    .until(() -> router.pipe(To.worker(1)).peer().pid() != old.peer().pid());
            router.pause(To.worker(1)).get();
            end("third");
            assertThat(third.get()).isEqualTo("third");
            Future<Integer> task = scope.submit(() -> 42);
            CompletableFuture<Object> request = router.pipe(To.worker(1)).request("echo", 1);
            assertThat(router.dumpThreads(To.all()).get()).hasSize(1);
            assertThat(request.isDone() || task.isDone()).isFalse();
            router.resume(To.worker(1)).get();
            assertThat(task.get()).isEqualTo(42);
            assertThat(request.get()).isEqualTo(1);
        }
    }

    @Test
    void paused_isNotReplacedForTasksThatItMayNotTake() throws Exception {
        try (Scope scope =
                Run.processes()
                        .workers(1)
                        .maxWorkerAge(Duration.ofMillis(1))
                        .initializer(PipeHandlers::register)
                        .open()) {
            Router router = Router.of(scope);
            Pipe pipe = router.pipe(To.worker(1));
            router.pause(To.worker(1)).get();
            Future<Integer> task = scope.submit(() -> 42);
            for (int i = 0; i < 20; i++) {
                assertThat(router.dumpThreads(To.all()).get()).hasSize(1);
            }
            assertThat(router.pipe(To.worker(1)).peer()).isEqualTo(pipe.peer());
            router.resume(To.worker(1)).get();
            assertThat(task.get()).isEqualTo(42);
        }
    }

    @Test
    void paused_isResumedWhileItsReplacementStarts() throws Exception {
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            Pipe old = router.pipe(To.worker(1));
            router.pause(To.worker(1)).get();
            ProcessHandle.of(old.peer().pid()).orElseThrow().destroyForcibly();
            awaitClosed(old);
            router.resume(To.worker(1)).get();
            assertThat(router.pipe(To.worker(1)).request("echo", 1).get()).isEqualTo(1);
            assertThat(scope.submit(() -> 42).get()).isEqualTo(42);
        }
    }

    @Test
    void pausedReplacement_isResumedByTheEndOfTheScope() throws Exception {
        Future<Integer> task;
        CompletableFuture<Object> request;
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            router.pipe(To.worker(1));
            router.pause(To.worker(1)).get();
            router.reload(To.worker(1)).get();
            task = scope.submit(() -> 42);
            request = router.pipe(To.worker(1)).request("echo", 1);
        }
        assertThat(task.get()).isEqualTo(42);
        assertThat(request.get()).isEqualTo(1);
    }

    @Test
    void reloadedWithMessagesHeld_dealsWithThemWhenResumed() throws Exception {
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            Pipe old = router.pipe(To.worker(1));
            router.pause(To.worker(1)).get();
            CompletableFuture<Object> held = old.request("echo", 1);
            router.reload(To.worker(1)).get();
            assertThat(held.isDone()).isFalse();
            router.resume(To.worker(1)).get();
            assertThat(held.get()).isEqualTo(1);
            old.closed().toCompletableFuture().join();
        }
    }

    @Test
    void resumed_whileItDrains_isNotHeldAfterwards() throws Exception {
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            Pipe pipe = router.pipe(To.worker(1));
            Future<?> running = scope.submit(until("long"));
            awaitBegun("long");
            CompletableFuture<?> drained = router.drain(To.worker(1));
            router.resume(To.worker(1)).get();
            end("long");
            running.get();
            drained.get();
            assertThat(pipe.request("echo", 1).get()).isEqualTo(1);
        }
    }

    @Test
    void drained_endsWhatRunsAndTakesNothingNew() throws Exception {
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            router.pipe(To.worker(1));
            Future<?> running = scope.submit(until("long"));
            Future<Integer> queued = scope.submit(() -> 42);
            awaitBegun("long");
            CompletableFuture<?> drained = router.drain(To.worker(1));
            assertThat(router.dumpThreads(To.all()).get()).hasSize(1);
            assertThat(drained.isDone()).isFalse();
            end("long");
            drained.get();
            running.get();
            assertThat(queued.isDone()).isFalse();
            router.resume(To.worker(1)).get();
            assertThat(queued.get()).isEqualTo(42);
        }
    }

    @Test
    void dump_showsWhatATaskDoes() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            router.pipe(To.worker(1));
            router.pipe(To.worker(2));
            Future<?> running = scope.submit(until("dumped"));
            awaitBegun("dumped");
            assertThat(router.dumpThreads(To.all()).get())
                    .containsOnlyKeys("obey-1", "obey-2")
                    .values()
                    .anySatisfy(text -> assertThat(text).contains("parkNanos").contains("obey-"));
            end("dumped");
            running.get();
        }
    }

    @Test
    void dump_showsWhatAHandlerDoes() throws Exception {
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            CountDownLatch parked = new CountDownLatch(1);
            router.on(
                    "parked",
                    (message, from) -> {
                        parked.countDown();
                        return null;
                    });
            CompletableFuture<Object> request = router.pipe(To.worker(1)).request("park", "");
            parked.await();
            assertThat(router.dumpThreads(To.all()).get().get("obey-1"))
                    .contains("PipeHandlers.park");
            router.interrupt(To.all()).get();
            assertThat(request.get()).isEqualTo("unparked");
        }
    }

    @Test
    void garbage_isCollected() throws Exception {
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            router.pipe(To.worker(1));
            assertThat(router.collectGarbage(To.worker("obey-1")).get().get("obey-1")).isPositive();
        }
    }

    @Test
    void interrupt_reachesTasksAndHandlers_andTheWorkerGoesOn() throws Exception {
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            Pipe pipe = router.pipe(To.worker(1));
            CountDownLatch parked = new CountDownLatch(1);
            router.on(
                    "parked",
                    (message, from) -> {
                        parked.countDown();
                        return null;
                    });
            CompletableFuture<Object> request = pipe.request("park", "");
            String begun = folder.resolve("task.begun").toString();
            Future<Integer> task =
                    scope.submit(() -> {
                        Files.createFile(Path.of(begun));
                        new CountDownLatch(1).await();
                        return 0;
                    });
            awaitBegun("task");
            parked.await();
            router.interrupt(To.all()).get();
            assertThatThrownBy(task::get).hasCauseInstanceOf(InterruptedException.class);
            assertThat(request.get()).isEqualTo("unparked");
            assertThat(scope.submit(() -> PipeHandlers.pid()).get()).isEqualTo(pipe.peer().pid());
        }
    }

    @Test
    void reloaded_isAFreshProcessOfTheSameName_andLosesNothing() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            Pipe old = router.pipe(To.worker(2));
            router.pipe(To.worker(1));
            List<? extends Future<Integer>> tasks =
                    java.util.stream.IntStream.range(0, 200)
                            .mapToObj(i -> scope.submit(() -> i))
                            .toList();
            router.reload(To.worker(2)).get();
            Pipe fresh = router.pipe(To.worker(2));
            assertThat(fresh.peer().name()).isEqualTo("obey-2");
            assertThat(fresh.peer().pid()).isNotEqualTo(old.peer().pid());
            old.closed().toCompletableFuture().join();
            for (int i = 0; i < 200; i++) {
                assertThat(tasks.get(i).get()).isEqualTo(i);
            }
        }
    }

    @Test
    void stopped_endsAndIsStartedAgainWhenItIsNeeded() throws Exception {
        try (Scope scope = workers(2)) {
            Router router = Router.of(scope);
            Pipe old = router.pipe(To.worker(1));
            router.pipe(To.worker(2));
            router.stop(To.worker(1)).get();
            assertThat(old.isOpen()).isFalse();
            assertThat(router.peers()).extracting(Peer::index).containsExactly(2);
            assertThat(router.pipe(To.worker(1)).request("echo", 1).get()).isEqualTo(1);
        }
    }

    @Test
    void poisoned_stopsAfterWhatCameBefore_andIsReplaced() throws Exception {
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            Pipe pipe = router.pipe(To.worker(1));
            CompletableFuture<Object> before = pipe.request("echo", "before");
            pipe.poison();
            assertThat(before.get()).isEqualTo("before");
            pipe.closed().toCompletableFuture().join();
            Pipe fresh = router.pipe(To.worker(1));
            assertThat(fresh.peer().pid()).isNotEqualTo(pipe.peer().pid());
            assertThat(scope.metrics().failed()).isZero();
        }
    }

    @Test
    void primary_takesNoCommands() {
        try (Scope scope = workers(1)) {
            Router router = Router.of(scope);
            assertThatThrownBy(() -> router.stop(To.primary()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> router.pipe(To.primary()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
