package dev.polyloom.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.Decision;
import dev.polyloom.DecisionListener;
import dev.polyloom.Flavor;
import dev.polyloom.ReasonCode;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** What managed executors do beyond their counterparts. */
@Timeout(60)
@Isolated("sets the mode and hears every decision of the JVM")
class ManagedTest {
    private static <T> T passthrough(java.util.function.Supplier<T> body) {
        System.setProperty("polyloom.compat.mode", "passthrough");
        try {
            return body.get();
        } finally {
            System.clearProperty("polyloom.compat.mode");
        }
    }

    private static ThreadPoolExecutor fixed(int threads) {
        return (ThreadPoolExecutor) Executors.newFixedThreadPool(threads);
    }

    @Test
    void threads_bearTheNameOfTheirExecutor() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            assertThat(pool.submit(() -> Thread.currentThread().getName()).get())
                    .matches("fixed-\\d+-thread-1");
        }
        try (ExecutorService pool = Executors.newSingleThreadScheduledExecutor()) {
            assertThat(pool.submit(() -> Thread.currentThread().getName()).get())
                    .matches("scheduled-\\d+-thread-1");
        }
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(pool.submit(() -> Thread.currentThread().getName()).get())
                    .matches("virtual-\\d+-thread-1");
        }
    }

    @Test
    void decision_isToldToListeners() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        DecisionListener listener = (name, decision) -> heard.add(name + ' ' + decision.detail());
        Run.addListener(listener);
        try (ThreadPoolExecutor pool = fixed(3)) {
            Decision decision = pool.decision().orElseThrow();
            assertThat(decision.flavor()).isEqualTo(Flavor.THREADS);
            assertThat(decision.workers()).isEqualTo(3);
            assertThat(decision.reason()).isEqualTo(ReasonCode.CALLER_EXECUTOR);
        } finally {
            Run.removeListener(listener);
        }
        assertThat(heard).anyMatch(line -> line.matches("fixed-\\d+ a ThreadPoolExecutor"));
    }

    @Test
    void scopeInATask_sharesTheBudgetOfItsExecutor() throws Exception {
        int cores = Run.capabilities().cpuWorkers();
        try (ExecutorService pool = Executors.newFixedThreadPool(cores)) {
            assertThat(pool.submit(() -> Run.threads().decide().cores()).get()).isEqualTo(1);
        }
        try (ExecutorService pool = new ForkJoinPool(cores)) {
            assertThat(pool.submit(() -> Run.threads().decide().cores()).get()).isEqualTo(1);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            assertThat(pool.submit(() -> Run.threads().decide().cores()).get()).isEqualTo(cores);
        }
    }

    @Test
    void poolInATask_isAsParallelAsItsBudgetAllows() throws Exception {
        int cores = Run.capabilities().cpuWorkers();
        try (ExecutorService pool = Executors.newFixedThreadPool(cores)) {
            int parallelism =
                    pool.submit(
                                    () -> {
                                        try (ForkJoinPool inner = new ForkJoinPool()) {
                                            return inner.getParallelism();
                                        }
                                    })
                            .get();
            assertThat(parallelism).isEqualTo(1);
        }
        try (ForkJoinPool alone = new ForkJoinPool()) {
            assertThat(alone.getParallelism()).isEqualTo(cores);
        }
    }

    @Test
    void taskOfAnExecutor_mayOpenAndWaitForAScopeThoughAllThreadsDo() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            int answer =
                    pool.submit(
                                    () -> {
                                        try (Scope scope = Run.auto().open()) {
                                            return scope.submit(() -> 42).get();
                                        }
                                    })
                            .get(30, TimeUnit.SECONDS);
            assertThat(answer).isEqualTo(42);
        }
    }

    @Test
    void metrics_countTasks() throws Exception {
        ThreadPoolExecutor pool = fixed(2);
        try (pool) {
            pool.submit(() -> {}).get();
            assertThat(pool.metrics().workers()).isEqualTo(1);
        }
        assertThat(pool.metrics().completed()).isEqualTo(1);
        assertThat(pool.metrics().workers()).isZero();
    }

    @Test
    void threadFactoryOfTheCaller_switchesManagementOffAndANoteSaysSo() {
        try (ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        body -> new Thread(body))) {
            assertThat(pool.decision()).isEmpty();
            assertThat(pool.notes()).singleElement().asString().contains("ManagedTest");
        }
    }

    @Test
    void passthrough_leavesEverythingToTheJdk() throws Exception {
        try (ThreadPoolExecutor pool = passthrough(() -> fixed(1))) {
            assertThat(pool.decision()).isEmpty();
            assertThat(pool.notes()).singleElement().asString().contains("DefaultThreadFactory");
            assertThat(pool.submit(() -> Thread.currentThread().getName()).get())
                    .matches("pool-\\d+-thread-1");
        }
        try (ForkJoinPool pool = passthrough(ForkJoinPool::new)) {
            assertThat(pool.decision()).isEmpty();
            assertThat(pool.getParallelism()).isEqualTo(Runtime.getRuntime().availableProcessors());
        }
    }

    @Test
    void unknownMode_isIgnored() {
        System.setProperty("polyloom.compat.mode", "magic");
        try {
            assertThat(CompatMode.current()).isEqualTo(CompatMode.MANAGED);
        } finally {
            System.clearProperty("polyloom.compat.mode");
        }
    }

    @Test
    void asynchronousWork_staysInTheScopeThatItIsStartedIn() throws Exception {
        try (Scope scope = Run.threads().workers(1).name("mine").open()) {
            CompletableFuture<String> name =
                    CompletableFuture.supplyAsync(() -> Thread.currentThread().getName());
            assertThat(name.get()).startsWith("mine");
            assertThat(name.thenApplyAsync(text -> text + Thread.currentThread().getName()).get())
                    .matches("mine.*mine.*");
            assertThat(scope.metrics().completed()).isEqualTo(2);
        }
        assertThat(new CompletableFuture<String>().defaultExecutor())
                .isSameAs(new java.util.concurrent.CompletableFuture<String>().defaultExecutor());
    }

    @Test
    void uncaughtException_reachesTheDefaultHandler() throws Exception {
        AtomicReference<Throwable> caught = new AtomicReference<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> caught.set(e));
        try (ThreadPoolExecutor pool = fixed(1)) {
            pool.execute(() -> {
                throw new IllegalStateException("seen");
            });
            pool.shutdown();
            assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            org.awaitility.Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .untilAsserted(() -> assertThat(caught.get()).hasMessage("seen"));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void handlerOfThisPackage_getsItsExecutor() {
        AtomicReference<ThreadPoolExecutor> told = new AtomicReference<>();
        RejectedExecutionHandler handler = (task, executor) -> told.set(executor);
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>(), handler);
        pool.shutdown();
        pool.execute(() -> {});
        assertThat(told).hasValue(pool);
        ScheduledThreadPoolExecutor other = new ScheduledThreadPoolExecutor(1, handler);
        other.shutdown();
        assertThatThrownBy(() -> other.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("dev.polyloom.compat.ThreadPoolExecutor");
    }

    @Test
    void forgottenExecutor_isCollected() {
        java.lang.ref.WeakReference<ExecutorService> forgotten =
                new java.lang.ref.WeakReference<>(Executors.newCachedThreadPool());
        org.awaitility.Awaitility.await()
                .until(() -> {
                    System.gc();
                    return forgotten.get() == null;
                });
    }
}
