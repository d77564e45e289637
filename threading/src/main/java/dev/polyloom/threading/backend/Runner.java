package dev.polyloom.threading.backend;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A thread that runs the tasks of a pool, and what it has done. Only that thread changes it. */
@SuppressWarnings("ReferenceEquality") // work is told apart by identity
public final class Runner {
    private static final int DEEP = 128;

    private final Thread thread;
    private final AtomicReference<@Nullable PoolWork> current = new AtomicReference<>();
    private final AtomicLong succeeded = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Deque<PoolWork> beneath = new ArrayDeque<>(1);

    /** Makes the runner of a thread. */
    public Runner(Thread thread) {
        this.thread = thread;
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Returns what the thread does now, or null if nothing. */
    public @Nullable PoolWork current() {
        return current.get();
    }

    /**
     * Begins with some work.
     *
     * @return what it did before, to be given to {@link #leave}
     */
    public @Nullable PoolWork enter(PoolWork work) {
        PoolWork outer = current.get();
        current.lazySet(work);
        return outer;
    }

    /** Goes back to what it did before. */
    public void leave(@Nullable PoolWork outer) {
        current.lazySet(outer);
    }

    /** Lays what it does now beneath another work. */
    void descend(PoolWork outer) {
        beneath.push(outer);
    }

    void ascend() {
        beneath.pop();
    }

    /** Tells whether so much lies beneath that the stack should not grow without end. */
    boolean isDeep() {
        return beneath.size() >= DEEP;
    }

    /** Tells whether some work goes on only when this thread returns to it. */
    boolean carries(PoolWork work) {
        return work == current.get() || beneath.contains(work);
    }

    void countSucceeded() {
        succeeded.lazySet(succeeded.get() + 1);
    }

    void countFailed() {
        failed.lazySet(failed.get() + 1);
    }

    /** Returns how many tasks returned. */
    public long succeeded() {
        return succeeded.get();
    }

    /** Returns how many tasks threw. */
    public long failed() {
        return failed.get();
    }
}
