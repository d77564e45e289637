package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.polyloom.Args;
import dev.polyloom.DeadlineExceededException;
import dev.polyloom.FailurePolicy;
import dev.polyloom.ItemFailedException;
import dev.polyloom.ItemResult;
import dev.polyloom.ItemsFailedException;
import dev.polyloom.Parallel;
import dev.polyloom.ParallelMap;
import dev.polyloom.ParallelOptions;
import dev.polyloom.Progress;
import dev.polyloom.Scope;
import dev.polyloom.SerializableFunction;
import dev.polyloom.TaskTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for parallel maps over a scope of any flavor. The functions share no objects with the
 * test, so that they may run in another process.
 */
@Timeout(60)
public abstract class ParallelContract {
    private static final SerializableFunction<Integer, Integer> SQUARE = n -> n * n;
    private static final SerializableFunction<Integer, Integer> ODD_FAILS =
            n -> {
                if (n % 2 == 1) {
                    throw new IOException("odd " + n);
                }
                return n;
            };
    private static final SerializableFunction<Integer, Integer> BLOCKS_FROM_ONE =
            n -> {
                while (n >= 1) {
                    LockSupport.park();
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
                return n;
            };

    private Scope scope;

    /** Opens the scope that the maps run in. */
    protected abstract Scope open();

    /** Makes the contract; the scope is opened before each test. */
    @SuppressWarnings("NullAway.Init")
    protected ParallelContract() {}

    @BeforeEach
    void openScope() {
        scope = open();
    }

    @AfterEach
    void closeScope() {
        scope.shutdownNow();
        scope.close();
    }

    final Scope scope() {
        return scope;
    }

    final ParallelOptions over() {
        return ParallelOptions.over(scope);
    }

    /** A timeout that an item of no work keeps even if it is the first one on its worker. */
    protected Duration tooLong() {
        return Duration.ofMillis(200);
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private static List<Integer> squares(int end) {
        return IntStream.range(0, end).map(n -> n * n).boxed().toList();
    }

    /** Counts without end, and counts what was taken. */
    private static final class Counting implements Iterator<Integer> {
        private int taken;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Integer next() {
            return taken++;
        }
    }

    // ---- results

    @Test
    void pmap_manyItems_givesResultsInOrder() {
        assertThat(Parallel.pmap(SQUARE, over()).apply(upTo(1000))).isEqualTo(squares(1000));
    }

    @Test
    void pmap_hundredThousandItems_eachOnce() {
        List<Integer> results =
                Parallel.pmap((Integer n) -> n, over())
                        .apply(IntStream.range(0, 100_000).boxed().iterator());
        assertThat(results).isEqualTo(upTo(100_000));
    }

    @Test
    void pmap_streamAndArguments_likeAList() {
        AtomicInteger closed = new AtomicInteger();
        Stream<Integer> stream = Stream.of(1, 2, 3).onClose(closed::incrementAndGet);
        assertThat(Parallel.pmap(SQUARE, over()).apply(stream)).containsExactly(1, 4, 9);
        assertThat(closed).hasValue(1);
        assertThat(Parallel.pmap(SQUARE, over()).applyAll(4, 5)).containsExactly(16, 25);
    }

    @Test
    void everyMap_noItems_givesNothing() {
        List<Integer> none = List.of();
        assertThat(Parallel.pmap(SQUARE, over()).apply(none)).isEmpty();
        assertThat(Parallel.imap(SQUARE, over()).apply(none)).isEmpty();
        assertThat(Parallel.uimap(SQUARE, over()).apply(none)).isEmpty();
        assertThat(Parallel.amap(SQUARE, over()).apply(none).join()).isEmpty();
        assertThat(Parallel.pfilter((Integer n) -> true, over()).apply(none)).isEmpty();
        assertThat(Parallel.results(SQUARE, over()).apply(none)).isEmpty();
        assertThat(none.stream().gather(Parallel.gatherer(SQUARE, over()))).isEmpty();
        assertThat(scope.metrics().submitted()).isZero();
    }

    @Test
    void everyMap_nullItemsAndResults_areLegal() {
        SerializableFunction<@Nullable Integer, @Nullable Integer> swap =
                n -> n == null ? Integer.valueOf(0) : null;
        List<@Nullable Integer> items = Arrays.asList(1, null, 2, null);
        List<@Nullable Integer> swapped = Arrays.asList(null, 0, null, 0);
        assertThat(Parallel.pmap(swap, over()).apply(items)).isEqualTo(swapped);
        List<@Nullable Integer> lazy = new ArrayList<>();
        Parallel.imap(swap, over()).apply(items).forEach(lazy::add);
        assertThat(lazy).isEqualTo(swapped);
        List<@Nullable Integer> gathered = new ArrayList<>();
        items.stream().gather(Parallel.gatherer(swap, over())).forEach(gathered::add);
        assertThat(gathered).isEqualTo(swapped);
        assertThat(Parallel.pfilter((@Nullable Integer n) -> n == null, over()).apply(items))
                .isEqualTo(Arrays.asList(null, null));
    }

    @Test
    void imap_manyItems_givesResultsInOrder() {
        try (Stream<Integer> results = Parallel.imap(SQUARE, over()).apply(upTo(1000))) {
            assertThat(results.toList()).isEqualTo(squares(1000));
        }
    }

    @Test
    void uimap_manyItems_givesEachResultOnce() {
        try (Stream<Integer> results = Parallel.uimap(SQUARE, over()).apply(upTo(1000))) {
            assertThat(results.sorted().toList()).isEqualTo(squares(1000));
        }
    }

    @Test
    void amap_manyItems_completesWithResultsInOrder() {
        assertThat(Parallel.amap(SQUARE, over()).apply(upTo(1000)).join()).isEqualTo(squares(1000));
    }

    @Test
    void apmap_stagesOnOtherThreads_completesWithResultsInOrder() {
        assertThat(
                        Parallel.apmap(
                                        (Integer n) -> CompletableFuture.supplyAsync(() -> n * n),
                                        over())
                                .apply(upTo(300))
                                .join())
                .isEqualTo(squares(300));
    }

    @Test
    void pfilter_manyItems_keepsThoseThatPassInOrder() {
        assertThat(Parallel.pfilter((Integer n) -> n % 3 == 0, over()).apply(upTo(1000)))
                .isEqualTo(upTo(1000).stream().filter(n -> n % 3 == 0).toList());
    }

    @Test
    void starmap_twoAndThreeArguments_calledWithThem() {
        assertThat(
                        Parallel.starmap((Integer a, String b) -> b + a, over())
                                .apply(List.of(Args.of(1, "a"), Args.of(2, "b"))))
                .containsExactly("a1", "b2");
        assertThat(
                        Parallel.starmap((Integer a, Integer b, Integer c) -> a + b * c, over())
                                .apply(List.of(Args.of(1, 2, 3), Args.of(4, 5, 6))))
                .containsExactly(7, 34);
    }

    @Test
    void results_someFail_givesEachWithWhatBecameOfIt() {
        List<ItemResult<Integer, Integer>> results =
                Parallel.results(ODD_FAILS, over()).apply(upTo(100)).toList();
        assertThat(results).extracting(ItemResult::index).isSorted().hasSize(100);
        for (ItemResult<Integer, Integer> result : results) {
            assertThat(result.failed()).isEqualTo(result.item() % 2 == 1);
            assertThat(result.worker()).isNotEmpty();
            assertThat(result.ran()).isPositive();
            assertThat(result.value()).isEqualTo(result.failed() ? null : result.item());
        }
    }

    @Test
    void results_unordered_givesEachOnce() {
        assertThat(
                        Parallel.results(ODD_FAILS, over().unordered(true))
                                .apply(upTo(100))
                                .map(ItemResult::index)
                                .collect(Collectors.toSet()))
                .hasSize(100);
    }

    @Test
    void gatherer_manyElements_handsResultsOnInOrder() {
        assertThat(upTo(1000).stream().gather(Parallel.gatherer(SQUARE, over())).toList())
                .isEqualTo(squares(1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmap", "imap", "uimap", "amap", "apmap", "pfilter", "results"})
    void mmap_eachName_givesThatMap(String how) {
        SerializableFunction<Integer, Object> function =
                switch (how) {
                    case "apmap" -> n -> (Object) CompletableFuture.completedFuture(n);
                    case "pfilter" -> n -> n > 0;
                    default -> n -> n;
                };
        ParallelMap<Integer, ?> map = Parallel.mmap(how, function, over());
        Object results = map.applyAll(1, 2, 3);
        if (results instanceof CompletableFuture<?> future) {
            results = future.join();
        }
        List<?> list = results instanceof Stream<?> stream ? stream.toList() : (List<?>) results;
        assertThat(list)
                .map(x -> x instanceof ItemResult<?, ?> result ? result.value() : x)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void mmap_unknownName_isRefusedWhenWrapping() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parallel.mmap("qmap", SQUARE, over()))
                .withMessageContaining("qmap")
                .withMessageContaining("pmap, imap, uimap, amap, apmap, pfilter, results");
    }

    @Test
    void mmap_functionOfWrongType_failsNamingWhatItReturned() {
        assertThatThrownBy(() -> Parallel.mmap("pfilter", SQUARE, over()).applyAll(1))
                .isInstanceOf(ClassCastException.class)
                .hasMessageContaining("Boolean")
                .hasMessageContaining("Integer");
    }

    @Test
    void maps_composed_giveTheSameAsOneAfterTheOther() {
        try (Stream<Integer> inner = Parallel.imap(SQUARE, over()).apply(new Counting());
                Stream<Integer> outer = Parallel.imap((Integer n) -> n + 1, over()).apply(inner)) {
            assertThat(outer.limit(3).toList()).containsExactly(1, 2, 5);
        }
    }

    // ---- look-ahead

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void imap_infiniteInput_takesNoMoreThanLookAhead(int lookAhead) {
        Counting items = new Counting();
        try (Stream<Integer> results =
                Parallel.imap(SQUARE, over().lookAhead(lookAhead)).apply(items)) {
            Iterator<Integer> iterator = results.iterator();
            for (int n = 0; n < 200; n++) {
                assertThat(iterator.next()).isEqualTo(n * n);
                assertThat(items.taken).isLessThanOrEqualTo(n + lookAhead);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 64})
    void uimap_infiniteInput_takesNoMoreThanLookAhead(int lookAhead) {
        Counting items = new Counting();
        try (Stream<Integer> results =
                Parallel.uimap(SQUARE, over().lookAhead(lookAhead).chunk(3)).apply(items)) {
            Iterator<Integer> iterator = results.iterator();
            for (int n = 0; n < 200; n++) {
                iterator.next();
                assertThat(items.taken).isLessThanOrEqualTo(n + lookAhead);
            }
        }
    }

    @Test
    void gatherer_infiniteStream_takesNoMoreThanLookAhead() {
        Counting items = new Counting();
        List<Integer> seen = new ArrayList<>();
        Stream.generate(items::next)
                .gather(Parallel.gatherer(SQUARE, over().lookAhead(8)))
                .peek(seen::add)
                .limit(50)
                .forEach(n -> assertThat(items.taken).isLessThanOrEqualTo(seen.size() - 1 + 8));
        assertThat(seen).isEqualTo(squares(50));
    }

    @Test
    void imap_closedEarly_takesNoMore() {
        Counting items = new Counting();
        AtomicInteger closed = new AtomicInteger();
        Stream<Integer> source = Stream.generate(items::next).onClose(closed::incrementAndGet);
        Stream<Integer> results = Parallel.imap(SQUARE, over()).apply(source);
        Iterator<Integer> iterator = results.iterator();
        assertThat(iterator.next()).isZero();
        results.close();
        int taken = items.taken;
        assertThatThrownBy(
                        () -> {
                            while (iterator.hasNext()) {
                                iterator.next();
                            }
                        })
                .isInstanceOf(CancellationException.class);
        assertThat(items.taken).isEqualTo(taken);
        assertThat(closed).hasValue(1);
        assertThat(Parallel.pmap(SQUARE, over()).applyAll(3)).containsExactly(9);
    }

    // ---- failures

    private static void assertNames(Throwable failure, long index, String item) {
        assertThat(failure.getSuppressed())
                .filteredOn(ItemFailedException.class::isInstance)
                .singleElement()
                .satisfies(suppressed -> {
                    ItemFailedException failed = (ItemFailedException) suppressed;
                    assertThat(failed.index()).isEqualTo(index);
                    assertThat(failed.item()).isEqualTo(item);
                    assertThat(failed.worker()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmap", "imap", "uimap", "amap", "pfilter", "gatherer", "starmap"})
    void everyMap_itemFails_raisesTheItemsOwnException(String how) {
        SerializableFunction<String, Object> function =
                s -> {
                    if (s.equals("bad")) {
                        throw new IOException("no " + s);
                    }
                    return true;
                };
        List<String> items = List.of("a", "b", "bad", "c");
        Throwable failure =
                catchThrowable(() -> {
                    switch (how) {
                        case "gatherer" -> {
                            var _ =
                                    items.stream()
                                            .gather(Parallel.gatherer(function, over()))
                                            .toList();
                        }
                        case "starmap" ->
                                Parallel.starmap((String a, String b) -> function.apply(b), over())
                                        .apply(items.stream().map(s -> Args.of("x", s)).toList());
                        default -> {
                            Object results = Parallel.mmap(how, function, over()).apply(items);
                            if (results instanceof Stream<?> stream) {
                                var _ = stream.toList();
                            } else if (results instanceof CompletableFuture<?> future) {
                                try {
                                    future.join();
                                } catch (CompletionException e) {
                                    throw cause(e);
                                }
                            }
                        }
                    }
                });
        assertThat(failure).isInstanceOf(IOException.class).hasMessage("no bad");
        assertNames(failure, 2, how.equals("starmap") ? "Two[first=x, second=bad]" : "\"bad\"");
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : cause;
    }

    @Test
    void apmap_itemFails_raisesTheItemsOwnException() {
        CompletableFuture<List<Integer>> future =
                Parallel.apmap(
                                (Integer n) ->
                                        n == 3
                                                ? CompletableFuture.<Integer>failedFuture(
                                                        new IOException("three"))
                                                : CompletableFuture.completedFuture(n),
                                over())
                        .apply(upTo(10));
        assertThatThrownBy(future::join).cause().isInstanceOf(IOException.class);
        assertNames(future.exceptionNow(), 3, "3");
    }

    @Test
    void imap_itemFails_givesResultsBeforeIt() {
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() ->
                        Parallel.imap((Integer n) -> 10 / (5 - n), over())
                                .apply(new Counting())
                                .forEach(seen::add))
                .isInstanceOf(ArithmeticException.class);
        assertThat(seen).containsExactly(2, 2, 3, 5, 10);
    }

    @Test
    void pmap_collect_runsAllAndTellsAll() {
        assertThatThrownBy(() ->
                        Parallel.pmap(ODD_FAILS, over().onFailure(FailurePolicy.COLLECT))
                                .apply(upTo(100)))
                .isInstanceOfSatisfying(
                        ItemsFailedException.class,
                        e -> {
                            assertThat(e)
                                    .hasMessageStartingWith(
                                            "50 of 100 items failed: item at index 1, 1: ")
                                    .hasCauseInstanceOf(IOException.class);
                            assertThat(e.failures())
                                    .extracting(ItemResult::index)
                                    .isEqualTo(
                                            IntStream.range(0, 50)
                                                    .mapToObj(n -> 2L * n + 1)
                                                    .toList());
                            assertThat(e.results()).hasSize(100);
                            assertThat(e.results().get(98)).isEqualTo(98);
                            assertThat(e.results().get(99)).isNull();
                        });
    }

    @Test
    void imap_collect_leavesFailedOutAndFailsAtTheEnd() {
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() ->
                        Parallel.imap(ODD_FAILS, over().onFailure(FailurePolicy.COLLECT))
                                .apply(upTo(20))
                                .forEach(seen::add))
                .isInstanceOf(ItemsFailedException.class)
                .hasMessageStartingWith("10 of 20 items failed");
        assertThat(seen).containsExactly(0, 2, 4, 6, 8, 10, 12, 14, 16, 18);
    }

    @Test
    void gatherer_collect_leavesFailedOutAndFailsAtTheEnd() {
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() ->
                        upTo(20).stream()
                                .gather(
                                        Parallel.gatherer(
                                                ODD_FAILS, over().onFailure(FailurePolicy.COLLECT)))
                                .forEach(seen::add))
                .isInstanceOf(ItemsFailedException.class);
        assertThat(seen).hasSize(10);
    }

    @Test
    void pmap_iteratorFails_raisesItsException() {
        Iterator<Integer> failing =
                Stream.concat(upTo(50).stream(), Stream.generate(() -> 1 / (scope == null ? 1 : 0)))
                        .iterator();
        assertThatThrownBy(() -> Parallel.pmap(SQUARE, over()).apply(failing))
                .isInstanceOf(ArithmeticException.class);
        assertThat(Parallel.pmap(SQUARE, over()).applyAll(2)).containsExactly(4);
    }

    @Test
    void imap_consumerFails_raisesItsExceptionAndTakesNoMore() {
        Counting items = new Counting();
        assertThatThrownBy(() ->
                        Parallel.imap(SQUARE, over())
                                .apply(items)
                                .forEach(n -> {
                                    throw new IllegalStateException("full");
                                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Parallel.pmap(SQUARE, over()).applyAll(2)).containsExactly(4);
    }

    // ---- time, interrupts, cancellation

    @Test
    void pmap_itemTooSlow_failsWithTimeout() {
        Throwable failure =
                catchThrowable(() ->
                        Parallel.pmap(BLOCKS_FROM_ONE, over().timeout(tooLong())).applyAll(0, 1));
        assertThat(failure).isInstanceOf(TaskTimeoutException.class);
        assertThat(failure.getSuppressed())
                .anySatisfy(e -> assertThat(e).hasMessageContaining("item at index 1, 1"));
    }

    @Test
    void results_itemTooSlow_othersAreUnaffected() {
        assertThat(
                        Parallel.results(BLOCKS_FROM_ONE, over().timeout(tooLong()))
                                .applyAll(0, 1, 0, 0)
                                .map(ItemResult::failed))
                .containsExactly(false, true, false, false);
    }

    @Test
    void apmap_stageTooSlow_failsWithTimeout() {
        CompletableFuture<List<Integer>> future =
                Parallel.apmap(
                                (Integer n) -> new CompletableFuture<Integer>(),
                                over().timeout(tooLong()))
                        .applyAll(0);
        assertThatThrownBy(future::join).cause().isInstanceOf(TaskTimeoutException.class);
    }

    @Test
    void pmap_deadlinePasses_failsAndCancels() {
        assertThatThrownBy(() ->
                        Parallel.pmap(BLOCKS_FROM_ONE, over().deadline(Duration.ofMillis(100)))
                                .applyAll(0, 1, 0))
                .isInstanceOfSatisfying(
                        DeadlineExceededException.class,
                        e -> assertThat(e.deadline()).isEqualTo(Duration.ofMillis(100)));
        assertThat(Parallel.pmap(SQUARE, over()).applyAll(2)).containsExactly(4);
    }

    @Test
    void pmap_callerInterrupted_cancelsAtOnce() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        AtomicReference<@Nullable Boolean> flag = new AtomicReference<>();
        ParallelOptions options = over().listener((result, progress) -> first.countDown());
        Thread caller =
                Thread.ofPlatform()
                        .start(() -> {
                            thrown.set(
                                    catchThrowable(() ->
                                            Parallel.pmap(BLOCKS_FROM_ONE, options)
                                                    .apply(upTo(3))));
                            flag.set(Thread.currentThread().isInterrupted());
                        });
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(30))).isTrue();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(flag.get()).isTrue();
        assertThat(Parallel.pmap(SQUARE, over()).applyAll(2)).containsExactly(4);
    }

    @Test
    void amap_cancelled_cancelsTheMap() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Stream<Integer> items = upTo(3).stream().onClose(closed::countDown);
        CompletableFuture<List<Integer>> future =
                Parallel.amap(
                                BLOCKS_FROM_ONE,
                                over().listener((result, progress) -> first.countDown()))
                        .apply(items);
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(future.cancel(true)).isTrue();
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Parallel.pmap(SQUARE, over()).applyAll(2)).containsExactly(4);
    }

    // ---- progress

    @Test
    void listener_hearsEachItemOnceAndCounts() {
        List<Long> heard = new ArrayList<>();
        List<Progress> steps = new ArrayList<>();
        Thread caller = Thread.currentThread();
        List<Thread> threads = new ArrayList<>();
        ParallelOptions options =
                over().onFailure(FailurePolicy.COLLECT)
                        .listener((result, progress) -> {
                            heard.add(result.index());
                            steps.add(progress);
                            threads.add(Thread.currentThread());
                        });
        assertThatThrownBy(() -> Parallel.pmap(ODD_FAILS, options).apply(upTo(100)))
                .isInstanceOf(ItemsFailedException.class);
        Collections.sort(heard);
        assertThat(heard).isEqualTo(IntStream.range(0, 100).mapToObj(n -> (long) n).toList());
        assertThat(threads).containsOnly(caller);
        Progress last = steps.getLast();
        assertThat(last.done()).isEqualTo(100);
        assertThat(last.failed()).isEqualTo(50);
        assertThat(last.total()).isEqualTo(OptionalLong.of(100));
        assertThat(last.eta()).hasValue(Duration.ZERO);
        assertThat(last.rate()).isPositive();
    }

    @Test
    void listener_throws_mapGoesOn() {
        ParallelOptions options =
                over().listener((result, progress) -> {
                    throw new IllegalStateException("listener");
                });
        assertThat(Parallel.pmap(SQUARE, options).apply(upTo(10))).isEqualTo(squares(10));
    }

    // ---- nesting

    @Test
    void pmap_insidePmap_givesResultsOfBoth() {
        List<Integer> sums =
                Parallel.pmap(
                                (Integer n) ->
                                        Parallel.pmap((Integer m) -> m + n)
                                                .apply(List.of(1, 2, 3))
                                                .stream()
                                                .mapToInt(Integer::intValue)
                                                .sum(),
                                over())
                        .apply(upTo(8));
        assertThat(sums).isEqualTo(IntStream.range(0, 8).map(n -> 6 + 3 * n).boxed().toList());
    }
}
