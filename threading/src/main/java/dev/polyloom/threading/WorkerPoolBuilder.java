package dev.polyloom.threading;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Describes a pool of workers that is to be opened. Opening several pools with one builder is fine;
 * it is not safe for use by several threads.
 */
public final class WorkerPoolBuilder {
    private static final int MOST_WORKERS = 10_000;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final WorkerTasks tasks;
    private int workers = Capabilities.current().parallelism();
    private @Nullable String name;
    private int maxPending = Integer.MAX_VALUE;
    private long timeout = Long.MAX_VALUE;

    WorkerPoolBuilder(WorkerTasks tasks) {
        this.tasks = tasks;
    }

    /**
     * Sets how many workers there are.
     *
     * @param value from 1 to 10,000; the parallelism of the platform unless said
     * @return this
     * @throws IllegalArgumentException if it is not of that range
     */
    public WorkerPoolBuilder workers(int value) {
        if (value < 1 || value > MOST_WORKERS) {
            throw new IllegalArgumentException(
                    "a pool has from 1 to %d workers, not %d".formatted(MOST_WORKERS, value));
        }
        workers = value;
        return this;
    }

    /**
     * Names the pool; its workers are named after it.
     *
     * @param value the name; {@code workers-} and a number unless said
     * @return this
     */
    public WorkerPoolBuilder name(String value) {
        name = Objects.requireNonNull(value, "name");
        return this;
    }

    /**
     * Limits how many tasks may be pending, that is handed in and not begun; what is too much is
     * refused. There is no limit unless said.
     *
     * @param most the limit, at least 1
     * @return this
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public WorkerPoolBuilder maxPending(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least 1 task may be pending, not " + most);
        }
        maxPending = most;
        return this;
    }

    /**
     * Sets how long a task may run. One that goes on fails with a {@link TimedOutException} and is
     * interrupted; its worker is busy until it heeds that. There is no limit unless said.
     *
     * @param most the time from the begin of a task
     * @return this
     * @throws IllegalArgumentException if the time is not positive
     */
    public WorkerPoolBuilder timeout(Duration most) {
        timeout = positive(most);
        return this;
    }

    static long positive(Duration most) {
        if (Nanos.of(most) <= 0) {
            throw new IllegalArgumentException("a task needs more time than " + most);
        }
        return Nanos.of(most);
    }

    /**
     * Opens the pool and starts its workers.
     *
     * @return the pool
     * @throws SpawnException if there is no room for its workers
     */
    public WorkerPool open() {
        String known = name == null ? "workers-" + NUMBERS.incrementAndGet() : name;
        WorkerCore core = new WorkerCore(known, workers, maxPending);
        core.open();
        return new WorkerPool(core, tasks.copy(), timeout);
    }
}
