package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.process.codec.EncodedTask;
import dev.polyloom.spi.ScopeTask;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InboundTest {
    private final Inbound inbound = new Inbound();

    private static PoolTask task(long number) {
        ScopeTask<Integer> body = new ScopeTask<>(() -> 1, null, false, new Nobody());
        PoolTask task = new PoolTask(body, new byte[0], EncodedTask.NONE);
        task.number = number;
        return task;
    }

    private List<Long> takeAll() {
        List<Long> numbers = new ArrayList<>();
        for (PoolTask task = inbound.poll(); task != null; task = inbound.poll()) {
            assertThat(task.next).isNull();
            numbers.add(task.number);
        }
        return numbers;
    }

    @Test
    void tasks_areTakenInTheOrderInWhichTheyCame_alsoBehindThoseGotHoldOf() {
        assertThat(inbound.poll()).isNull();
        inbound.add(task(1));
        inbound.add(task(2));
        assertThat(inbound.isEmpty()).isFalse();
        assertThat(inbound.poll()).extracting(task -> task.number).isEqualTo(1L);
        assertThat(inbound.isEmpty()).isTrue();
        inbound.add(task(3));
        inbound.add(task(4));
        assertThat(takeAll()).containsExactly(2L, 3L, 4L);
        assertThat(inbound.isEmpty()).isTrue();
    }

    @Test
    void tasksOfSeveralThreads_areTakenOnce_eachThreadsInOrder() throws Exception {
        int threads = 3;
        int each = 100_000;
        List<Thread> adders = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            long base = (long) i * each;
            adders.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int n = 0; n < each; n++) {
                                    inbound.add(task(base + n));
                                }
                            }));
        }
        long[] next = {0, each, 2L * each};
        int taken = 0;
        while (taken < threads * each && !Thread.interrupted()) {
            for (long number : takeAll()) {
                int adder = (int) (number / each);
                assertThat(number).isEqualTo(next[adder]++);
                taken++;
            }
            Thread.onSpinWait();
        }
        assertThat(taken).isEqualTo(threads * each);
        for (Thread adder : adders) {
            adder.join();
        }
        assertThat(inbound.poll()).isNull();
    }
}
