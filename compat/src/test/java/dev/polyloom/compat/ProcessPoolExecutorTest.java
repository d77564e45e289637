package dev.polyloom.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.Flavor;
import dev.polyloom.Run;
import dev.polyloom.SerializableCallable;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProcessPoolExecutorTest {
    @Test
    void tasks_runInOtherProcesses() throws Exception {
        long here = ProcessHandle.current().pid();
        try (ProcessPoolExecutor pool = new ProcessPoolExecutor(1)) {
            int six = 6;
            assertThat(pool.submit(() -> six * 7).get()).isEqualTo(42);
            long there = pool.submit(() -> ProcessHandle.current().pid()).get();
            assertThat(there).isNotEqualTo(here);
            ExecutorService plain = pool;
            List<SerializableCallable<Integer>> tasks = List.of(() -> six + 1, () -> six + 2);
            List<Integer> sums =
                    plain.invokeAll(tasks, 30, TimeUnit.SECONDS).stream()
                            .map(Future::resultNow)
                            .toList();
            assertThat(sums).containsExactly(7, 8);
            assertThat(pool.decision().orElseThrow().flavor()).isEqualTo(Flavor.PROCESSES);
            assertThat(pool.metrics().completed()).isEqualTo(4);
        }
    }

    @Test
    void initializer_runsInEachWorker() throws Exception {
        try (ProcessPoolExecutor pool =
                new ProcessPoolExecutor(1, () -> System.setProperty("prepared", "yes"))) {
            assertThat(pool.submit(() -> System.getProperty("prepared")).get()).isEqualTo("yes");
        }
        assertThat(System.getProperty("prepared")).isNull();
    }

    @Test
    void executor_isNotTheScopeAroundWhatItsMakerOpens() {
        try (ProcessPoolExecutor pool = new ProcessPoolExecutor(1)) {
            assertThat(Run.current()).isNotEqualTo(java.util.Optional.of(pool.scope()));
            assertThat(Run.processes().decide().reusesParent()).isFalse();
        }
    }

    @Test
    void noWorkers_areRefused() {
        assertThatThrownBy(() -> new ProcessPoolExecutor(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("workers");
    }
}
