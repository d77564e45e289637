package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Scope;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many tasks, each run exactly once. */
public interface VolumeContract extends Scopes {
    /** How many tasks of each test of this suite ran in this process. */
    ConcurrentHashMap<String, AtomicInteger> RUNS = new ConcurrentHashMap<>();

    /**
     * Where and as which a task ran.
     *
     * @param world process and class loader, of which each has its own counts
     * @param run number of the run in its world, from 1
     * @param index what the task was given
     */
    record Ran(String world, int run, int index) implements java.io.Serializable {
        static Ran of(String test, int index) {
            int run = RUNS.computeIfAbsent(test, t -> new AtomicInteger()).incrementAndGet();
            long pid = ProcessHandle.current().pid();
            return new Ran(pid + "-" + System.identityHashCode(Ran.class), run, index);
        }
    }

    /** Checks that each task ran once and gave its own result, and that no other run happened. */
    private static void assertEachOnce(List<Ran> results, int tasks) {
        BitSet indexes = new BitSet();
        Map<String, BitSet> runs = new HashMap<>();
        for (Ran ran : results) {
            indexes.set(ran.index());
            runs.computeIfAbsent(ran.world(), world -> new BitSet()).set(ran.run());
        }
        assertThat(indexes.cardinality()).isEqualTo(tasks);
        assertThat(runs.values().stream().mapToInt(BitSet::cardinality).sum()).isEqualTo(tasks);
        assertThat(runs.values())
                .allSatisfy(run -> assertThat(run.length() - 1).isEqualTo(run.cardinality()));
    }

    @Test
    default void tasks_aHundredThousand_runExactlyOnce() throws Exception {
        Scope scope = open(2);
        int tasks = 100_000;
        String test = UUID.randomUUID().toString();
        List<Future<Ran>> futures = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            int n = i;
            futures.add(scope.submit(() -> Ran.of(test, n)));
        }
        List<Ran> results = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            Ran ran = futures.get(i).get(30, TimeUnit.SECONDS);
            assertThat(ran.index()).isEqualTo(i);
            results.add(ran);
        }
        assertEachOnce(results, tasks);
        scope.close();
        assertThat(scope.metrics().submitted()).isEqualTo(tasks);
        assertThat(scope.metrics().succeeded()).isEqualTo(tasks);
    }

    @Test
    default void tasks_ofManySubmitters_runExactlyOnce() throws Exception {
        Scope scope = open(2);
        int submitters = 8;
        int each = 1_000;
        String test = UUID.randomUUID().toString();
        List<Caller> callers = new ArrayList<>();
        for (int s = 0; s < submitters; s++) {
            int from = s * each;
            callers.add(
                    Caller.of(() -> {
                        List<Future<Ran>> futures = new ArrayList<>();
                        for (int i = from; i < from + each; i++) {
                            int n = i;
                            futures.add(scope.submit(() -> Ran.of(test, n)));
                        }
                        List<Ran> results = new ArrayList<>();
                        for (Future<Ran> future : futures) {
                            results.add(future.get(30, TimeUnit.SECONDS));
                        }
                        return results;
                    }));
        }
        List<Ran> results = new ArrayList<>();
        for (Caller caller : callers) {
            for (Object ran : (List<?>) java.util.Objects.requireNonNull(caller.result())) {
                results.add((Ran) ran);
            }
        }
        assertEachOnce(results, submitters * each);
    }

    @Test
    default void tasksOfExecute_untilClosed_allRan() {
        Scope scope = open(2);
        Gate last = gate();
        for (int i = 0; i < 2_000; i++) {
            boolean isLast = i == 1_999;
            scope.execute(() -> {
                if (isLast) {
                    last.open();
                }
            });
        }
        scope.close();
        assertThat(last.isOpen()).isTrue();
        assertThat(scope.metrics().succeeded()).isEqualTo(2_000);
    }
}
