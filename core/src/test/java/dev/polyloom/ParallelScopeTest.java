package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which scope a parallel map runs in, and what becomes of it. */
@Timeout(60)
class ParallelScopeTest {
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final DecisionListener listener = (scope, decision) -> opened.add(scope);

    @BeforeEach
    void listen() {
        Run.addListener(listener);
    }

    @AfterEach
    void stopListening() {
        Run.removeListener(listener);
    }

    /** Returns the scope in which an item runs, while it does. */
    private static SerializableFunction<Integer, Scope> where() {
        return n -> Run.current().orElseThrow();
    }

    @Test
    void noScopeOpen_opensOneAndClosesItWithTheMap() {
        List<Scope> scopes = Parallel.pmap(where()).applyAll(1, 2, 3);
        assertThat(opened).hasSize(1);
        assertThat(scopes).allMatch(scope -> scope.name().equals(opened.getFirst()));
        assertThat(scopes).allMatch(Scope::isTerminated);
        assertThat(Run.current()).isEmpty();
    }

    @Test
    void noScopeOpen_failingMap_closesItsScope() {
        AtomicReference<@Nullable Scope> scope = new AtomicReference<>();
        SerializableFunction<Integer, Integer> failing =
                n -> {
                    scope.set(Run.current().orElseThrow());
                    return 1 / n;
                };
        assertThatThrownBy(() -> Parallel.pmap(failing).applyAll(0))
                .isInstanceOf(ArithmeticException.class);
        assertThat(scope.get()).isNotNull().matches(Scope::isTerminated);
    }

    @Test
    void lazyMap_keepsItsScopeUntilClosed() {
        Stream<Scope> results = Parallel.imap(where()).applyAll(1, 2, 3);
        Iterator<Scope> iterator = results.iterator();
        Scope scope = iterator.next();
        assertThat(Run.current()).isEmpty();
        assertThat(scope.isShutdown()).isFalse();
        results.close();
        assertThat(scope.isTerminated()).isTrue();
    }

    @Test
    void lazyMap_readToItsEnd_closesItsScope() {
        List<Scope> scopes = Parallel.imap(where()).applyAll(1, 2, 3).toList();
        assertThat(scopes).hasSize(3).allMatch(Scope::isTerminated);
    }

    @Test
    void backgroundMap_closesItsScopeBeforeItCompletes() {
        assertThat(Parallel.amap(where()).applyAll(1, 2).join()).allMatch(Scope::isTerminated);
        assertThat(
                        Parallel.apmap((Integer n) ->
                                        CompletableFuture.completedFuture(
                                                Run.current().orElseThrow()))
                                .applyAll(1, 2)
                                .join())
                .allMatch(Scope::isTerminated);
    }

    @Test
    void noItems_opensNoScope() {
        assertThat(Parallel.pmap(where()).apply(List.of())).isEmpty();
        assertThat(Parallel.amap(where()).apply(List.of()).join()).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void scopeOpen_isUsedAndLeftOpen() {
        try (Scope scope = Run.threads().workers(2).open()) {
            List<Scope> scopes = Parallel.pmap(where()).applyAll(1, 2, 3);
            assertThat(scopes).allMatch(found -> found.name().equals(scope.name()));
            assertThat(Parallel.amap(where()).applyAll(1).join()).containsExactly(scope);
            assertThat(scope.isShutdown()).isFalse();
            assertThat(opened).containsExactly(scope.name());
        }
    }

    @Test
    void insideATask_usesTheScopeOfTheTask() throws Exception {
        try (Scope scope = Run.threads().workers(1).open()) {
            assertThat(scope.submit(() -> Parallel.pmap(where()).applyAll(1, 2)).get())
                    .containsExactly(scope, scope);
            assertThat(opened).containsExactly(scope.name());
        }
    }

    @Test
    void insideATaskOfACallersExecutor_opensItsOwnSoThatNobodyWaitsForHimself() throws Exception {
        try (ExecutorService single = Executors.newSingleThreadExecutor();
                Scope scope = Run.around(single)) {
            List<Scope> scopes = scope.submit(() -> Parallel.pmap(where()).applyAll(1, 2)).get();
            assertThat(scopes).hasSize(2).doesNotContain(scope).allMatch(Scope::isTerminated);
        }
    }

    @Test
    void flavorOrWorkersSet_opensItsOwnInsideAnOpenScope() {
        try (Scope scope = Run.virtual().open()) {
            ParallelOptions options = ParallelOptions.defaults();
            List<Scope> two = Parallel.pmap(where(), options.workers(2)).applyAll(1, 2);
            List<Scope> threads =
                    Parallel.pmap(where(), options.flavor(Flavor.THREADS)).applyAll(1, 2);
            assertThat(two).doesNotContain(scope).allMatch(found -> found.workers() == 2);
            assertThat(threads).allMatch(found -> found.flavor() == Flavor.THREADS);
            assertThat(threads).allMatch(Scope::isTerminated);
            assertThat(Run.current()).contains(scope);
        }
    }

    @Test
    void flavorThatCannotBeHad_failsWhenTheFirstItemIsThere() {
        var map = Parallel.pmap(where(), ParallelOptions.defaults().flavor(Flavor.CLUSTER));
        assertThat(map.apply(List.of())).isEmpty();
        assertThatThrownBy(() -> map.applyAll(1)).isInstanceOf(FlavorUnavailableException.class);
    }

    @Test
    void everyWorkerBusy_moreMapsThanWorkersNested_stillEnd() {
        CountDownLatch both = new CountDownLatch(2);
        try (Scope scope = Run.threads().workers(2).open()) {
            List<List<Integer>> results =
                    Parallel.pmap(
                                    (Integer n) -> {
                                        both.countDown();
                                        both.await();
                                        return Parallel.pmap((Integer m) -> n + m).applyAll(1, 2);
                                    },
                                    ParallelOptions.over(scope).chunk(1))
                            .applyAll(10, 20);
            assertThat(results).containsExactly(List.of(11, 12), List.of(21, 22));
        }
    }
}
