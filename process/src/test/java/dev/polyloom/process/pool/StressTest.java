package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.ScopeEvent;
import dev.polyloom.WorkerDiedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StressTest {
    private static final int TASKS = 100_000;
    private static final int KILLS = 12;
    private static final int WORKERS = 2;
    private static final long SEED = 20_261_121;

    /** What ran in this worker, to see that none runs twice there. */
    private static final Set<Integer> SEEN = ConcurrentHashMap.newKeySet();

    static int once(int number) {
        if (!SEEN.add(number)) {
            throw new IllegalStateException("task " + number + " ran twice");
        }
        return number;
    }

    @Test
    void tinyTasksUnderRandomKills_areEachAccountedForOnce() throws Exception {
        Set<Long> alive = ConcurrentHashMap.newKeySet();
        Random random = new Random(SEED);
        List<Future<Integer>> futures = new ArrayList<>(TASKS);
        int killed = 0;
        try (Scope scope =
                Run.processes()
                        .workers(WORKERS)
                        .listener(event -> {
                            if (event instanceof ScopeEvent.WorkerStarted started) {
                                alive.add(started.pid());
                            } else if (event instanceof ScopeEvent.WorkerEnded ended) {
                                alive.remove(ended.pid());
                            }
                        })
                        .open()) {
            assertThat(scope.submit(() -> "a worker is up").get()).isNotEmpty();
            for (int i = 0; i < TASKS; i++) {
                int number = i;
                futures.add(scope.submit(() -> once(number)));
                if (killed < KILLS && random.nextInt(TASKS / KILLS / 2) == 0) {
                    killed += kill(alive, random);
                }
            }
            for (int i = TASKS / 2; killed < KILLS && i < TASKS; i++) {
                futures.get(i).state();
                if (random.nextInt(1000) == 0) {
                    killed += kill(alive, random);
                }
            }
        }
        int failed = count(futures);
        assertThat(killed).isPositive();
        assertThat(failed).isLessThanOrEqualTo(killed);
    }

    private static int count(List<Future<Integer>> futures) {
        int failed = 0;
        Set<Integer> results = new HashSet<>();
        for (int i = 0; i < futures.size(); i++) {
            Future<Integer> future = futures.get(i);
            if (future.state() == Future.State.FAILED) {
                assertThat(future.exceptionNow()).isInstanceOf(WorkerDiedException.class);
                failed++;
            } else {
                assertThat(future.resultNow()).isEqualTo(i);
                assertThat(results.add(Objects.requireNonNull(future.resultNow()))).isTrue();
            }
        }
        assertThat(results).hasSize(TASKS - failed);
        return failed;
    }

    private static int kill(Set<Long> alive, Random random) {
        List<Long> pids = List.copyOf(alive);
        if (pids.isEmpty()) {
            return 0;
        }
        long pid = pids.get(random.nextInt(pids.size()));
        return ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false) ? 1 : 0;
    }
}
