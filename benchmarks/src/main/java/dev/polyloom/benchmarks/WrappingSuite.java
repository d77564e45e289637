package dev.polyloom.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What a scope adds to an empty task on the JDK's own pool, measured with JMH. */
final class WrappingSuite {
    private static final double MOST_RATIO_UNTRACED = 1.10;
    private static final double MOST_ADDED_TRACED = 80;
    private static final List<String> POOLS = List.of("threads", "virtual");
    private static final List<String> WAYS = List.of("raw", "scope", "traced");

    private final boolean quick;
    private final int rounds;

    WrappingSuite(boolean quick) {
        this.quick = quick;
        this.rounds = quick ? 1 : 7;
    }

    List<Row> run() throws RunnerException {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("wrapping: round %d of %d%n", round, rounds);
            for (String pool : POOLS) {
                for (String way : WAYS) {
                    figures.computeIfAbsent(pool + " " + way, key -> new ArrayList<>())
                            .addAll(iterations(pool, way));
                }
            }
        }
        return rows(figures);
    }

    /** Runs one fork and returns the nanoseconds a task of each of its iterations. */
    private List<Double> iterations(String pool, String way) throws RunnerException {
        Options options =
                new OptionsBuilder()
                        .include(WrappingBenchmark.class.getName() + ".submitAndGet")
                        .param("pool", pool)
                        .param("through", way)
                        .forks(1)
                        .warmupIterations(quick ? 1 : 4)
                        .warmupTime(time())
                        .measurementIterations(quick ? 1 : 5)
                        .measurementTime(time())
                        .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build();
        List<Double> values = new ArrayList<>();
        for (RunResult result : new Runner(options).run()) {
            result.getBenchmarkResults()
                    .forEach(fork ->
                            fork.getIterationResults()
                                    .forEach(iteration ->
                                            values.add(iteration.getPrimaryResult().getScore())));
        }
        return values;
    }

    private TimeValue time() {
        return quick ? TimeValue.milliseconds(100) : new TimeValue(1, TimeUnit.SECONDS);
    }

    private static List<Row> rows(Map<String, List<Double>> figures) {
        List<Row> rows = new ArrayList<>();
        for (String pool : POOLS) {
            String peer = pool.equals("threads") ? "fixed-pool" : "virtual-per-task";
            double raw = figure(figures, pool, "raw");
            rows.add(
                    Row.atMostRatio(
                            pool + ": empty task, tracing off",
                            figure(figures, pool, "scope"),
                            "ns",
                            peer,
                            raw,
                            MOST_RATIO_UNTRACED));
            rows.add(
                    Row.atMostAdded(
                            pool + ": empty task, tracing on",
                            figure(figures, pool, "traced"),
                            "ns",
                            peer,
                            raw,
                            MOST_ADDED_TRACED));
        }
        return rows;
    }

    private static double figure(Map<String, List<Double>> figures, String pool, String way) {
        return Statistics.median(figures.getOrDefault(pool + " " + way, List.of()));
    }
}
