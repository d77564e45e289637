package dev.polyloom.threading.backend;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Workers that take their work from queues under one lock. */
public abstract class QueuePoolCore extends PoolCore {
    /** Guards all that can change. */
    protected final CoreLock lock = Platform.backend().newLock();

    /** Where workers wait for work. */
    protected final CoreCondition change = lock.newCondition();

    private final CoreCondition end = lock.newCondition();

    /** Whether only workers hand in work. */
    protected boolean shutdown;

    /** How many workers take work. */
    protected int alive;

    /** Makes the base of a pool without workers yet. */
    protected QueuePoolCore(String name, int workers, Consumer<? super Throwable> uncaught) {
        super(name, workers, uncaught);
    }

    @Override
    public final <T extends @Nullable Object> PoolTask<T> newTask(Callable<T> body) {
        return new QueuedTask<>(this, body);
    }

    /** With the lock held, waits for work, or for something else. */
    @SuppressWarnings({"EmptyCatch", "WaitNotInLoop"}) // an interrupt is no reason to end
    protected final void awaitChange() {
        try {
            change.await();
        } catch (InterruptedException _) {
        }
    }

    /**
     * With the lock held, counts a worker out: as soon as it takes no more work, or others would
     * count on it.
     */
    protected final void leave() {
        alive--;
        end.signalAll();
    }

    @Override
    public void shutdown() {
        lock.lock();
        try {
            shutdown = true;
            change.signalAll();
            end.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final boolean isShutdown() {
        lock.lock();
        try {
            return shutdown;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final boolean isTerminated() {
        lock.lock();
        try {
            return shutdown && alive == 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final boolean awaitTermination(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (!shutdown || alive > 0) {
                if (left <= 0) {
                    return false;
                }
                left = end.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final long stolen() {
        return 0;
    }
}
