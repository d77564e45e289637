package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H1, H9: heads that wrap what their worker runs, and handle what it throws. */
@Timeout(60)
class HeadCallsTest {
    private static Scope open(Heads.Builder heads) {
        return Run.processes()
                .name("calls")
                .workers(1)
                .heads(heads.build())
                .initializer(PipeHandlers::register)
                .open();
    }

    /** Observes every call, and doubles numbers. */
    static final class Doubling implements HeadInterceptor {
        static final List<String> SEEN = new CopyOnWriteArrayList<>();

        @Override
        public void started(Head head) {
            SEEN.add("started " + head.name());
        }

        @Override
        public @Nullable Object around(Call call, Callable<?> body) throws Exception {
            SEEN.add(call.kind() + call.annotations().getOrDefault("note", ""));
            Object value = body.call();
            return value instanceof Long number ? Long.valueOf(2 * number) : value;
        }

        @Override
        public void stopping(Head head) {
            System.err.println("stopping " + head.name());
        }
    }

    @Test
    void interceptor_wrapsEveryCall() throws Exception {
        try (Scope scope = open(Heads.builder().interceptor(Doubling::new))) {
            Router router = Router.of(scope);
            Pipe pipe = router.pipe(To.worker(1));
            assertThat(scope.submit(() -> 21L).get()).isEqualTo(42);
            assertThat(scope.submit(Prep.<Long>of(() -> 1L).annotate("note", " noted")).get())
                    .isEqualTo(2);
            assertThat(router.submit(To.worker(1), () -> 4L).get()).isEqualTo(8);
            assertThat(pipe.request("echo", 5L).get()).isEqualTo(10L);
            assertThat(scope.submitAsync(() -> CompletableFuture.completedFuture(6L)).get())
                    .as("an asynchronous task gives its stage")
                    .isEqualTo(6);
            assertThat(router.submit(To.worker(1), () -> String.join(", ", Doubling.SEEN)).get())
                    .isEqualTo(
                            "started calls-1, TASK, TASK noted, SENT_TASK, REQUEST, ASYNC_TASK,"
                                    + " SENT_TASK");
        }
    }

    /** Cannot be made. */
    static final class Broken implements HeadInterceptor {
        Broken() {
            throw new IllegalArgumentException("no such model");
        }
    }

    @Test
    void interceptor_thatCannotBeMade_failsTheTasksWithItsException() {
        try (Scope scope = open(Heads.builder().interceptor(Broken::new))) {
            assertThatThrownBy(() -> scope.submit(() -> 1).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasStackTraceContaining("no such model");
            assertThatThrownBy(() -> Router.of(scope).pipe(To.worker(1)))
                    .hasStackTraceContaining("no such model");
        }
    }

    private static Heads.Builder handlers() {
        return Heads.builder()
                .onException(IOException.class, (thrown, call) -> Remedy.result("handled io"))
                .onException(
                        FileNotFoundException.class,
                        (thrown, call) -> Remedy.result("not found: " + thrown.getMessage()))
                .onException(
                        ArithmeticException.class,
                        (thrown, call) -> Remedy.fail(new IllegalStateException("sum", thrown)))
                .onException(
                        UnsupportedOperationException.class,
                        (thrown, call) -> Remedy.fail(thrown).andStop())
                .onException(
                        ClassCastException.class,
                        (thrown, call) -> {
                            throw new IllegalStateException("the handler fails");
                        });
    }

    private static String fail(Exception e) throws Exception {
        throw e;
    }

    @Test
    void handler_ofTheMostSpecificType_givesTheResult() throws Exception {
        try (Scope scope = open(handlers())) {
            assertThat(scope.submit(() -> fail(new java.io.EOFException())).get())
                    .isEqualTo("handled io");
            assertThat(scope.submit(() -> fail(new FileNotFoundException("a.png"))).get())
                    .isEqualTo("not found: a.png");
            assertThat(Router.of(scope).pipe(To.worker(1)).request("fail", "x").get())
                    .isEqualTo("handled io");
            assertThat(
                            scope.submitAsync(() ->
                                            CompletableFuture.<String>failedFuture(
                                                    new IOException()))
                                    .get())
                    .isEqualTo("handled io");
            assertThatThrownBy(() -> scope.submit(() -> fail(new Exception("other"))).get())
                    .hasRootCauseMessage("other");
        }
    }

    @Test
    void handler_replacesTheException() {
        try (Scope scope = open(handlers())) {
            assertThatThrownBy(() -> scope.submit(() -> fail(new ArithmeticException())).get())
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .cause()
                    .hasMessage("sum")
                    .hasCauseInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void handler_thatFails_leavesTheExceptionAsItWas() {
        try (Scope scope = open(handlers())) {
            assertThatThrownBy(() -> scope.submit(() -> fail(new ClassCastException("mine"))).get())
                    .hasCauseInstanceOf(ClassCastException.class)
                    .hasStackTraceContaining("the handler fails");
        }
    }

    @Test
    void handler_stopsTheWorker_afterItHasAnswered() throws Exception {
        try (Scope scope = open(handlers())) {
            Pipe pipe = Router.of(scope).pipe(To.worker(1));
            assertThatThrownBy(() ->
                            scope.submit(() -> fail(new UnsupportedOperationException("full")))
                                    .get())
                    .hasRootCauseMessage("full");
            pipe.closed().toCompletableFuture().get(30, TimeUnit.SECONDS);
            assertThat(scope.submit(PipeHandlers::pid).get()).isNotEqualTo(pipe.peer().pid());
        }
    }

    @Test
    void handler_registeredByATask_holdsUntilItIsClosed() throws Exception {
        try (Scope scope = open(Heads.builder())) {
            assertThat(
                            scope.submit(
                                            () -> {
                                                Head.current()
                                                        .onException(
                                                                IOException.class,
                                                                (e, call) -> Remedy.result("late"));
                                                return fail(new IOException());
                                            })
                                    .get())
                    .isEqualTo("late");
            assertThatThrownBy(() ->
                            scope.submit(() ->
                                            Head.current()
                                                    .onException(
                                                            IOException.class,
                                                            (e, call) -> Remedy.fail(e))
                                                    .toString())
                                    .get())
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void initializer_cannotUsePipes_andIsToldSo() {
        try (Scope scope =
                Run.processes()
                        .workers(1)
                        .initializer(() -> Head.current().primary().send("too early"))
                        .open()) {
            assertThatThrownBy(() -> scope.submit(() -> 1).get())
                    .hasStackTraceContaining("pipes open after its initializer");
        }
    }

    @Test
    void closeOfTheScope_tellsTheInterceptors() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        java.io.PrintStream err = System.err;
        try {
            System.setErr(new Watching(err, told));
            try (Scope scope = open(Heads.builder().interceptor(Doubling::new))) {
                assertThat(scope.submit(() -> 1).get()).isEqualTo(1);
            }
            await().until(() -> told.getCount() == 0);
        } finally {
            System.setErr(err);
        }
    }

    /** Waits for the last words of a worker. */
    private static final class Watching extends java.io.PrintStream {
        private final CountDownLatch told;

        Watching(java.io.PrintStream to, CountDownLatch told) {
            super(to, true);
            this.told = told;
        }

        @Override
        public void println(@Nullable String line) {
            super.println(line);
            if (line != null && line.contains("stopping calls-1")) {
                told.countDown();
            }
        }
    }
}
