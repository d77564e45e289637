package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.polyloom.RemoteException;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.SerializationException;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Where calls run, and what comes back. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallsTest {
    static final class Work {
        private int calls;

        @Action
        static long pid() {
            return ProcessHandle.current().pid();
        }

        @Action
        static String thread() {
            return Thread.currentThread().getName();
        }

        @Action
        synchronized int count() {
            return ++calls;
        }

        @Action
        static int add(int a, int b) {
            return a + b;
        }

        @Action
        static int sum(int... numbers) {
            int sum = 0;
            for (int number : numbers) {
                sum += number;
            }
            return sum;
        }

        @Action
        static CompletionStage<String> later(String text) {
            return CompletableFuture.supplyAsync(() -> text + " later");
        }

        @Action
        static void fail(String kind) throws Exception {
            switch (kind) {
                case "io" -> throw new IOException("disk");
                case "interrupted" -> throw new InterruptedException("told to");
                case "unchecked" -> throw new IllegalStateException("state");
                default -> throw new AssertionError("error");
            }
        }

        @Action
        static Object echo(Object value) {
            return value;
        }

        @Action
        static boolean park() {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.park();
            }
            return true;
        }
    }

    interface Working {
        @Action("work.pid")
        long pid();

        @Action("work.add")
        long add(int a, int b);

        @Action("work.sum")
        int sum(int... numbers);

        @Action("work.later")
        CompletableFuture<String> later(String text);

        @Action("work.later")
        String awaited(String text);

        @Action("work.add")
        Future<Integer> adding(int a, int b);

        @Action("work.fail")
        void fail(String kind) throws IOException;

        @Action("work.fail")
        CompletionStage<Void> failing(String kind);

        @Action("work.echo")
        String echo(Object value);

        @Action("work.park")
        boolean park() throws InterruptedException;

        default long twice(int number) {
            return add(number, number);
        }

        @Override
        String toString();
    }

    private static final Actions ACTIONS = Actions.of(Work.class);

    private Scope processes;
    private Scope threads;

    @BeforeAll
    void open() {
        processes =
                Run.processes().name("calls").workers(2).initializer(ACTIONS.installer()).open();
        threads = Run.threads().workers(2).open();
    }

    @AfterAll
    void close() {
        threads.close();
        processes.close();
    }

    private static long own() {
        return ProcessHandle.current().pid();
    }

    @Test
    void here_isTheThreadThatAsks() throws Exception {
        assertThat(Calls.here(ACTIONS).call("work.pid")).isEqualTo(own());
        assertThat(Calls.here(ACTIONS).call("work.thread"))
                .isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void anyWorker_isAnotherProcess() throws Exception {
        List<Long> workers = processes.submit(() -> List.of(own())).get();

        assertThat(Calls.over(processes, ACTIONS).call("work.pid"))
                .isInstanceOf(Long.class)
                .isNotEqualTo(own());
        assertThat(workers).doesNotContain(own());
    }

    @Test
    void threadsOfAScope_needNoInstalledActions() throws Exception {
        Calls calls = Calls.over(threads, ACTIONS);

        assertThat(calls.call("work.pid")).isEqualTo(own());
        assertThat(calls.call("work.thread")).asString().startsWith("threads-");
    }

    @Test
    void newProcess_isANewOneForEachCall() throws Exception {
        Calls calls = Calls.here(ACTIONS).at(To.fresh());
        Optional<Scope> current = Run.current();
        CompletableFuture<?> first = calls.submit("work.pid");
        CompletableFuture<?> second = calls.submit("work.pid");

        assertThat(Arrays.asList(first.get(), second.get(), own())).doesNotHaveDuplicates();
        long pid = (Long) Objects.requireNonNull(first.get());
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::onExit))
                .satisfiesAnyOf(
                        gone -> assertThat(gone).isEmpty(),
                        ending ->
                                assertThat(ending.orElseThrow())
                                        .succeedsWithin(30, TimeUnit.SECONDS));
        assertThat(Run.current()).isEqualTo(current);
    }

    @Test
    void argumentsAndResults_travelBothWays() throws Exception {
        Calls calls = Calls.over(processes, ACTIONS);

        assertThat(calls.call("work.add", 2, 3)).isEqualTo(5);
        assertThat(calls.call("work.sum", 1, 2, 3)).isEqualTo(6);
        assertThat(calls.call("work.sum")).isEqualTo(0);
        assertThat(calls.call("work.later", "a")).isEqualTo("a later");
        assertThat(calls.call("work.echo", List.of("a", 1))).isEqualTo(List.of("a", 1));
        assertThat(calls.call("work.echo", (Object) null)).isNull();
        assertThat(calls.call("work.echo", Path.of("a.png"))).isEqualTo(Path.of("a.png"));
    }

    @Test
    void keptCall_runsAnyNumberOfTimesOnAnyThread() throws Exception {
        DeferredCall call = DeferredCall.of("work.add", 2, 3);
        Calls calls = Calls.over(processes, ACTIONS);
        for (Thread.Builder builder : List.of(Thread.ofVirtual(), Thread.ofPlatform())) {
            FutureTask<@Nullable Object> made = new FutureTask<>(() -> calls.call(call));
            builder.start(made);

            assertThat(made.get()).isEqualTo(5);
        }
        assertThat(calls.call(call)).isEqualTo(5);
    }

    @Test
    void wrongCall_failsBeforeAnythingIsSent() {
        long submitted = processes.metrics().submitted();

        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Calls.over(processes, ACTIONS).submit("work.ad", 1, 2))
                .withMessageContaining("did you mean work.add");
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Calls.over(processes, ACTIONS).submit("work.add", 1));
        assertThat(processes.metrics().submitted()).isEqualTo(submitted);
    }

    @Test
    void callThatTheWorkerHasNotRegistered_isRefusedThereToo() throws Exception {
        Actions wider =
                Actions.builder().type(Work.class).method("os.exit", System.class, "exit").build();

        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Calls.over(processes, wider).call("os.exit", 3))
                .withMessageStartingWith("no action 'os.exit'");
        assertThat(Calls.over(processes, ACTIONS).call("work.add", 1, 1)).isEqualTo(2);
    }

    @Test
    void workerWithoutActions_saysSo() {
        try (Scope scope = Run.processes().workers(1).open()) {
            assertThatExceptionOfType(ActionException.class)
                    .isThrownBy(() -> Calls.over(scope, ACTIONS).call("work.pid"))
                    .withMessage("no action 'work.pid'; none is registered here");
        }
    }

    @Test
    void argumentThatCannotTravel_failsItsCallOnly() throws Exception {
        Calls calls = Calls.over(processes, ACTIONS);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> calls.call("work.echo", new Object()))
                .withMessageContaining("arguments");
        assertThat(calls.call("work.add", 1, 1)).isEqualTo(2);
    }

    // ---- by the methods of an interface

    @Test
    void interface_isCalledLikeAnObject() throws Exception {
        for (Calls calls :
                List.of(
                        Calls.here(ACTIONS),
                        Calls.over(threads, ACTIONS),
                        Calls.over(processes, ACTIONS))) {
            Working work = calls.of(Working.class);

            assertThat(work.add(2, 3)).isEqualTo(5L);
            assertThat(work.sum(1, 2, 3)).isEqualTo(6);
            assertThat(work.sum()).isEqualTo(0);
            assertThat(work.twice(4)).isEqualTo(8L);
            assertThat(work.later("a").get()).isEqualTo("a later");
            assertThat(work.awaited("a")).isEqualTo("a later");
            assertThat(work.adding(1, 2).get()).isEqualTo(3);
        }
    }

    @Test
    void interface_throwsWhatItDeclares() {
        for (Calls calls : List.of(Calls.here(ACTIONS), Calls.over(processes, ACTIONS))) {
            Working work = calls.of(Working.class);

            assertThatThrownBy(() -> work.fail("io"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk");
            assertThatThrownBy(() -> work.fail("unchecked"))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> work.fail("error")).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> work.failing("io").toCompletableFuture().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> Calls.over(processes, ACTIONS).of(Working.class).fail("io"))
                .satisfies(e ->
                        assertThat(e.getSuppressed())
                                .hasAtLeastOneElementOfType(RemoteException.class));
    }

    interface Strict {
        @Action("work.fail")
        void fail(String kind);
    }

    @Test
    void undeclaredException_isWrapped() {
        assertThatExceptionOfType(UndeclaredThrowableException.class)
                .isThrownBy(() -> Calls.here(ACTIONS).of(Strict.class).fail("io"))
                .withMessageContaining("disk, which Strict::fail does not declare")
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void methodsOfObject_areTheObjectsOwn() {
        Calls calls = Calls.over(processes, ACTIONS);
        Working work = calls.of(Working.class);

        assertThat(work)
                .isEqualTo(calls.of(Working.class))
                .hasSameHashCodeAs(calls.of(Working.class))
                .isNotEqualTo(Calls.here(ACTIONS).of(Working.class))
                .isNotEqualTo("work")
                .hasToString("Working at any worker of calls");
    }

    interface Loose {
        @Action("work.add")
        Object add(int a, int b);

        @Action("work.park")
        void park();
    }

    @Test
    void resultOfAnyType_isTheResultItself() {
        Calls calls = Calls.here(ACTIONS);
        assertThat(calls.of(Loose.class).add(1, 2)).isEqualTo(3);
        assertThat(calls.of(Loose.class)).isNotEqualTo(calls.of(Working.class));
    }

    @Test
    void interruptedCaller_staysInterruptedWhereItCannotBeThrown() throws Exception {
        Loose work = Calls.over(processes, ACTIONS).of(Loose.class);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread caller =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                work.park();
                            } catch (UndeclaredThrowableException e) {
                                interrupted.complete(Thread.currentThread().isInterrupted());
                                thrown.complete(e.getCause());
                            }
                        });
        caller.interrupt();

        assertThat(interrupted.get()).isTrue();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    interface WrongArguments {
        @Action("work.add")
        CompletableFuture<Integer> add(String a);
    }

    @Test
    void wrongCallThroughAnObject_isNotSent() {
        Scope closed = Run.threads().workers(1).open();
        closed.close();
        WrongArguments work = Calls.over(closed, ACTIONS).of(WrongArguments.class);
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> work.add("x"))
                .withMessage("work.add(\"x\") fits none of work.add(int, int)");
    }

    sealed interface Sealed permits Sealed.Only {
        record Only() implements Sealed {}
    }

    @Test
    void interfaceThatNobodyCanImplement_isRefused() {
        for (Class<?> type : List.of(Sealed.class, Action.class, Work.class)) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> Calls.here(ACTIONS).of(type))
                    .withMessageStartingWith(
                            type.getName() + " is no interface that can be implemented");
        }
    }

    interface Unknown {
        void e();

        void b();

        void d();

        void a();

        void f();

        void c();
    }

    @Test
    void errorsOfAnInterface_areInOrder() {
        Throwable refused = catchThrowable(() -> Calls.here(ACTIONS).of(Unknown.class));
        assertThat(String.valueOf(refused.getMessage()).lines()).hasSize(6).isSorted();
    }

    interface Misnamed {
        int plus(int a, int b);

        @Action("work.adds")
        int add(int a, int b);
    }

    @Test
    void interfaceWithoutActions_isRefusedWithAllItsErrors() {
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> Calls.here(ACTIONS).of(Misnamed.class))
                .withMessage(
                        "Misnamed::add: no action 'work.adds'; did you mean work.add or work.pid?\n"
                                + "Misnamed::plus: no action 'misnamed.plus'; there is work.add,"
                                + " work.count, work.echo, work.fail, work.later, work.park,"
                                + " work.pid, work.sum, work.thread");
        assertThatThrownBy(() -> Calls.here(ACTIONS).of(String.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void resultOfAnotherType_isExplained() {
        Working work = Calls.here(ACTIONS).of(Working.class);

        assertThat(work.echo("a")).isEqualTo("a");
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> work.echo(1))
                .withMessage(
                        "work.echo(1) returned a java.lang.Integer, but Working::echo promises a String");
    }

    @Test
    void interruptedCaller_cancelsItsCall() throws Exception {
        Working work = Calls.over(processes, ACTIONS).of(Working.class);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread caller =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                begun.countDown();
                                work.park();
                            } catch (InterruptedException e) {
                                thrown.complete(e);
                            }
                        });
        begun.await();
        caller.interrupt();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(work.add(1, 1)).isEqualTo(2L);
        assertThat(work.add(1, 2)).isEqualTo(3L);
    }

    @Test
    void preparedCall_runsInAnyScope() throws Exception {
        Prep<?> prep = ACTIONS.prepare(DeferredCall.of("work.echo", Path.of("a.png")));

        for (Scope scope : List.of(threads, processes)) {
            assertThat(scope.submit(prep).get()).isEqualTo(Path.of("a.png"));
        }
        assertThatExceptionOfType(ActionException.class)
                .isThrownBy(() -> ACTIONS.prepare(DeferredCall.of("work.ech")));
    }

    @Test
    void preparedCall_showsItsArguments_andTakesOthers() throws Exception {
        Prep<?> prep = ACTIONS.prepare(DeferredCall.of("work.echo", Path.of("a.png")));
        Prep<?> other = prep.arguments(Path.of("b.png"));

        assertThat(prep.arguments()).containsExactly(Path.of("a.png"));
        assertThat(prep).hasToString("Prep[a.png]");
        for (Scope scope : List.of(threads, processes)) {
            assertThat(scope.submit(other).get()).isEqualTo(Path.of("b.png"));
            assertThat(scope.submit(() -> prep.arguments().toString()).get()).isEqualTo("[a.png]");
        }
    }

    record Pair(int left, int right) implements Serializable {}

    @Test
    void objectOfTheCallers_isCalledInTheWorker() throws Exception {
        Actions actions =
                Actions.builder()
                        .function("pair.sum", Pair.class, pair -> pair.left() + pair.right())
                        .build();
        try (Scope scope = Run.processes().workers(1).initializer(actions.installer()).open()) {
            assertThat(Calls.over(scope, actions).call("pair.sum", new Pair(1, 2))).isEqualTo(3);
        }
    }
}
