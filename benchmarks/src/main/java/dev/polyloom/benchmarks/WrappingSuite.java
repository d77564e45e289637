package dev.polyloom.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
        return new Runner(options(pool, way))
                .run().stream()
                        .flatMap(result -> result.getBenchmarkResults().stream())
                        .flatMap(fork -> fork.getIterationResults().stream())
                        .map(iteration -> iteration.getPrimaryResult().getScore())
                        .toList();
    }

    private Options options(String pool, String way) {
        return new OptionsBuilder()
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
    }

    private TimeValue time() {
        return quick ? TimeValue.milliseconds(100) : new TimeValue(1, TimeUnit.SECONDS);
    }

    private static List<Row> rows(Map<String, List<Double>> figures) {
        List<Row> rows = new ArrayList<>();
        for (String pool : POOLS) {
            String peer = pool.equals("threads") ? "fixed-pool" : "virtual-per-task";
            double raw = figure(figures, pool, "raw");
            double scope = figure(figures, pool, "scope");
            double traced = figure(figures, pool, "traced");
            String task = pool + ": empty task, tracing ";
            rows.add(Row.atMostRatio(task + "off", scope, "ns", peer, raw, MOST_RATIO_UNTRACED));
            rows.add(Row.atMostAdded(task + "on", traced, "ns", peer, raw, MOST_ADDED_TRACED));
        }
        return rows;
    }

    private static double figure(Map<String, List<Double>> figures, String pool, String way) {
        return Statistics.median(figures.getOrDefault(pool + " " + way, List.of()));
    }
}
