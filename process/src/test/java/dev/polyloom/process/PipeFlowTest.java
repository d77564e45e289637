package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.pool.Bodies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H4, H12: pipes whose other side is slow, stopped, dead or gone. */
@Timeout(60)
class PipeFlowTest {
    private static ProcessScopeBuilder workers(int count, Heads.Builder heads) {
        return Run.processes()
                .name("flow")
                .workers(count)
                .heartbeatTimeout(Duration.ofMinutes(5))
                .heads(heads.build())
                .initializer(PipeHandlers::register);
    }

    private static Heads.Builder quick() {
        return Heads.builder().pipeMessages(100).sendTimeout(Duration.ofMillis(50));
    }

    /** Tells whether a pipe was still full, as its reader, which may go on, has not yet done so. */
    private static boolean isFull(Throwable failure) {
        return failure.getCause() instanceof PipeFullException;
    }

    @Test
    void stoppedReceiver_fillsItsPipeAndNothingElse() throws Exception {
        try (Scope scope = workers(3, quick()).open()) {
            Router router = Router.of(scope);
            Pipe stopped = router.pipe(To.worker(1));
            Pipe other = router.pipe(To.worker(2));
            Bodies.signal(stopped.peer().pid(), "STOP");
            int sent = 0;
            while (stopped.trySend("sink", 0)) {
                sent++;
            }
            assertThat(sent).isEqualTo(100);
            assertThatThrownBy(() -> stopped.send("one too many"))
                    .isInstanceOf(PipeFullException.class)
                    .hasMessageContaining("flow-1")
                    .hasMessageContaining("100 of 100 messages");
            assertThat(
                            router.submit(
                                            To.worker(3),
                                            () -> PipeHandlers.fill(To.worker(1), "more"))
                                    .get())
                    .contains("100 of 100 messages");
            assertThat(other.request("echo", "alive").get()).isEqualTo("alive");
            assertThat(router.submit(To.worker(3), () -> PipeHandlers.greet(To.worker(2))).get())
                    .isEqualTo("flow-3 to flow-2");
            Bodies.signal(stopped.peer().pid(), "CONT");
            await().ignoreExceptionsMatching(PipeFlowTest::isFull)
                    .until(() -> stopped.<Integer>request("sunk", "").get() == 200);
            assertThat(stopped.trySend("sink", 0)).isTrue();
        }
    }

    @Test
    void stoppedReceiver_doesNotHoldUpTasks() throws Exception {
        try (Scope scope = workers(2, quick()).open()) {
            Router router = Router.of(scope);
            Pipe one = router.pipe(To.worker(1));
            router.pipe(To.worker(2));
            router.pause(To.worker(1)).get();
            Bodies.signal(one.peer().pid(), "STOP");
            while (one.trySend("sink", 0)) {
                assertThat(one.isOpen()).isTrue();
            }
            for (int i = 0; i < 20; i++) {
                int number = i;
                assertThat(scope.submit(() -> number).get()).isEqualTo(i);
            }
            Bodies.signal(one.peer().pid(), "CONT");
        }
    }

    @Test
    void messagesThatNobodyTakes_fillThePipeOfTheWorker() throws Exception {
        try (Scope scope = workers(1, quick()).open()) {
            Router router = Router.of(scope);
            Future<String> told =
                    router.submit(
                            To.worker(1),
                            () -> {
                                Pipe primary = Head.current().primary();
                                int sent = 0;
                                while (primary.trySend(sent)) {
                                    sent++;
                                }
                                return sent + " sent";
                            });
            assertThat(told.get()).isEqualTo("100 sent");
            Pipe pipe = router.pipe(To.worker(1));
            for (int i = 0; i < 100; i++) {
                assertThat(pipe.receive(Duration.ofSeconds(30)).orElseThrow().value()).isEqualTo(i);
            }
            assertThat(pipe.request("echo", 1).get()).isEqualTo(1);
        }
    }

    @Test
    void bytes_areBoundedToo() throws Exception {
        Heads.Builder heads = quick().pipeBytes(10_000);
        try (Scope scope = workers(2, heads).open()) {
            Router router = Router.of(scope);
            Pipe pipe = router.pipe(To.worker(1));
            router.pause(To.worker(1)).get();
            assertThat(pipe.trySend("sink", new byte[100_000])).as("alone").isTrue();
            assertThat(pipe.trySend("sink", new byte[1])).isFalse();
            router.resume(To.worker(1)).get();
            await().until(() -> pipe.<Integer>request("sunk", "").get() == 1);
            assertThat(pipe.trySend("sink", new byte[1])).isTrue();
        }
    }

    @Test
    void slowReceiver_holdsUpTheSenderNoLongerThanItMust() throws Exception {
        Heads.Builder heads = Heads.builder().pipeMessages(1);
        try (Scope scope = workers(2, heads).open()) {
            Router router = Router.of(scope);
            assertThat(
                            router.submit(
                                            To.worker(1),
                                            () -> {
                                                Pipe pipe = Head.current().pipe(To.worker(2));
                                                for (int i = 0; i < 500; i++) {
                                                    pipe.send("sink", i);
                                                }
                                                return pipe.<Integer>request("sunk", "").get();
                                            })
                                    .get())
                    .isEqualTo(500);
        }
    }

    @Test
    void killedInTheMiddle_failsEverybodyWhoTalksToIt() throws Exception {
        try (Scope scope = workers(2, Heads.builder().pipeMessages(10)).open()) {
            Router router = Router.of(scope);
            Pipe pipe = router.pipe(To.worker(1));
            CountDownLatch parked = new CountDownLatch(2);
            router.on(
                    "parked",
                    (message, from) -> {
                        parked.countDown();
                        return null;
                    });
            CompletableFuture<Object> ours = pipe.request("park", "");
            CompletableFuture<String> theirs =
                    router.submit(To.worker(2), () -> PipeHandlers.park(To.worker(1)));
            parked.await();
            Bodies.signal(pipe.peer().pid(), "STOP");
            CompletableFuture<Throwable> blocked = CompletableFuture.supplyAsync(() -> flood(pipe));
            await().until(() -> !pipe.trySend("sink", 0));
            Bodies.signal(pipe.peer().pid(), "KILL");
            assertThatThrownBy(ours::get)
                    .cause()
                    .isInstanceOf(WorkerDiedException.class)
                    .hasMessageContaining("signal 9");
            assertThat(theirs.get()).contains("WorkerDiedException").contains("signal 9");
            assertThat(blocked.get()).isInstanceOf(PipeClosedException.class);
            PipeClosedException late =
                    catchThrowableOfType(PipeClosedException.class, () -> pipe.send("late"));
            assertThat(late.getCause()).isInstanceOf(WorkerDiedException.class);
            assertThat(late.unconfirmed()).isPositive();
            assertThatThrownBy(() -> pipe.receive(Duration.ofSeconds(30)))
                    .isInstanceOf(PipeClosedException.class);
            assertThatThrownBy(() -> pipe.closed().toCompletableFuture().join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(WorkerDiedException.class);
        }
    }

    private static Throwable flood(Pipe pipe) {
        try {
            while (true) {
                pipe.send("sink", 0);
            }
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Test
    void workersKilledAgainAndAgain_leaveNoRequestOpen() throws Exception {
        Random random = new Random(7);
        try (Scope scope = workers(3, Heads.builder().pipeMessages(50)).open()) {
            Router router = Router.of(scope);
            List<CompletableFuture<Object>> requests = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                Pipe pipe = router.pipe(To.worker(1 + random.nextInt(3)));
                requests.add(pipe.request("echo", i));
                if (i % 100 == 50) {
                    Bodies.signal(pipe.peer().pid(), "KILL");
                }
            }
            int answered = 0;
            for (int i = 0; i < 600; i++) {
                answered += isAnswered(requests.get(i), i) ? 1 : 0;
            }
            assertThat(answered).isBetween(600 - 6 * 50 - 6, 600);
        }
    }

    private static boolean isAnswered(CompletableFuture<Object> request, int expected)
            throws InterruptedException {
        try {
            assertThat(request.get()).isEqualTo(expected);
            return true;
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfAny(WorkerDiedException.class, PipeClosedException.class);
            return false;
        }
    }

    @Test
    void stoppedWithAnOpenRequest_isKilledAfterItsHeartbeatFails() throws Exception {
        ProcessScopeBuilder builder =
                workers(1, Heads.builder()).heartbeatTimeout(Duration.ofMillis(800));
        try (Scope scope = builder.open()) {
            Pipe pipe = Router.of(scope).pipe(To.worker(1));
            Bodies.signal(pipe.peer().pid(), "STOP");
            assertThatThrownBy(() -> pipe.request("echo", 1).get())
                    .cause()
                    .isInstanceOf(WorkerDiedException.class)
                    .hasMessageContaining("no heartbeat for 800 ms");
        }
    }

    @Test
    void replacement_hasTheIndexAndNameButANewPipe() throws Exception {
        try (Scope scope = workers(1, Heads.builder()).open()) {
            Router router = Router.of(scope);
            Pipe old = router.pipe(To.worker(1));
            Bodies.signal(old.peer().pid(), "KILL");
            await().until(() -> !old.isOpen());
            Pipe fresh = router.pipe(To.worker("flow-1"));
            assertThat(fresh).isNotSameAs(old);
            assertThat(fresh.peer().pid()).isNotEqualTo(old.peer().pid());
            assertThat(fresh.request("echo", "hello").get()).isEqualTo("hello");
            assertThat(old.isOpen()).isFalse();
        }
    }

    @Test
    void endOfTheScope_closesThePipesInGoodOrder() throws Exception {
        Pipe pipe;
        CompletableFuture<Object> slow;
        try (Scope scope = workers(1, Heads.builder()).open()) {
            pipe = Router.of(scope).pipe(To.worker(1));
            slow = pipe.request("count down", 3);
        }
        assertThat(slow.get()).as("answered before the end").isEqualTo("counted");
        pipe.closed().toCompletableFuture().join();
        assertThatThrownBy(() -> pipe.send("late"))
                .isInstanceOf(PipeClosedException.class)
                .hasNoCause();
    }

    @Test
    void shutdownNow_failsWhatIsOpen() {
        Scope scope = workers(1, Heads.builder()).open();
        CountDownLatch parked = new CountDownLatch(1);
        Router router = Router.of(scope);
        router.on(
                "parked",
                (message, from) -> {
                    parked.countDown();
                    return null;
                });
        CompletableFuture<Object> request = router.pipe(To.worker(1)).request("park", "");
        assertThat(await().until(() -> parked.getCount() == 0, ended -> ended)).isTrue();
        scope.shutdownNow();
        scope.close();
        assertThatThrownBy(request::get).hasCauseInstanceOf(PipeClosedException.class);
        assertThatThrownBy(() -> router.pipe(To.worker(1))).hasMessageContaining("closed");
    }
}
