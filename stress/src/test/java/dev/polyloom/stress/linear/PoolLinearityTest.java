package dev.polyloom.stress.linear;

import dev.polyloom.threading.ThreadPool;
import dev.polyloom.threading.WorkerPool;
import dev.polyloom.threading.WorkerTasks;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Each call of a worker is done once, and within its time. */
    public static final class InWorkers {
        private static final Map<Integer, AtomicInteger> COUNTS = new ConcurrentHashMap<>();
        private static final AtomicInteger NUMBERS = new AtomicInteger();
        private static final WorkerPool WORKERS =
                WorkerPool.builder(new WorkerTasks().register("count", InWorkers::increment))
                        .workers(2)
                        .open();

        private final int number = NUMBERS.incrementAndGet();
        private final AtomicInteger count = new AtomicInteger();

        /** Makes the count known to the workers. */
        public InWorkers() {
            COUNTS.put(number, count);
        }

        private static byte[] increment(byte[] number) {
            return bytes(COUNTS.get(ByteBuffer.wrap(number).getInt()).incrementAndGet());
        }

        private static byte[] bytes(int number) {
            return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
        }

        /** Counts in a worker. */
        @Operation
        public int count() throws InterruptedException {
            return ByteBuffer.wrap(WORKERS.submit("count", bytes(number)).await()).getInt();
        }

        /** Returns the count. */
        @Operation
        public int get() {
            return count.get();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Counter.class, InWorkers.class})
    void tasks_stressed_areDoneOnceBetweenCallAndReturn(Class<?> operations) {
        Linearity.stress(operations);
    }
}
