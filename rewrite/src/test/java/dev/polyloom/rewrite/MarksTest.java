package dev.polyloom.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Marks of every kind, whose files a second run leaves as they are. */
@Timeout(180)
class MarksTest {
    private static final Pattern MARK = Pattern.compile("~~\\(Polyloom: (.*?)\\)~~>");

    private static final List<String> PHASE_ONE =
            List.of(
                    """
                    import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;

                    class Nested {
                        Object policy = new CallerRunsPolicy();
                    }
                    """,
                    """
                    import static java.util.concurrent.Executors.newCachedThreadPool;

                    class Static {
                        Object pool = newCachedThreadPool();
                    }
                    """,
                    """
                    import java.util.concurrent.*;
                    import java.util.concurrent.ForkJoinPool;

                    class Wild {
                        Object pool = new ForkJoinPool();
                        Object other = Executors.newCachedThreadPool();
                    }
                    """,
                    """
                    import java.util.concurrent.CompletableFuture;
                    import java.util.concurrent.CompletionStage;

                    class Values {
                        CompletableFuture<String> chained(CompletionStage<String> stage) {
                            return stage.toCompletableFuture().thenApply(String::strip).thenApply(String::trim);
                        }

                        Object literal() {
                            return CompletableFuture.class;
                        }

                        boolean test(Object value) {
                            return value instanceof CompletableFuture<?>;
                        }

                        Object branch(Object value) {
                            return switch (value) {
                                case CompletableFuture<?> future -> future.join();
                                default -> value;
                            };
                        }

                        Object cast(Object value) {
                            return ((CompletableFuture<?>) value).isDone();
                        }

                        Object full() {
                            return java.util.concurrent.CompletableFuture.completedFuture(1).join();
                        }
                    }
                    """,
                    """
                    import java.util.concurrent.CompletableFuture;

                    class Tied {
                        CompletableFuture<String> get() {
                            return new Values().chained(CompletableFuture.completedStage("a"));
                        }
                    }
                    """,
                    """
                    import java.util.concurrent.RejectedExecutionHandler;
                    import java.util.concurrent.ScheduledThreadPoolExecutor;
                    import java.util.concurrent.ThreadPoolExecutor;

                    class Pools extends ScheduledThreadPoolExecutor {
                        Pools() {
                            super(1);
                        }

                        public String metrics() {
                            return "";
                        }

                        ThreadPoolExecutor pool() {
                            return new ScheduledThreadPoolExecutor(1);
                        }
                    }
                    """,
                    """
                    import java.util.concurrent.ForkJoinPool;
                    import java.util.concurrent.ForkJoinWorkerThread;

                    class Workers implements ForkJoinPool.ForkJoinWorkerThreadFactory {
                        @Override
                        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
                            return ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
                        }
                    }
                    """,
                    """
                    import java.util.concurrent.ForkJoinPool;

                    class Factories {
                        final ForkJoinPool typed =
                                new ForkJoinPool(1, (ForkJoinPool owner) -> null, null, false);
                        final ForkJoinPool plain =
                                new ForkJoinPool(1, owner -> { ForkJoinPool kept = owner; return null; }, null, false);
                    }
                    """);
    private static final List<String> PHASE_TWO =
            List.of(
                    """
                    import java.util.List;
                    import java.util.concurrent.Callable;
                    import java.util.concurrent.ExecutorService;
                    import java.util.concurrent.Executors;
                    import java.util.concurrent.TimeUnit;

                    class Ends {
                        void limit() throws InterruptedException {
                            ExecutorService pool   =   Executors.newFixedThreadPool(4);
                            pool.shutdown();
                            pool.awaitTermination(10, TimeUnit.SECONDS);
                        }

                        void caught() {
                            try {
                                final ExecutorService pool = Executors.newFixedThreadPool(4);
                                pool.shutdown();
                                pool.awaitTermination(1, TimeUnit.DAYS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }

                        boolean after() {
                            ExecutorService pool = Executors.newCachedThreadPool();
                            pool.close();
                            return pool.isTerminated();
                        }

                        void again() {
                            ExecutorService pool = Executors.newCachedThreadPool();
                            pool = Executors.newSingleThreadExecutor();
                            pool.close();
                        }

                        int maps(ExecutorService pool, List<Callable<String>> tasks) throws Exception {
                            pool.invokeAll(tasks).getFirst().get();
                            return tasks.parallelStream().map(Object::toString).toList().size();
                        }
                    }
                    """);

    @Test
    void marks_ofPhaseOne_areNotRepeated() {
        assertThat(marksOfTwoRuns(PHASE_ONE, "MigrateToCompat"))
                .anyMatch(each -> each.contains("an import of a class inside of"))
                .anyMatch(each -> each.contains("a static import"))
                .anyMatch(each -> each.contains("has no import of its own"))
                .anyMatch(each -> each.contains("a wildcard beside it"))
                .anyMatch(each -> each.contains("thenApply returns"))
                .anyMatch(each -> each.contains("a class literal"))
                .anyMatch(each -> each.contains("a test that"))
                .anyMatch(each -> each.contains("a pattern that"))
                .anyMatch(each -> each.contains("a cast that"))
                .anyMatch(each -> each.contains("a fully qualified name"))
                .anyMatch(each -> each.contains("stays because of"))
                .anyMatch(each -> each.contains("compat has a method of this name"))
                .anyMatch(each -> each.contains("is no ThreadPoolExecutor of compat"))
                .anyMatch(each -> each.contains("a factory of workers"))
                .anyMatch(each -> each.contains("a parameter whose type the JDK says"))
                .anyMatch(each -> each.contains("a value that the JDK hands in"));
    }

    @Test
    void marks_ofPhaseTwo_areNotRepeated() {
        assertThat(marksOfTwoRuns(PHASE_TWO, "UseRun"))
                .hasSize(6)
                .anyMatch(each -> each.contains("waits without limit"))
                .anyMatch(each -> each.contains("does not throw the InterruptedException"))
                .anyMatch(each -> each.contains("used after the pool's end"))
                .anyMatch(each -> each.contains("assigned again"));
    }

    /** Returns the marks of a run after which another one changes nothing. */
    private static List<String> marksOfTwoRuns(List<String> sources, String recipe) {
        List<String> marked = ProjectTest.migrated(sources, "dev.polyloom.rewrite." + recipe);
        assertThat(marked.stream().map(RecipeTest::withoutMarks).toList()).isEqualTo(sources);
        assertThat(ProjectTest.migrated(marked, "dev.polyloom.rewrite." + recipe))
                .isEqualTo(marked);
        return MARK.matcher(String.join("", marked)).results().map(each -> each.group(1)).toList();
    }
}
