package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads that tasks meet. */
@Timeout(60)
@SuppressWarnings("ThreadPriorityCheck")
class WorkerThreadsTest {
    private static Set<String> namesOfThreeAtOnce(Scope scope) throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(3);
        Set<String> names = new ConcurrentSkipListSet<>();
        Callable<Integer> task =
                () -> {
                    names.add(Thread.currentThread().getName());
                    return together.await();
                };
        scope.invokeAll(IntStream.range(0, 3).mapToObj(i -> task).toList());
        return new TreeSet<>(names);
    }

    @Test
    void threads_areCalledAfterTheirScopeAndNumbered() throws Exception {
        try (Scope scope = Run.threads().workers(3).name("render").open()) {
            assertThat(namesOfThreeAtOnce(scope))
                    .containsExactly("render-1", "render-2", "render-3");
        }
    }

    @Test
    void virtualThreads_areCalledAfterTheirScope() throws Exception {
        try (Scope unbounded = Run.virtual().name("fetch").open();
                Scope bounded = Run.virtual().workers(3).name("fetch").open()) {
            assertThat(namesOfThreeAtOnce(unbounded)).allMatch(name -> name.startsWith("fetch"));
            assertThat(namesOfThreeAtOnce(bounded)).allMatch(name -> name.startsWith("fetch"));
        }
    }

    @Test
    void threads_ofEachFlavor_areOfTheirKind() throws Exception {
        try (Scope threads = Run.threads().workers(1).open();
                Scope virtual = Run.virtual().open();
                Scope bounded = Run.virtual().workers(1).open();
                Scope none = Run.none().open()) {
            assertThat(threads.submit(() -> Thread.currentThread().isVirtual()).get()).isFalse();
            assertThat(none.submit(() -> Thread.currentThread().isVirtual()).get()).isFalse();
            assertThat(virtual.submit(() -> Thread.currentThread().isVirtual()).get()).isTrue();
            assertThat(bounded.submit(() -> Thread.currentThread().isVirtual()).get()).isTrue();
        }
    }

    @Test
    void platformThreads_areAsTheJdksDefaultFactoryMakesThem() throws Exception {
        try (Scope scope = Run.threads().workers(1).open()) {
            Thread thread = scope.submit(() -> Thread.currentThread()).get();
            assertThat(thread.isDaemon()).isFalse();
            assertThat(thread.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
        }
    }

    @Test
    void tasks_ofEveryFlavor_meetTheContextLoaderOfTheOpener() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader own = new URLClassLoader(new URL[0], before)) {
            Thread.currentThread().setContextClassLoader(own);
            try (Scope threads = Run.threads().workers(1).open();
                    Scope virtual = Run.virtual().open();
                    Scope bounded = Run.virtual().workers(1).open();
                    Scope none = Run.none().open()) {
                for (Scope scope : List.of(threads, virtual, bounded, none)) {
                    ClassLoader seen =
                            scope.submit(() -> Thread.currentThread().getContextClassLoader())
                                    .get();
                    assertThat(seen).as("%s", scope).isSameAs(own);
                }
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
    }

    @Test
    void platformThreads_ofADaemonWithAnotherPriority_areAsTheJdksDefaultFactoryMakesThem()
            throws Exception {
        Thread[] worker = new Thread[1];
        Thread opener =
                Thread.ofPlatform()
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .start(() -> {
                            try (Scope scope = Run.threads().workers(1).open()) {
                                worker[0] = scope.invokeAny(List.of(Thread::currentThread));
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
        opener.join();
        assertThat(worker[0].isDaemon()).isFalse();
        assertThat(worker[0].getPriority()).isEqualTo(Thread.NORM_PRIORITY);
    }

    @Test
    @SuppressWarnings("try") // closed before it is looked at
    void none_runsEveryTaskOnOneThreadInOrder() throws Exception {
        try (Scope scope = Run.none().name("single").open()) {
            Set<String> names = new ConcurrentSkipListSet<>();
            StringBuilder order = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                int n = i;
                scope.execute(() -> {
                    names.add(Thread.currentThread().getName());
                    order.append(n).append(',');
                });
            }
            scope.close();
            assertThat(names).containsExactly("single-1");
            assertThat(order.toString())
                    .isEqualTo(
                            String.join(
                                            ",",
                                            IntStream.range(0, 200)
                                                    .mapToObj(Integer::toString)
                                                    .toList())
                                    + ",");
        }
    }
}
