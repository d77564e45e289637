package dev.polyloom.cli;

import dev.polyloom.Flavor;
import dev.polyloom.ItemResult;
import dev.polyloom.Parallel;
import dev.polyloom.ParallelOptions;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.ScopeBuilder;
import dev.polyloom.cli.function.MethodCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures the same work in sequence and on scopes, and compares the results. */
final class Bench {
    private static final int MOST_PROBLEMS = 3;
    private static final long WARM_UP_NANOS = 500_000_000;

    private final MethodCall call;
    private final @Nullable Integer workers;
    private final List<String> items;
    private List<String> expected = List.of();

    Bench(MethodCall call, int n, @Nullable Integer workers) {
        this.call = call;
        this.workers = workers;
        this.items = IntStream.range(0, n).mapToObj(Integer::toString).toList();
    }

    /**
     * What came of one way to do the work.
     *
     * @param flavor the kind of worker, or {@code sequential}
     * @param workers how many could run at once
     * @param startSeconds from opening until every worker had worked
     * @param seconds the work itself
     * @param speedUp against the work in sequence
     * @param same whether the results are those of the work in sequence
     * @param problems what failed or differed, a line each
     */
    record Row(
            String flavor,
            int workers,
            double startSeconds,
            double seconds,
            double speedUp,
            boolean same,
            List<String> problems) {}

    Row sequential() {
        long start = System.nanoTime();
        warmUp(start + WARM_UP_NANOS);
        long began = System.nanoTime();
        expected = items.stream().map(this::outcome).toList();
        double seconds = seconds(began);
        return new Row("sequential", 1, seconds(start, began), seconds, 1, true, failures());
    }

    private void warmUp(long end) {
        Iterator<String> some = items.iterator();
        while (some.hasNext() && System.nanoTime() - end < 0) {
            outcome(some.next());
        }
    }

    /** Returns what failed in sequence, a line each. */
    private List<String> failures() {
        return IntStream.range(0, items.size())
                .filter(i -> expected.get(i).startsWith("!"))
                .limit(MOST_PROBLEMS)
                .mapToObj(i ->
                        "sequential: item %s failed: %s"
                                .formatted(items.get(i), expected.get(i).substring(1)))
                .toList();
    }

    /** Returns the result of an item, marked by its first character as one or as a failure. */
    private String outcome(String item) {
        try {
            return "=" + call.apply(item);
        } catch (Exception e) {
            return "!" + Texts.cause(e);
        }
    }

    Row on(Flavor flavor, Row sequential) {
        ScopeBuilder builder = builder(flavor);
        long start = System.nanoTime();
        try (Scope scope = ScopeOptions.open(builder, call)) {
            warmUp(scope);
            long began = System.nanoTime();
            List<String> results = run(scope, items);
            double seconds = seconds(began);
            return new Row(
                    scope.flavor().id(),
                    scope.workers(),
                    seconds(start, began),
                    seconds,
                    sequential.seconds() / seconds,
                    results.equals(expected),
                    problems(scope.flavor(), results));
        }
    }

    private void warmUp(Scope scope) {
        int some = Math.min(items.size(), 2 * Math.min(scope.workers(), 64));
        run(scope, items.subList(0, some));
    }

    private ScopeBuilder builder(Flavor flavor) {
        ScopeBuilder builder = Run.of(flavor).name("bench-" + flavor.id());
        return workers == null ? builder : builder.workers(workers);
    }

    private List<String> run(Scope scope, List<String> part) {
        List<String> results = new ArrayList<>(part.size());
        try (Stream<ItemResult<String, @Nullable String>> all =
                Parallel.<String, @Nullable String>results(call, ParallelOptions.over(scope))
                        .apply(part)) {
            all.forEach(result -> {
                Throwable failure = result.failure();
                results.add(failure == null ? "=" + result.value() : "!" + Texts.cause(failure));
            });
        }
        return results;
    }

    private List<String> problems(Flavor flavor, List<String> results) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < items.size() && problems.size() < MOST_PROBLEMS; i++) {
            String wanted = expected.get(i);
            String got = i < results.size() ? results.get(i) : "nothing";
            if (!Objects.equals(wanted, got)) {
                problems.add(
                        "%s: item %s gave %s, in sequence %s"
                                .formatted(flavor.id(), items.get(i), text(got), text(wanted)));
            }
        }
        return problems;
    }

    private static String text(String outcome) {
        return Texts.item(outcome.substring(1));
    }

    private static double seconds(long start) {
        return seconds(start, System.nanoTime());
    }

    private static double seconds(long start, long end) {
        return Math.max(1, end - start) / 1e9;
    }
}
