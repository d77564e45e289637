package dev.polyloom.internal;

import dev.polyloom.spi.PoolSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets a bounded number of tasks through at once, in order. A task that waits for another gives up
 * its place, as in {@link PlatformPool}.
 *
 * <p>A task for which no thread can be had goes back to the head of the queue until another one
 * ends; if no other is left that could, it fails.
 *
 * @param <T> what stands for a task
 */
final class AdmissionGate<T> implements StallWatch.Stallable {
    private final int bound;
    private final Owner<T> owner;
    private final StallWatch watch = new StallWatch(this);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<T> queue = new ArrayDeque<>();
    private int admitted;
    private int blocked;
    private int stalled;
    private long ended;
    private boolean shutdown;

    /**
     * Who runs the tasks that are let through.
     *
     * @param <T> what stands for a task
     */
    interface Owner<T> {
        /**
         * Starts a thread that runs a task between {@link #begins()} and {@link #ends()}; called
         * under the lock.
         */
        void launch(T task);

        /** Fails a task that cannot be launched. */
        void failed(T task, Throwable cause);

        /** The gate is shut and the last task has ended; called under the lock. */
        void emptied();
    }

    /** A task that cannot be launched; it counts as admitted until it has failed. */
    private record Refused<T>(T task, Throwable cause) {}

    /**
     * Makes an open gate.
     *
     * @param bound how many tasks at once
     * @param owner runs them
     */
    AdmissionGate(int bound, Owner<T> owner) {
        this.bound = bound;
        this.owner = owner;
    }

    void submit(T task) {
        Refused<T> refused;
        lock.lock();
        try {
            if (shutdown) {
                throw new RejectedExecutionException("the scope is closed and takes no more tasks");
            }
            queue.add(task);
            refused = admit();
        } finally {
            lock.unlock();
        }
        fail(refused);
        watch.tasksWait();
    }

    /** Lets through what may go, and returns a task that is to fail, or null. */
    private @Nullable Refused<T> admit() {
        while (admitted - blocked < bound + stalled && !queue.isEmpty()) {
            T next = queue.remove();
            admitted++;
            try {
                owner.launch(next);
            } catch (RejectedExecutionException | Error e) {
                if (admitted == 1) {
                    return new Refused<>(next, e);
                }
                admitted--;
                queue.addFirst(next);
                return null;
            }
        }
        return null;
    }

    private void fail(@Nullable Refused<T> first) {
        for (Refused<T> refused = first; refused != null; refused = leave()) {
            owner.failed(refused.task, refused.cause);
        }
    }

    /** Tells that the calling thread begins a task that was let through. */
    void begins() {
        threads.add(Thread.currentThread());
    }

    /** Tells that the calling thread has ended a task. */
    void ends() {
        threads.remove(Thread.currentThread());
        fail(leave());
    }

    private @Nullable Refused<T> leave() {
        lock.lock();
        try {
            admitted--;
            ended++;
            Refused<T> refused = admit();
            tellIfEmptied();
            return refused;
        } finally {
            lock.unlock();
        }
    }

    private void tellIfEmptied() {
        if (shutdown && admitted == 0 && queue.isEmpty()) {
            owner.emptied();
        }
    }

    /** Lets so many more tasks, or fewer, wait for others without counting them. */
    void blocked(int change) {
        resize(change, 0);
    }

    @Override
    public void addForStall(int more) {
        resize(0, more);
    }

    private void resize(int blockedChange, int stalledChange) {
        Refused<T> refused;
        lock.lock();
        try {
            blocked += blockedChange;
            stalled = Math.max(0, stalled + stalledChange);
            refused = admit();
        } finally {
            lock.unlock();
        }
        fail(refused);
    }

    @Override
    public boolean hasQueued() {
        return queued() > 0;
    }

    int queued() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long progress() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /** Returns those that run a task; while some are yet to begin, one that is sure to run. */
    @Override
    public Set<Thread> threads() {
        lock.lock();
        try {
            return threads.size() < admitted ? Set.of(Thread.currentThread()) : threads;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more tasks; those that wait are still let through. */
    void shutdown() {
        lock.lock();
        try {
            shutdown = true;
            tellIfEmptied();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more tasks, and gives back those that wait. */
    List<T> shutdownNow() {
        lock.lock();
        try {
            shutdown = true;
            List<T> waiting = new ArrayList<>(queue);
            queue.clear();
            tellIfEmptied();
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** Returns what the tasks look like at this moment. */
    PoolSnapshot snapshot() {
        lock.lock();
        try {
            return new PoolSnapshot(admitted, admitted - blocked, queue.size(), ended, 0, 0);
        } finally {
            lock.unlock();
        }
    }
}
