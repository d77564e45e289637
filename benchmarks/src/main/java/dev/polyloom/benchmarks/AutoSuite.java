package dev.polyloom.benchmarks;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.ScopeBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What it brings that {@code auto} looks at its work: six loads on it and on the fixed flavors, and
 * what empty tasks cost. Each load has a scope of its own each time, which has yet to learn. Each
 * round measures each flavor once; figures are medians of the rounds.
 */
final class AutoSuite {
    private static final String AUTO = "auto";
    private static final String THREADS = "threads";
    private static final String VIRTUAL = "virtual";
    private static final String MAKESPAN = "makespan";
    private static final String WAITING = "blocking tasks, p99";
    private static final String EMPTY = "empty task";
    private static final int BATCH = 5_000;
    private static final double MOST_MAKESPAN = 1.10;
    private static final double MOST_WAITING = 0.5;
    private static final double MOST_EMPTY = 1.05;

    private static final Map<String, Supplier<ScopeBuilder>> FLAVORS = flavors();

    private final int rounds;
    private final int batches;
    private final List<AutoLoad> loads;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    AutoSuite(boolean quick) {
        rounds = quick ? 1 : 5;
        batches = quick ? 5 : 150;
        loads = AutoLoad.all(quick ? 1 : 7);
    }

    private static Map<String, Supplier<ScopeBuilder>> flavors() {
        Map<String, Supplier<ScopeBuilder>> flavors = new LinkedHashMap<>();
        flavors.put(AUTO, Run::auto);
        flavors.put(VIRTUAL, Run::virtual);
        flavors.put(THREADS, Run::threads);
        return flavors;
    }

    List<Row> run() throws InterruptedException, ExecutionException {
        long steps = AutoLoad.calibrate();
        for (int round = 0; round <= rounds; round++) {
            System.err.printf("auto: round %d of %d%n", round, rounds);
            for (AutoLoad load : loads) {
                measure(load, steps, round > 0);
            }
            measureEmpty(round > 0);
        }
        return rows();
    }

    private void measure(AutoLoad load, long steps, boolean counts)
            throws InterruptedException, ExecutionException {
        for (Map.Entry<String, Supplier<ScopeBuilder>> flavor : FLAVORS.entrySet()) {
            AutoLoad.Result result = load.runAndClose(flavor.getValue().get().openApart(), steps);
            if (counts) {
                keep(flavor.getKey(), load.name() + ": " + MAKESPAN, result.makespan());
                keep(flavor.getKey(), load.name() + ": " + WAITING, result.waitingP99());
            }
        }
    }

    /**
     * Batches of empty tasks, in turn on either flavor, so that both meet the same disturbances.
     */
    private void measureEmpty(boolean counts) throws InterruptedException, ExecutionException {
        try (Scope auto = Run.auto().openApart();
                Scope virtual = Run.virtual().openApart()) {
            for (int batch = 0; batch < batches; batch++) {
                boolean warm = counts && batch >= batches / 5;
                double ours = nanosEach(auto);
                double theirs = nanosEach(virtual);
                if (warm) {
                    keep(AUTO, EMPTY, ours);
                    keep(VIRTUAL, EMPTY, theirs);
                }
            }
        }
    }

    private static double nanosEach(Scope scope) throws InterruptedException, ExecutionException {
        List<Future<Integer>> futures = new ArrayList<>(BATCH);
        long begin = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
            futures.add(scope.submit(() -> 1));
        }
        int sum = 0;
        for (Future<Integer> future : futures) {
            sum += future.get();
        }
        double nanos = (double) (System.nanoTime() - begin) / BATCH;
        if (sum != BATCH) {
            throw new IllegalStateException("only %d of %d tasks ran".formatted(sum, BATCH));
        }
        return nanos;
    }

    private void keep(String flavor, String metric, double value) {
        figures.computeIfAbsent(flavor + " " + metric, key -> new ArrayList<>()).add(value);
    }

    private double figure(String flavor, String metric) {
        return Statistics.median(figures.getOrDefault(flavor + " " + metric, List.of()));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (AutoLoad load : loads) {
            String metric = load.name() + ": " + MAKESPAN;
            boolean virtualIsBest = figure(VIRTUAL, metric) <= figure(THREADS, metric);
            Bar bar = Bar.atMostRatio(MOST_MAKESPAN);
            rows.add(row(metric, "ms", VIRTUAL, virtualIsBest ? bar : null));
            rows.add(row(metric, "ms", THREADS, virtualIsBest ? null : bar));
        }
        for (AutoLoad load : loads) {
            if (load.isMixed()) {
                String metric = load.name() + ": " + WAITING;
                rows.add(row(metric, "ms", VIRTUAL, Bar.atMostRatio(MOST_WAITING)));
                rows.add(row(metric, "ms", THREADS, null));
            }
        }
        rows.add(row(EMPTY, "ns", VIRTUAL, Bar.atMostRatio(MOST_EMPTY)));
        return rows;
    }

    private Row row(String metric, String unit, String peer, @Nullable Bar bar) {
        return Row.judged(metric, figure(AUTO, metric), unit, peer, figure(peer, metric), bar);
    }
}
