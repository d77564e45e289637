package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.polyloom.AsyncFunction;
import dev.polyloom.FailurePolicy;
import dev.polyloom.Parallel;
import dev.polyloom.ParallelOptions;
import dev.polyloom.SerializableFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for parallel maps over a scope of two workers or more that run beside the caller: how
 * maps end that still have items under way, and that nothing of them runs any more then.
 */
public abstract class ParallelWorkersContract extends ParallelContract {
    private static final AtomicInteger GATES = new AtomicInteger();

    @TempDir private Path directory = Path.of("");

    private @Nullable Warnings warnings;

    /** Makes the contract. */
    protected ParallelWorkersContract() {}

    private Gate gate() {
        return new Gate(directory.resolve("gate-" + GATES.incrementAndGet()).toString());
    }

    @BeforeEach
    final void listenToTheLog() throws ReflectiveOperationException {
        warnings = new Warnings();
    }

    /** A map that waited in vain for its tasks to end would have said so. */
    @AfterEach
    final void noTaskWasGivenUp() throws ReflectiveOperationException {
        try (Warnings heard = warnings) {
            List<String> messages = heard == null ? List.of() : heard.messages();
            assertThat(messages).noneMatch(message -> message.contains("ignore"));
        }
    }

    /** The gates of an item that runs until it is interrupted, and then for some time. */
    record Trace(Gate started, Gate ended) implements java.io.Serializable {
        void runUntilInterrupted() throws InterruptedException {
            started.open();
            try {
                Bodies.park();
            } finally {
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                ended.open();
            }
        }
    }

    final Trace trace() {
        return new Trace(gate(), gate());
    }

    /** Item 0 returns, item 1 runs until interrupted, item 2 fails once item 1 runs. */
    private static SerializableFunction<Integer, Integer> failing(Trace trace) {
        return n -> {
            if (n == 1) {
                trace.runUntilInterrupted();
            } else if (n == 2) {
                trace.started.await();
                throw new IOException("two");
            }
            return n;
        };
    }

    static SerializableFunction<Integer, Integer> blocking(Trace trace) {
        return n -> {
            if (n == 1) {
                trace.runUntilInterrupted();
            }
            return n;
        };
    }

    /** Item 0 returns once item 1 runs, which does until interrupted. */
    private static SerializableFunction<Integer, Integer> overlapping(Trace trace) {
        return n -> {
            if (n == 0) {
                trace.started.await();
            } else if (n == 1) {
                trace.runUntilInterrupted();
            }
            return n;
        };
    }

    private ParallelOptions oneByOne() {
        return over().chunk(1);
    }

    // ---- nothing is left running

    @Test
    void pmap_failsFast_nothingRunsAnyMoreWhenItReturns() {
        Trace trace = trace();
        assertThatThrownBy(() -> Parallel.pmap(failing(trace), oneByOne()).applyAll(0, 1, 2))
                .isInstanceOf(IOException.class);
        assertThat(trace.ended.isOpen()).isTrue();
    }

    @Test
    void amap_failsFast_nothingRunsAnyMoreWhenItCompletes() {
        Trace trace = trace();
        CompletableFuture<List<Integer>> future =
                Parallel.amap(failing(trace), oneByOne()).applyAll(0, 1, 2);
        assertThatThrownBy(future::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThat(trace.ended.isOpen()).isTrue();
    }

    @Test
    void uimap_failsFast_nothingRunsAnyMoreWhenItThrows() {
        Trace trace = trace();
        assertThatThrownBy(
                        () -> {
                            try (Stream<Integer> results =
                                    Parallel.uimap(failing(trace), oneByOne()).applyAll(0, 1, 2)) {
                                var _ = results.toList();
                            }
                        })
                .isInstanceOf(IOException.class);
        assertThat(trace.ended.isOpen()).isTrue();
    }

    @Test
    void apmap_failsFast_nothingRunsAnyMoreWhenItCompletes() {
        Trace trace = trace();
        AsyncFunction<Integer, Integer> function =
                n -> {
                    if (n == 1) {
                        trace.runUntilInterrupted();
                    }
                    trace.started.await();
                    return CompletableFuture.failedFuture(new IOException("two"));
                };
        CompletableFuture<List<Integer>> future = Parallel.apmap(function, over()).applyAll(1, 2);
        assertThatThrownBy(future::join).hasCauseInstanceOf(IOException.class);
        assertThat(trace.ended.isOpen()).isTrue();
    }

    @Test
    void imap_closedWithItemsUnderWay_nothingRunsAnyMore() {
        Trace trace = trace();
        Stream<Integer> results = Parallel.imap(blocking(trace), oneByOne()).applyAll(0, 1);
        assertThat(results.iterator().next()).isZero();
        trace.started.expectOpen();
        results.close();
        assertThat(trace.ended.isOpen()).isTrue();
    }

    @Test
    void pmap_callerInterrupted_nothingRunsAnyMoreWhenItReturns() {
        Trace trace = trace();
        Caller caller = Caller.of(() -> Parallel.pmap(blocking(trace), oneByOne()).applyAll(0, 1));
        trace.started.expectOpen();
        caller.interrupt();
        assertThatThrownBy(caller::result).isInstanceOf(CancellationException.class);
        assertThat(caller.interruptedAtEnd()).isTrue();
        assertThat(trace.ended.isOpen()).isTrue();
    }

    // ---- cancelled from outside

    @Test
    void amap_cancelled_interruptsItsTasks() {
        Trace trace = trace();
        CompletableFuture<List<Integer>> future =
                Parallel.amap(blocking(trace), oneByOne()).applyAll(0, 1);
        trace.started.expectOpen();
        assertThat(future.cancel(true)).isTrue();
        trace.ended.expectOpen();
    }

    @Test
    void apmap_cancelledWhileTheFunctionRuns_interruptsIt() {
        Trace trace = trace();
        AsyncFunction<Integer, Integer> function =
                n -> {
                    trace.runUntilInterrupted();
                    return CompletableFuture.completedFuture(n);
                };
        CompletableFuture<List<Integer>> future = Parallel.apmap(function, over()).applyAll(1);
        trace.started.expectOpen();
        assertThat(future.cancel(true)).isTrue();
        trace.ended.expectOpen();
    }

    @Test
    void apmap_cancelledWhileStagesAreOpen_cancelsThem() {
        Gate opened = gate();
        Gate cancelled = gate();
        AsyncFunction<Integer, Integer> function =
                n -> {
                    CompletableFuture<Integer> stage = new CompletableFuture<>();
                    var _ =
                            stage.whenComplete((value, failure) -> {
                                if (stage.isCancelled()) {
                                    cancelled.open();
                                }
                            });
                    opened.open();
                    return stage;
                };
        CompletableFuture<List<Integer>> future = Parallel.apmap(function, over()).applyAll(1);
        opened.expectOpen();
        assertThat(future.cancel(true)).isTrue();
        cancelled.expectOpen();
    }

    @Test
    void scopeShutDownNow_underAMap_failsIt() throws Exception {
        Trace trace = trace();
        Caller caller =
                Caller.of(() ->
                        catchThrowable(() ->
                                Parallel.pmap(blocking(trace), oneByOne())
                                        .apply(IntStream.range(0, 100_000).boxed().iterator())));
        trace.started.expectOpen();
        scope().shutdownNow();
        assertThat(caller.result())
                .isInstanceOfAny(
                        CancellationException.class,
                        RejectedExecutionException.class,
                        InterruptedException.class);
        assertThat(scope().awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void scopeShutDown_underALazyMap_failsWhenItNeedsMore() {
        Iterator<Integer> results =
                Parallel.imap((Integer n) -> n, over().lookAhead(2))
                        .apply(IntStream.iterate(0, n -> n + 1).boxed().iterator())
                        .iterator();
        assertThat(results.next()).isZero();
        scope().shutdown();
        assertThatThrownBy(
                        () -> {
                            while (results.hasNext()) {
                                results.next();
                            }
                        })
                .isInstanceOf(RejectedExecutionException.class);
    }

    // ---- gatherers

    @Test
    void gatherer_streamWantsNoMore_cancelsWhatIsUnderWay() {
        Trace trace = trace();
        assertThat(
                        Stream.of(0, 1, 2, 3)
                                .gather(
                                        Parallel.gatherer(
                                                overlapping(trace), oneByOne().lookAhead(2)))
                                .findFirst())
                .hasValue(0);
        assertThat(trace.ended.isOpen()).isTrue();
    }

    @Test
    void gatherer_downstreamFails_cancelsWhatIsUnderWay() {
        Trace trace = trace();
        assertThatThrownBy(() ->
                        Stream.of(0, 1, 2, 3)
                                .gather(
                                        Parallel.gatherer(
                                                overlapping(trace), oneByOne().lookAhead(2)))
                                .forEach(n -> {
                                    throw new IllegalStateException("full");
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
        assertThat(trace.ended.isOpen()).isTrue();
    }

    @Test
    void gatherer_itemFails_nothingRunsAnyMore() {
        Trace trace = trace();
        assertThatThrownBy(() ->
                        Stream.of(2, 1, 0)
                                .gather(Parallel.gatherer(failing(trace), oneByOne()))
                                .forEach(n -> {}))
                .isInstanceOf(IOException.class);
        assertThat(trace.ended.isOpen()).isTrue();
    }

    // ---- forgotten

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void iterator_forgotten_isCancelledInTheEnd(boolean gathered) {
        Trace trace = trace();
        startAndForget(gathered, trace);
        Awaitility.await("the forgotten map is cancelled")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    System.gc();
                    return trace.ended.isOpen();
                });
    }

    private void startAndForget(boolean gathered, Trace trace) {
        ParallelOptions options = oneByOne().lookAhead(2);
        Stream<Integer> stream =
                gathered
                        ? Stream.of(0, 1, 2).gather(Parallel.gatherer(overlapping(trace), options))
                        : Parallel.imap(overlapping(trace), options).applyAll(0, 1, 2);
        assertThat(stream.iterator().next()).isZero();
        trace.started.expectOpen();
    }

    // ---- nesting

    @Test
    void pmap_nestedFiveLevelsDeep_givesTheSumOfAll() {
        assertThat(Parallel.pmap((Integer n) -> sum(n, 4), over()).applyAll(1, 2, 3))
                .containsExactly(81, 162, 243);
    }

    private static int sum(int n, int levels) {
        return levels == 0
                ? n
                : Parallel.pmap((Integer m) -> sum(m, levels - 1)).applyAll(n, n, n).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    @Test
    void maps_ofAllKinds_insideAnother_giveTheirResults() {
        SerializableFunction<Integer, Integer> inner =
                n -> {
                    List<Integer> items = List.of(n, n + 1, n + 2);
                    SerializableFunction<Integer, Integer> next = m -> m + 1;
                    int lazy =
                            Parallel.imap(next).apply(items).mapToInt(Integer::intValue).sum()
                                    + Parallel.uimap(next)
                                            .apply(items)
                                            .mapToInt(Integer::intValue)
                                            .sum();
                    int later =
                            Parallel.amap(next).apply(items).join().getFirst()
                                    + Parallel.apmap((Integer m) ->
                                                    CompletableFuture.completedFuture(m))
                                            .apply(items)
                                            .join()
                                            .getLast();
                    return lazy
                            + later
                            + items.stream().gather(Parallel.gatherer(next)).toList().get(1);
                };
        List<Integer> expected =
                IntStream.range(0, 6)
                        .map(n -> 2 * (3 * n + 6) + (n + 1) + (n + 2) + (n + 2))
                        .boxed()
                        .toList();
        assertThat(Parallel.pmap(inner, over()).apply(IntStream.range(0, 6).boxed().toList()))
                .isEqualTo(expected);
    }

    // ---- failures of a few among many

    @Test
    void pmap_collect_manyChunks_runsEveryItemOnce() {
        Throwable failure =
                catchThrowable(() ->
                        Parallel.pmap(
                                        (Integer n) -> {
                                            if (n % 1000 == 7) {
                                                throw new IOException("seven");
                                            }
                                            return n;
                                        },
                                        over().onFailure(FailurePolicy.COLLECT))
                                .apply(IntStream.range(0, 5000).boxed().iterator()));
        assertThat(failure).hasMessageStartingWith("5 of 5000 items failed");
    }
}
