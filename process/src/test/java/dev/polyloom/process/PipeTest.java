package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.SerializationException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H1, H4: heads, and the pipes through which the primary routes between all of them. */
@Timeout(60)
class PipeTest {
    private static ProcessScopeBuilder workers(int count) {
        return Run.processes()
                .name("pipes")
                .workers(count)
                .heads(
                        Heads.builder()
                                .arguments("model.bin", 3)
                                .annotate("site", "lab")
                                .annotate(1, "role", "writer")
                                .annotate(2, "role", "reader")
                                .annotate(2, "site", "field")
                                .build())
                .initializer(PipeHandlers::register);
    }

    @Test
    void current_outsideAWorker_isRefusedWithAHint() {
        assertThat(Head.find()).isEmpty();
        assertThatThrownBy(Head::current)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Router.of(scope)");
    }

    @Test
    void router_ofThreads_isRefused() {
        try (Scope scope = Run.threads().workers(1).open()) {
            assertThatThrownBy(() -> Router.of(scope))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Run.processes()");
        }
    }

    @Test
    void router_bringsAllWorkersUp_andReplacesThoseThatEnd() throws Exception {
        try (Scope scope = workers(3).open()) {
            Router router = Router.of(scope);
            await().until(() -> router.peers().size() == 3);
            long first = router.pipe(To.worker(2)).peer().pid();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            await().until(() ->
                    router.peers().stream()
                            .anyMatch(each -> each.index() == 2 && each.pid() != first));
        }
    }

    @Test
    void router_ofAClosedScope_startsNobody() {
        Scope scope = workers(2).open();
        Router router = Router.of(scope);
        router.pipe(To.worker(1));
        scope.close();

        assertThat(Router.of(scope)).isSameAs(router);
        assertThat(router.peers()).isEmpty();
        assertThatThrownBy(() -> router.pipe(To.worker(1)))
                .hasMessageContaining("scope pipes is closed");
    }

    @Test
    void primary_isReachedByItsName() throws Exception {
        try (Scope scope = workers(1).open()) {
            Router router = Router.of(scope);
            long primary =
                    router.submit(
                                    To.worker(1),
                                    () -> Head.current().pipe(To.worker("pipes")).peer().pid())
                            .get();

            assertThat(primary).isEqualTo(ProcessHandle.current().pid());
            assertThatThrownBy(() -> router.pipe(To.worker("pipes")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no pipe to itself");
        }
    }

    @Test
    void head_knowsWhoItIs() throws Exception {
        try (Scope scope = workers(2).open()) {
            Router router = Router.of(scope);
            for (int i = 1; i <= 2; i++) {
                assertThat(router.submit(To.worker(i), () -> Head.current().index()).get())
                        .isEqualTo(i);
            }
            assertThat(router.submit(To.worker(2), () -> Head.current().name()).get())
                    .isEqualTo("pipes-2");
            assertThat(
                            router.submit(
                                            To.worker("pipes-2"),
                                            () -> Map.copyOf(Head.current().annotations()))
                                    .get())
                    .containsOnly(Map.entry("site", "field"), Map.entry("role", "reader"));
            assertThat(scope.submit(() -> List.copyOf(Head.current().arguments())).get())
                    .isEqualTo(List.of("model.bin", 3));
        }
    }

    @Test
    void head_ofAScopeThatSetsNothing_isThereAllTheSame() throws Exception {
        try (Scope scope = Run.processes().workers(1).open()) {
            assertThat(scope.submit(() -> Head.current().index()).get()).isEqualTo(1);
            assertThat(scope.submit(() -> Head.current().arguments().size()).get()).isZero();
        }
    }

    @Test
    void echo_returnsWhatWasSent() throws Exception {
        try (Scope scope = workers(1).open()) {
            Pipe pipe = Router.of(scope).pipe(To.worker(1));
            assertThat(pipe.request("echo", List.of("a", 2)).get()).isEqualTo(List.of("a", 2));
            assertThat(pipe.request("echo", null).get()).isNull();
            assertThat(pipe.peer().name()).isEqualTo("pipes-1");
            assertThat(pipe.isOpen()).isTrue();
            assertThat(Router.of(scope).pipe(To.worker("pipes-1"))).isSameAs(pipe);
        }
    }

    @Test
    void request_byType_goesToTheMostSpecificHandler() throws Exception {
        try (Scope scope = workers(1).open()) {
            Pipe pipe = Router.of(scope).pipe(To.worker(1));
            assertThat(pipe.request(41).get()).isEqualTo("integer 41");
            assertThat(pipe.request(41L).get()).isEqualTo("number 41");
        }
    }

    @Test
    void request_thatFails_failsWithTheOriginalException() throws Exception {
        try (Scope scope = workers(1).open()) {
            Pipe pipe = Router.of(scope).pipe(To.worker(1));
            Throwable cause =
                    Objects.requireNonNull(
                            catchThrowable(() -> pipe.request("fail", "boom").get()).getCause());
            assertThat(cause).isInstanceOf(IOException.class).hasMessage("boom");
            assertThat(cause.getSuppressed()[0]).hasMessageContaining("pipes-1");
        }
    }

    @Test
    void request_withoutAHandler_namesNearOnes() throws Exception {
        try (Scope scope = workers(1).open()) {
            Pipe pipe = Router.of(scope).pipe(To.worker(1));
            assertThatThrownBy(() -> pipe.request("ecco", 1).get())
                    .hasCauseInstanceOf(NoHandlerException.class)
                    .hasMessageContaining("did you mean echo");
            assertThatThrownBy(() -> pipe.request(true).get())
                    .hasCauseInstanceOf(NoHandlerException.class)
                    .hasMessageContaining("java.lang.Integer");
        }
    }

    @Test
    void request_thatIsNotAnsweredInTime_namesThePeer() throws Exception {
        try (Scope scope = workers(1).open()) {
            Pipe pipe = Router.of(scope).pipe(To.worker(1));
            assertThatThrownBy(() -> pipe.request("park", 1, Duration.ofMillis(50)).get())
                    .hasCauseInstanceOf(TimeoutException.class)
                    .hasMessageContaining("pipes-1")
                    .hasMessageContaining("'park'");
        }
    }

    @Test
    void request_thatIsCancelled_interruptsItsHandler() throws Exception {
        try (Scope scope = workers(1).open()) {
            Router router = Router.of(scope);
            CountDownLatch interrupted = new CountDownLatch(1);
            CountDownLatch parked = new CountDownLatch(1);
            router.on("parked", (message, from) -> countDown(parked));
            router.on("interrupted", (message, from) -> countDown(interrupted));
            CompletableFuture<Object> request = router.pipe(To.worker(1)).request("park", 1);
            parked.await();
            request.cancel(true);
            interrupted.await();
        }
    }

    private static String countDown(CountDownLatch latch) {
        latch.countDown();
        return "done";
    }

    @Test
    void address_ofNobody_namesThoseThereAre() {
        try (Scope scope = workers(2).open()) {
            Router router = Router.of(scope);
            assertThatThrownBy(() -> router.pipe(To.worker(3)))
                    .isInstanceOf(UnknownPeerException.class)
                    .hasMessageContaining("workers 1 to 2");
            assertThatThrownBy(() -> router.pipe(To.worker("pipe-2")))
                    .isInstanceOf(UnknownPeerException.class)
                    .hasMessageContaining("did you mean pipes-2");
            assertThatThrownBy(() -> router.pipe(To.all()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() ->
                            router.submit(
                                            To.worker(1),
                                            () -> Head.current().pipe(To.worker(9)).peer())
                                    .get())
                    .hasCauseInstanceOf(UnknownPeerException.class);
        }
    }

    @Test
    void message_thatCannotTravel_namesTheField() {
        try (Scope scope = workers(1).open()) {
            Pipe pipe = Router.of(scope).pipe(To.worker(1));
            assertThatThrownBy(() -> pipe.send(new Object()))
                    .isInstanceOf(SerializationException.class);
            assertThatThrownBy(() -> pipe.request("echo", new Object()).get())
                    .hasCauseInstanceOf(SerializationException.class);
        }
    }

    @Test
    void workers_talkToEachOther_byAnyAddress() throws Exception {
        try (Scope scope = workers(3).open()) {
            Router router = Router.of(scope);
            for (int from = 1; from <= 3; from++) {
                for (int to = 1; to <= 3; to++) {
                    if (from != to) {
                        int index = to;
                        String expected = "pipes-" + from + " to pipes-" + to;
                        assertThat(
                                        router.submit(
                                                        To.worker(from),
                                                        () -> PipeHandlers.greet(To.worker(index)))
                                                .get())
                                .isEqualTo(expected);
                        assertThat(
                                        router.submit(
                                                        To.worker(from),
                                                        () ->
                                                                PipeHandlers.greet(
                                                                        To.worker(
                                                                                "pipes-" + index)))
                                                .get())
                                .isEqualTo(expected);
                    }
                }
            }
            assertThat(router.submit(To.worker(2), PipeHandlers::peers).get())
                    .containsExactly("pipes-1", "pipes-2", "pipes-3");
        }
    }

    @Test
    void group_reachesThoseAnnotated() throws Exception {
        try (Scope scope = workers(3).open()) {
            Router router = Router.of(scope);
            IntStream.rangeClosed(1, 3).forEach(i -> router.pipe(To.worker(i)));
            assertThat(names(router.pipes(To.group("role")))).containsExactly("pipes-1", "pipes-2");
            assertThat(names(router.pipes(To.group("site", "lab"))))
                    .containsExactly("pipes-1", "pipes-3");
            assertThat(names(router.pipes(To.group("none")))).isEmpty();
            assertThat(
                            router.submit(
                                            To.worker(1),
                                            () -> names(Head.current().pipes(To.group("role"))))
                                    .get())
                    .containsExactly("pipes-2");
        }
    }

    private static List<String> names(List<Pipe> pipes) {
        return new ArrayList<>(pipes.stream().map(pipe -> pipe.peer().name()).toList());
    }

    @Test
    void broadcast_reachesAllOthers() throws Exception {
        try (Scope scope = workers(3).open()) {
            Router router = Router.of(scope);
            IntStream.rangeClosed(1, 3).forEach(i -> router.pipe(To.worker(i)));
            CountDownLatch heard = new CountDownLatch(5);
            router.on("heard", (message, from) -> countDown(heard));
            assertThat(router.broadcast(To.all(), "hello")).isEqualTo(3);
            assertThat(
                            router.submit(
                                            To.worker(1),
                                            () -> Head.current().broadcast(To.all(), "hello"))
                                    .get())
                    .isEqualTo(2);
            assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void messages_withoutAHandler_areReceivedInOrder() throws Exception {
        try (Scope scope = workers(1).open()) {
            Pipe pipe = Router.of(scope).pipe(To.worker(1));
            pipe.send("count down", 3);
            assertThat(pipe.receive(Duration.ofSeconds(30)).orElseThrow().value()).isEqualTo(3L);
            assertThat(pipe.receive(Duration.ofSeconds(30)).orElseThrow().value()).isEqualTo(2L);
            assertThat(pipe.receive(Duration.ofSeconds(30)).orElseThrow().value()).isEqualTo(1L);
            assertThat(pipe.receive(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void worker_maySendThePrimaryOnlyWhatTheFilterAllows() throws Exception {
        try (Scope scope = workers(1).open()) {
            Router router = Router.of(scope);
            router.on("echo", (message, from) -> message);
            assertThat(router.submit(To.worker(1), () -> PipeHandlers.sendUrl()).get())
                    .contains("java.net.URL may not come back from a worker");
            assertThat(router.pipe(To.worker(1)).request("echo", 1).get()).isEqualTo(1);
        }
    }

    @Test
    void messages_betweenWorkers_arriveOnceAndInOrder() throws Exception {
        int each = 20_000;
        try (Scope scope = workers(3).open()) {
            Router router = Router.of(scope);
            IntStream.rangeClosed(1, 3).forEach(i -> router.pipe(To.worker(i)));
            List<CompletableFuture<Integer>> ends = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                int to = i % 3 + 1;
                ends.add(
                        router.submit(To.worker(i), () -> PipeHandlers.count(To.worker(to), each)));
            }
            for (CompletableFuture<Integer> end : ends) {
                assertThat(end.get()).isEqualTo(each);
            }
        }
    }

    @Test
    void handlers_waitForEachOther_withoutDeadlock() throws Exception {
        try (Scope scope = workers(2).open()) {
            Pipe pipe = Router.of(scope).pipe(To.worker(1));
            assertThat(pipe.request("ping pong", 20).get()).isEqualTo(20);
        }
    }

    @Test
    void messages_ofAllSenders_arriveOnceAndInOrder() throws Exception {
        int each = 50_000;
        try (Scope scope = workers(2).open()) {
            Router router = Router.of(scope);
            AtomicInteger wrong = new AtomicInteger();
            int[] last = new int[3];
            router.on(
                    "number",
                    (message, from) -> {
                        int index = from.peer().index();
                        if (!Integer.valueOf(++last[index]).equals(message)) {
                            wrong.incrementAndGet();
                        }
                        return null;
                    });
            router.on("last", (message, from) -> last[from.peer().index()]);
            List<CompletableFuture<Integer>> ends = new ArrayList<>();
            for (int i = 1; i <= 2; i++) {
                ends.add(router.submit(To.worker(i), () -> PipeHandlers.number(each)));
            }
            for (CompletableFuture<Integer> end : ends) {
                assertThat(end.get()).isEqualTo(each);
            }
            assertThat(wrong).hasValue(0);
        }
    }
}
