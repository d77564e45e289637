package dev.polyloom.stress.linear;

import dev.polyloom.threading.ThreadPool;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work on a counter that a pool does between a call and its return. */
@Timeout(120)
class PoolLinearityTest {
    private static final ThreadPool POOL = ThreadPool.builder().workers(2).open();

    /** Each call is done once, and within its time. */
    public static final class Counter {
        private final AtomicInteger count = new AtomicInteger();

        /** Counts in a task. */
        @Operation
        public int count() throws InterruptedException {
            return POOL.submit(count::incrementAndGet).await();
        }

        /** Counts for an item. */
        @Operation
        public void map() throws InterruptedException {
            POOL.forEach(List.of(1), count::addAndGet);
        }

        /** Returns the count. */
        @Operation
        public int get() {
            return count.get();
        }
    }

    @Test
    void tasks_stressed_areDoneOnceBetweenCallAndReturn() {
        Linearity.stress(Counter.class);
    }
}
