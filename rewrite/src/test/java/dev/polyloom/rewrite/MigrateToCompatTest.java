package dev.polyloom.rewrite;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openrewrite.test.RecipeSpec;

/** Phase one. */
@Timeout(120)
class MigrateToCompatTest extends RecipeTest {
    private static final String MANY =
            """
            import PACKAGE.CompletableFuture;
            import PACKAGE.ExecutorCompletionService;
            import PACKAGE.Executors;
            import PACKAGE.ForkJoinPool;
            import PACKAGE.ScheduledThreadPoolExecutor;
            """;

    @Override
    public void defaults(RecipeSpec spec) {
        spec.recipeFromResources("dev.polyloom.rewrite.MigrateToCompat").parser(parser());
    }

    @Test
    void imports_ofMirroredClasses_areSwapped() {
        becomes(
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;

                class Squares {
                    int run() throws Exception {
                        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
                            return pool.submit(() -> 3 * 3).get();
                        }
                    }
                }
                """,
                """
                import dev.polyloom.compat.Executors;

                import java.util.concurrent.ExecutorService;

                class Squares {
                    int run() throws Exception {
                        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
                            return pool.submit(() -> 3 * 3).get();
                        }
                    }
                }
                """);
    }

    @Test
    void allMirroredClasses_moveTogether() {
        becomes(
                """
                import java.util.concurrent.CompletableFuture;
                import java.util.concurrent.ExecutorCompletionService;
                import java.util.concurrent.ForkJoinPool;
                import java.util.concurrent.LinkedBlockingQueue;
                import java.util.concurrent.RejectedExecutionHandler;
                import java.util.concurrent.ScheduledThreadPoolExecutor;
                import java.util.concurrent.ThreadPoolExecutor;
                import java.util.concurrent.TimeUnit;

                class All {
                    final ThreadPoolExecutor pool =
                            new ThreadPoolExecutor(
                                    1, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                                    new ThreadPoolExecutor.CallerRunsPolicy());
                    final ScheduledThreadPoolExecutor scheduled = new ScheduledThreadPoolExecutor(1);
                    final ForkJoinPool forks = new ForkJoinPool(2);
                    final RejectedExecutionHandler handler = (task, owner) -> owner.getQueue().clear();

                    static class Discard implements RejectedExecutionHandler {
                        @Override
                        public void rejectedExecution(Runnable task, ThreadPoolExecutor owner) {}
                    }

                    CompletableFuture<Integer> length(CompletableFuture<String> text) {
                        return text.thenApply(String::length).orTimeout(1, TimeUnit.DAYS);
                    }

                    Object take() throws Exception {
                        pool.setRejectedExecutionHandler(handler);
                        ExecutorCompletionService<String> done = new ExecutorCompletionService<>(pool);
                        done.submit(() -> "a");
                        return done.take().get();
                    }
                }
                """,
                """
                import dev.polyloom.compat.CompletableFuture;
                import dev.polyloom.compat.ExecutorCompletionService;
                import dev.polyloom.compat.ForkJoinPool;
                import dev.polyloom.compat.RejectedExecutionHandler;
                import dev.polyloom.compat.ScheduledThreadPoolExecutor;
                import dev.polyloom.compat.ThreadPoolExecutor;

                import java.util.concurrent.LinkedBlockingQueue;
                import java.util.concurrent.TimeUnit;

                class All {
                    final ThreadPoolExecutor pool =
                            new ThreadPoolExecutor(
                                    1, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                                    new ThreadPoolExecutor.CallerRunsPolicy());
                    final ScheduledThreadPoolExecutor scheduled = new ScheduledThreadPoolExecutor(1);
                    final ForkJoinPool forks = new ForkJoinPool(2);
                    final RejectedExecutionHandler handler = (task, owner) -> owner.getQueue().clear();

                    static class Discard implements RejectedExecutionHandler {
                        @Override
                        public void rejectedExecution(Runnable task, ThreadPoolExecutor owner) {}
                    }

                    CompletableFuture<Integer> length(CompletableFuture<String> text) {
                        return text.thenApply(String::length).orTimeout(1, TimeUnit.DAYS);
                    }

                    Object take() throws Exception {
                        pool.setRejectedExecutionHandler(handler);
                        ExecutorCompletionService<String> done = new ExecutorCompletionService<>(pool);
                        done.submit(() -> "a");
                        return done.take().get();
                    }
                }
                """);
    }

    @Test
    void manyImports_besideAWildcardWithTheSameNames_stayUnambiguous() {
        String library =
                """
                package lib;

                public class ProcessPoolExecutor {}
                """;
        String body =
                """
                import lib.*;

                class Many {
                    final ProcessPoolExecutor own = new ProcessPoolExecutor();
                    final Object[] all = {
                        Executors.newCachedThreadPool(),
                        CompletableFuture.completedFuture(1),
                        new ForkJoinPool(1),
                        new ScheduledThreadPoolExecutor(1),
                        new ExecutorCompletionService<String>(Runnable::run)
                    };
                }
                """;
        become(
                List.of(library, MANY.replace("PACKAGE", "java.util.concurrent") + body),
                List.of(library, MANY.replace("PACKAGE", "dev.polyloom.compat") + body));
    }

    @Test
    void future_thatALibraryReturns_keepsItsImport() {
        staysMarked(
                """
                import java.net.http.HttpClient;
                import java.net.http.HttpRequest;
                import java.net.http.HttpResponse;
                import java.util.concurrent.CompletableFuture;

                class Client {
                    CompletableFuture<HttpResponse<String>> get(HttpClient client, HttpRequest request) {
                        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
                    }
                }
                """,
                """
                import java.net.http.HttpClient;
                import java.net.http.HttpRequest;
                import java.net.http.HttpResponse;
                import java.util.concurrent.CompletableFuture;

                class Client {
                    CompletableFuture<HttpResponse<String>> get(HttpClient client, HttpRequest request) {
                        return /*~~(Polyloom: CompletableFuture: HttpClient.sendAsync returns the JDK's class)~~>*/client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
                    }
                }
                """);
    }

    @Test
    void future_ofALibrary_thatIsOnlyWaitedFor_isNoObstacle() {
        becomes(
                """
                import java.util.concurrent.CompletableFuture;
                import java.util.concurrent.CompletionStage;

                class Waiter {
                    int wait(CompletionStage<String> stage) {
                        CompletableFuture<Integer> one = CompletableFuture.completedFuture(1);
                        return stage.toCompletableFuture().join().length() + one.join();
                    }
                }
                """,
                """
                import dev.polyloom.compat.CompletableFuture;

                import java.util.concurrent.CompletionStage;

                class Waiter {
                    int wait(CompletionStage<String> stage) {
                        CompletableFuture<Integer> one = CompletableFuture.completedFuture(1);
                        return stage.toCompletableFuture().join().length() + one.join();
                    }
                }
                """);
    }

    @Test
    void filesThatHandOnFutures_stayTogether() {
        become(
                List.of(
                        """
                        import java.util.List;
                        import java.util.concurrent.CompletableFuture;

                        class Loader {
                            List<CompletableFuture<String>> all() {
                                return List.of(CompletableFuture.completedFuture("a"));
                            }
                        }
                        """,
                        """
                        import java.util.concurrent.CompletableFuture;
                        import java.util.concurrent.CompletionStage;

                        class User {
                            CompletableFuture<String> first(CompletionStage<String> other) {
                                CompletableFuture<String> second = other.toCompletableFuture();
                                return second.isDone() ? second : new Loader().all().get(0);
                            }
                        }
                        """,
                        """
                        import java.util.concurrent.CompletableFuture;

                        class Apart {
                            String text() {
                                return CompletableFuture.supplyAsync(() -> "b").join();
                            }
                        }
                        """),
                List.of(
                        """
                        import java.util.List;
                        /*~~(Polyloom: stays because of User.java)~~>*/import java.util.concurrent.CompletableFuture;

                        class Loader {
                            List<CompletableFuture<String>> all() {
                                return List.of(CompletableFuture.completedFuture("a"));
                            }
                        }
                        """,
                        """
                        import java.util.concurrent.CompletableFuture;
                        import java.util.concurrent.CompletionStage;

                        class User {
                            CompletableFuture<String> first(CompletionStage<String> other) {
                                CompletableFuture<String> second = /*~~(Polyloom: CompletableFuture: CompletionStage.toCompletableFuture returns the JDK's class)~~>*/other.toCompletableFuture();
                                return second.isDone() ? second : new Loader().all().get(0);
                            }
                        }
                        """,
                        """
                        import dev.polyloom.compat.CompletableFuture;

                        class Apart {
                            String text() {
                                return CompletableFuture.supplyAsync(() -> "b").join();
                            }
                        }
                        """));
    }

    @Test
    void commonPool_ofTheJdk_keepsItsImport() {
        staysMarked(
                """
                import java.util.concurrent.ForkJoinPool;

                class Common {
                    final ForkJoinPool pool = ForkJoinPool.commonPool();
                }
                """,
                """
                import java.util.concurrent.ForkJoinPool;

                class Common {
                    final ForkJoinPool pool = /*~~(Polyloom: ForkJoinPool: ForkJoinPool.commonPool returns the JDK's class)~~>*/ForkJoinPool.commonPool();
                }
                """);
    }

    @Test
    void casts_ofWhatFactoriesMake_move_othersStay() {
        become(
                List.of(
                        """
                        import java.util.concurrent.Executors;
                        import java.util.concurrent.ThreadPoolExecutor;

                        class Made {
                            final ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(2);
                        }
                        """,
                        """
                        import java.util.concurrent.Executor;
                        import java.util.concurrent.ThreadPoolExecutor;

                        class Given {
                            int size(Executor executor) {
                                return ((ThreadPoolExecutor) executor).getPoolSize();
                            }
                        }
                        """),
                List.of(
                        """
                        import dev.polyloom.compat.Executors;
                        import dev.polyloom.compat.ThreadPoolExecutor;

                        class Made {
                            final ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(2);
                        }
                        """,
                        """
                        import java.util.concurrent.Executor;
                        import java.util.concurrent.ThreadPoolExecutor;

                        class Given {
                            int size(Executor executor) {
                                return (/*~~(Polyloom: ThreadPoolExecutor, ScheduledThreadPoolExecutor, RejectedExecutionHandler: a cast that a value of the JDK would fail)~~>*/(ThreadPoolExecutor) executor).getPoolSize();
                            }
                        }
                        """));
    }

    @Test
    void scheduledPool_usedAsAPool_stays() {
        staysMarked(
                """
                import java.util.concurrent.ScheduledThreadPoolExecutor;
                import java.util.concurrent.ThreadPoolExecutor;

                class Pools {
                    final ThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
                }
                """,
                """
                import java.util.concurrent.ScheduledThreadPoolExecutor;
                import java.util.concurrent.ThreadPoolExecutor;

                class Pools {
                    final ThreadPoolExecutor /*~~(Polyloom: compat's ScheduledThreadPoolExecutor is no ThreadPoolExecutor of compat)~~>*/pool = new ScheduledThreadPoolExecutor(1);
                }
                """);
    }

    @Test
    void wildcardsStaticImportsAndFullNames_stayMarked() {
        become(
                List.of(
                        """
                        import java.util.concurrent.*;

                        class Wild {
                            ExecutorService pool = Executors.newCachedThreadPool();
                        }
                        """,
                        """
                        import static java.util.concurrent.Executors.newCachedThreadPool;

                        class Static {
                            Object pool = newCachedThreadPool();
                        }
                        """,
                        """
                        class Full {
                            Object pool = java.util.concurrent.Executors.newCachedThreadPool();
                        }
                        """),
                List.of(
                        """
                        /*~~(Polyloom: Executors: Executors has no import of its own)~~>*/import java.util.concurrent.*;

                        class Wild {
                            ExecutorService pool = Executors.newCachedThreadPool();
                        }
                        """,
                        """
                        /*~~(Polyloom: Executors: a static import of java.util.concurrent.Executors)~~>*/import static java.util.concurrent.Executors.newCachedThreadPool;

                        class Static {
                            Object pool = newCachedThreadPool();
                        }
                        """,
                        """
                        class Full {
                            Object pool = /*~~(Polyloom: Executors: a fully qualified name)~~>*/java.util.concurrent.Executors.newCachedThreadPool();
                        }
                        """));
    }

    @Test
    void importsBesideAWildcard_stayMarked() {
        staysMarked(
                """
                import java.util.concurrent.*;
                import java.util.concurrent.Executors;

                class Wild {
                    ExecutorService pool = Executors.newCachedThreadPool();
                }
                """,
                """
                import java.util.concurrent.*;
                /*~~(Polyloom: Executors: a wildcard beside it)~~>*/import java.util.concurrent.Executors;

                class Wild {
                    ExecutorService pool = Executors.newCachedThreadPool();
                }
                """);
    }

    @Test
    void classesOfTheSameName_areLeftAlone() {
        stays(
                """
                package own;

                class Executors {
                    static Executors newFixedThreadPool(int threads) {
                        return new Executors();
                    }

                    Executors user = Executors.newFixedThreadPool(1);
                }
                """);
    }
}
