package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import org.jspecify.annotations.Nullable;

/** A platform thread of a pool. */
public final class WorkerThread extends Thread {
    private final Pool pool;
    private long lastEnd = System.nanoTime();

    @SuppressWarnings("ThreadPriorityCheck") // what the opener has must not reach the tasks
    WorkerThread(Pool pool, Runnable body, String name, @Nullable ClassLoader contextLoader) {
        super(null, body, name, 0, false);
        this.pool = pool;
        setDaemon(false);
        setPriority(NORM_PRIORITY);
        setContextClassLoader(contextLoader);
    }

    Pool pool() {
        return pool;
    }

    /**
     * Returns when a task that starts now in this thread started. A task that was waiting when the
     * last one ended started then, which saves a look at the clock.
     *
     * @param submitted when it was submitted, on the clock of {@link System#nanoTime()}
     * @return its start on that clock
     */
    public long startOf(long submitted) {
        return submitted - lastEnd < 0 ? lastEnd : System.nanoTime();
    }

    /**
     * Records the end of a timed task in this thread.
     *
     * @param now the end, on the clock of {@link System#nanoTime()}
     */
    public void ended(long now) {
        lastEnd = now;
    }
}
