package dev.polyloom.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.Flavor;
import dev.polyloom.Run;
import dev.polyloom.SerializableCallable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IsolatePoolExecutorTest {
    private static int count;

    @Test
    void tasks_haveStaticStateOfTheirOwn() throws Exception {
        count = 40;
        try (IsolatePoolExecutor pool = new IsolatePoolExecutor(1)) {
            int two = 2;
            assertThat(pool.submit(() -> count += two).get()).isEqualTo(2);
            ExecutorService plain = pool;
            List<SerializableCallable<Integer>> tasks =
                    List.of(() -> count += two, () -> count += two);
            List<Integer> sums =
                    plain.invokeAll(tasks, 30, TimeUnit.SECONDS).stream()
                            .map(Future::resultNow)
                            .toList();
            assertThat(sums).containsExactly(4, 6);
            assertThat(pool.decision().orElseThrow().flavor()).isEqualTo(Flavor.ISOLATES);
            assertThat(pool.metrics().workers()).isEqualTo(1);
        }
        assertThat(count).isEqualTo(40);
    }

    @Test
    void executor_isNotTheScopeAroundWhatItsMakerOpens() {
        try (IsolatePoolExecutor pool = new IsolatePoolExecutor(Run.isolates().workers(1))) {
            assertThat(Run.current()).isNotEqualTo(Optional.of(pool.scope()));
            assertThat(Run.isolates().decide().reusesParent()).isFalse();
        }
    }

    @Test
    void noWorkers_areRefused() {
        assertThatThrownBy(() -> new IsolatePoolExecutor(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("workers");
    }
}
