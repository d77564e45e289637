package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A platform thread of a pool. */
public final class WorkerThread extends Thread {
    private static final VarHandle RUNNING;

    static {
        try {
            RUNNING =
                    MethodHandles.lookup()
                            .findVarHandle(WorkerThread.class, "running", AdaptiveTask.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Pool pool;
    private long lastEnd = System.nanoTime();

    @SuppressWarnings("UnusedVariable") // through RUNNING
    private @Nullable AdaptiveTask running;

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

    /** Notes what an adaptive pool runs here from now on, or null between tasks. */
    void runs(@Nullable AdaptiveTask task) {
        RUNNING.setOpaque(this, task);
    }

    /** Returns what runs here, as its sampler sees it. */
    @Nullable AdaptiveTask running() {
        return (AdaptiveTask) RUNNING.getOpaque(this);
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
