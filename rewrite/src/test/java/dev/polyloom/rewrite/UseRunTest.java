package dev.polyloom.rewrite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openrewrite.test.RecipeSpec;

/** Phase two. */
@Timeout(120)
class UseRunTest extends RecipeTest {
    @Override
    public void defaults(RecipeSpec spec) {
        spec.recipeFromResources("dev.polyloom.rewrite.UseRun").parser(parser());
    }

    @Test
    void executors_ofATryBlock_becomeScopes() {
        becomes(
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;

                class Work {
                    void run(int n) {
                        try (ExecutorService pool = Executors.newFixedThreadPool(n + 1)) {
                            pool.execute(() -> {});
                        }
                        try (var pool = Executors.newVirtualThreadPerTaskExecutor();
                                ExecutorService one = Executors.newSingleThreadExecutor()) {
                            pool.execute(() -> one.execute(() -> {}));
                        }
                    }
                }
                """,
                """
                import dev.polyloom.Run;

                import java.util.concurrent.ExecutorService;

                class Work {
                    void run(int n) {
                        try (ExecutorService pool = Run.threads().workers(n + 1).open()) {
                            pool.execute(() -> {});
                        }
                        try (var pool = Run.virtual().open();
                                ExecutorService one = Run.none().open()) {
                            pool.execute(() -> one.execute(() -> {}));
                        }
                    }
                }
                """);
    }

    @Test
    void executors_ofCompat_becomeScopesToo() {
        becomes(
                """
                import dev.polyloom.compat.Executors;

                import java.util.concurrent.ExecutorService;

                class Work {
                    void run() {
                        try (ExecutorService pool = Executors.newCachedThreadPool()) {
                            pool.execute(() -> {});
                        }
                    }
                }
                """,
                """
                import dev.polyloom.Run;

                import java.util.concurrent.ExecutorService;

                class Work {
                    void run() {
                        try (ExecutorService pool = Run.virtual().open()) {
                            pool.execute(() -> {});
                        }
                    }
                }
                """);
    }

    @Test
    void shutdownInAFinally_becomesATryBlock() {
        becomes(
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;
                import java.util.concurrent.TimeUnit;

                class Work {
                    int run() throws Exception {
                        ExecutorService pool = Executors.newFixedThreadPool(4);
                        try {
                            return pool.submit(() -> 1).get();
                        } finally {
                            pool.shutdown();
                            pool.awaitTermination(1, TimeUnit.HOURS);
                        }
                    }
                }
                """,
                """
                import dev.polyloom.Run;

                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.TimeUnit;

                class Work {
                    int run() throws Exception {
                        try (ExecutorService pool = Run.threads().workers(4).open()) {
                            return pool.submit(() -> 1).get();
                        }
                    }
                }
                """);
    }

    @Test
    void shutdownAtTheEnd_becomesATryBlock() {
        becomes(
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;
                import java.util.concurrent.TimeUnit;

                class Work {
                    void run() throws InterruptedException {
                        ExecutorService pool = Executors.newFixedThreadPool(4);
                        for (int i = 0; i < 3; i++) {
                            int n = i;
                            pool.submit(() -> System.out.println(n));
                        }
                        pool.shutdown();
                        pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
                        System.out.println("done");
                    }
                }
                """,
                """
                import dev.polyloom.Run;

                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.TimeUnit;

                class Work {
                    void run() throws InterruptedException {
                        try (ExecutorService pool = Run.threads().workers(4).open()) {
                            for (int i = 0; i < 3; i++) {
                                int n = i;
                                pool.submit(() -> System.out.println(n));
                            }
                        }
                        System.out.println("done");
                    }
                }
                """);
    }

    @Test
    void waits_withALimit_stayMarked() {
        staysMarked(
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;
                import java.util.concurrent.TimeUnit;

                class Work {
                    void run() throws InterruptedException {
                        ExecutorService pool = Executors.newFixedThreadPool(4);
                        pool.shutdown();
                        pool.awaitTermination(10, TimeUnit.SECONDS);
                    }
                }
                """,
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;
                import java.util.concurrent.TimeUnit;

                class Work {
                    void run() throws InterruptedException {
                        /*~~(Polyloom: a try block waits without limit for tasks; taskTimeout(…) ends them)~~>*/ExecutorService pool = Executors.newFixedThreadPool(4);
                        pool.shutdown();
                        pool.awaitTermination(10, TimeUnit.SECONDS);
                    }
                }
                """);
    }

    @Test
    void caughtInterruption_staysMarked() {
        staysMarked(
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;
                import java.util.concurrent.TimeUnit;

                class Work {
                    void run() {
                        try {
                            ExecutorService pool = Executors.newFixedThreadPool(4);
                            pool.shutdown();
                            pool.awaitTermination(1, TimeUnit.DAYS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                }
                """,
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;
                import java.util.concurrent.TimeUnit;

                class Work {
                    void run() {
                        try {
                            /*~~(Polyloom: a try block does not throw the InterruptedException that is caught)~~>*/ExecutorService pool = Executors.newFixedThreadPool(4);
                            pool.shutdown();
                            pool.awaitTermination(1, TimeUnit.DAYS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                }
                """);
    }

    @Test
    void variables_usedAfterTheEnd_stayMarked() {
        staysMarked(
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;
                import java.util.concurrent.Future;

                class Work {
                    int run() throws Exception {
                        ExecutorService pool = Executors.newCachedThreadPool();
                        Future<Integer> one = pool.submit(() -> 1);
                        pool.close();
                        return one.get();
                    }
                }
                """,
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;
                import java.util.concurrent.Future;

                class Work {
                    int run() throws Exception {
                        /*~~(Polyloom: what is used after the pool's end keeps it from being a try block)~~>*/ExecutorService pool = Executors.newCachedThreadPool();
                        Future<Integer> one = pool.submit(() -> 1);
                        pool.close();
                        return one.get();
                    }
                }
                """);
    }

    @Test
    void poolsThatOutliveABlock_andFactoriesOfThreads_stay() {
        stays(
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;

                class Work {
                    final ExecutorService pool = Executors.newFixedThreadPool(4);

                    void run() {
                        try (ExecutorService named = Executors.newFixedThreadPool(4, Thread::new)) {
                            named.execute(() -> {});
                        }
                    }
                }
                """);
    }

    @Test
    void fileWithARunOfItsOwn_stays() {
        stays(
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;

                class Run {
                    void run() {
                        try (ExecutorService pool = Executors.newCachedThreadPool()) {
                            pool.execute(() -> {});
                        }
                    }
                }
                """);
    }

    @Test
    void invokeAllAndParallelStreams_areMarked() {
        staysMarked(
                """
                import java.util.List;
                import java.util.concurrent.Callable;
                import java.util.concurrent.ExecutorService;

                class Maps {
                    List<Integer> lengths(List<String> words) {
                        return words.parallelStream().map(String::length).toList();
                    }

                    Object all(ExecutorService pool, List<Callable<String>> tasks) throws Exception {
                        return pool.invokeAll(tasks);
                    }
                }
                """,
                """
                import java.util.List;
                import java.util.concurrent.Callable;
                import java.util.concurrent.ExecutorService;

                class Maps {
                    List<Integer> lengths(List<String> words) {
                        return /*~~(Polyloom: Parallel.pmap maps a function over items, where other exceptions will do)~~>*/words.parallelStream().map(String::length).toList();
                    }

                    Object all(ExecutorService pool, List<Callable<String>> tasks) throws Exception {
                        return /*~~(Polyloom: Parallel.pmap maps a function over items, where other exceptions will do)~~>*/pool.invokeAll(tasks);
                    }
                }
                """);
    }
}
