package dev.polyloom.spi;

import dev.polyloom.internal.WorkerThread;

/**
 * The number of a task, and when and where it ran. Written by one thread at a time; others may read
 * it once the task has completed.
 */
public final class TaskTiming {
    private final long number;
    private final long submitted;
    private long started;
    private long ran;
    private String worker = "";

    TaskTiming(long number, long submitted) {
        this.number = number;
        this.submitted = submitted;
    }

    void startHere() {
        if (isTimed()) {
            Thread thread = Thread.currentThread();
            worker = thread.getName();
            started =
                    thread instanceof WorkerThread own ? own.startOf(submitted) : System.nanoTime();
        }
    }

    void ran(String name, long startedAt, long nanos) {
        worker = name;
        started = startedAt;
        ran = nanos;
    }

    /** Records that the body ends now, if it started here. */
    public void endHere() {
        if (started != 0 && ran == 0) {
            long now = System.nanoTime();
            ran = now - started;
            if (Thread.currentThread() instanceof WorkerThread own) {
                own.ended(now);
            }
        }
    }

    /**
     * Tells whether the task is timed.
     *
     * @return whether its time of submission is known
     */
    public boolean isTimed() {
        return submitted != 0;
    }

    /**
     * Tells whether the body has started, and its times are known.
     *
     * @return whether {@link #waitedNanos()} and {@link #ranNanos()} mean anything
     */
    public boolean hasRun() {
        return started != 0 && isTimed();
    }

    /**
     * Returns the number of the task in its scope.
     *
     * @return the number, from 1
     */
    public long number() {
        return number;
    }

    /**
     * Returns how long the task waited for a worker.
     *
     * @return nanoseconds, 0 if unknown
     */
    public long waitedNanos() {
        return hasRun() ? started - submitted : 0;
    }

    /**
     * Returns how long the body ran.
     *
     * @return nanoseconds, 0 if unknown
     */
    public long ranNanos() {
        return ran;
    }

    /**
     * Returns the name of the worker that ran the task.
     *
     * @return the name, empty if unknown
     */
    public String worker() {
        return worker;
    }
}
