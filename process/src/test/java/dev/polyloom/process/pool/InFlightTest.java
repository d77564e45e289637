package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.process.codec.EncodedTask;
import dev.polyloom.spi.ScopeTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InFlightTest {
    private final InFlight inFlight = new InFlight();

    private PoolTask add(long number) {
        ScopeTask<Integer> body = new ScopeTask<>(() -> 1, null, false, new Nobody());
        PoolTask task = new PoolTask(body, new byte[0], EncodedTask.NONE);
        task.number = number;
        inFlight.add(task);
        return task;
    }

    @Test
    void task_isFoundUntilItIsRemoved() {
        PoolTask task = add(7);
        assertThat(inFlight.get(7)).isSameAs(task);
        assertThat(inFlight.get(8)).isNull();
        assertThat(inFlight.remove(7 + 1024)).isNull();
        assertThat(inFlight.size()).isEqualTo(1);
        assertThat(inFlight.remove(7)).isSameAs(task);
        assertThat(inFlight.remove(7)).isNull();
        assertThat(inFlight.size()).isZero();
    }

    @Test
    void taskThatStays_isFoundAfterManyYoungerOnes() {
        PoolTask first = add(1);
        for (long number = 2; number < 10_000; number++) {
            PoolTask task = add(number);
            assertThat(inFlight.remove(number)).isSameAs(task);
        }
        assertThat(inFlight.get(1)).isSameAs(first);
        assertThat(inFlight.inOrder()).containsExactly(first);
        assertThat(inFlight.remove(1)).isSameAs(first);
        assertThat(inFlight.size()).isZero();
    }

    @Test
    void anyMix_behavesAsAMap() {
        Random random = new Random(7);
        Map<Long, PoolTask> model = new TreeMap<>();
        for (long number = 1; number < 30_000; number++) {
            model.put(number, add(number));
            while (model.size() > random.nextInt(3_000)) {
                List<Long> numbers = new ArrayList<>(model.keySet());
                long victim = numbers.get(random.nextInt(numbers.size()));
                assertThat(inFlight.remove(victim)).isSameAs(model.remove(victim));
            }
            assertThat(inFlight.size()).isEqualTo(model.size());
        }
        assertThat(inFlight.inOrder()).containsExactlyElementsOf(model.values());
        inFlight.clear();
        assertThat(inFlight.inOrder()).isEmpty();
        assertThat(inFlight.size()).isZero();
    }
}
