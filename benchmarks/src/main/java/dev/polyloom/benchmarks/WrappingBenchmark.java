package dev.polyloom.benchmarks;

import dev.polyloom.Run;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Empty tasks, submitted in a batch and awaited, on a pool of the JDK or through a scope on it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WrappingBenchmark {
    static final int BATCH = 5_000;

    /** Which workers. */
    @Param({"threads", "virtual"})
    public String pool = "threads";

    /** Whether the pool is used as it is, through a scope, or through a traced scope. */
    @Param({"raw", "scope", "traced"})
    public String through = "raw";

    private final Future<?>[] futures = new Future<?>[BATCH];
    private final Callable<Integer> empty = () -> 1;
    private ExecutorService executor = Run.none().open();

    /** Opens the executor. */
    @Setup
    public void open() {
        executor.close();
        int workers = Runtime.getRuntime().availableProcessors();
        boolean traced = through.equals("traced");
        executor =
                switch (pool + (through.equals("raw") ? " raw" : "")) {
                    case "threads raw" -> Executors.newFixedThreadPool(workers);
                    case "virtual raw" -> Executors.newVirtualThreadPerTaskExecutor();
                    case "threads" -> Run.threads().workers(workers).trace(traced).open();
                    default -> Run.virtual().trace(traced).open();
                };
    }

    /** Closes the executor. */
    @TearDown
    public void close() {
        executor.close();
    }

    /**
     * Submits a batch and waits for all of it.
     *
     * @throws InterruptedException if interrupted
     * @throws ExecutionException never, since the tasks are empty
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void submitAndGet() throws InterruptedException, ExecutionException {
        for (int i = 0; i < BATCH; i++) {
            futures[i] = executor.submit(empty);
        }
        for (Future<?> future : futures) {
            future.get();
        }
    }
}
