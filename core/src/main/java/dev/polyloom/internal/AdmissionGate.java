package dev.polyloom.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Lets a bounded number of tasks through at once, in order. A task that waits for another gives up
 * its place, as in {@link PlatformPool}.
 */
final class AdmissionGate implements StallWatch.Stallable {
    private final int bound;
    private final Consumer<AdaptiveTask> launch;
    private final Runnable emptied;
    private final StallWatch watch = new StallWatch(this);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<AdaptiveTask> queue = new ArrayDeque<>();
    private int admitted;
    private int blocked;
    private int stalled;
    private long ended;
    private boolean shutdown;

    /**
     * Makes an open gate.
     *
     * @param bound how many tasks at once
     * @param launch takes each task that is let through; called under the lock
     * @param emptied runs once the gate is shut and the last task has ended
     */
    AdmissionGate(int bound, Consumer<AdaptiveTask> launch, Runnable emptied) {
        this.bound = bound;
        this.launch = launch;
        this.emptied = emptied;
    }

    void submit(AdaptiveTask task) {
        lock.lock();
        try {
            if (shutdown) {
                throw new RejectedExecutionException("the scope is closed and takes no more tasks");
            }
            queue.add(task);
            admit();
        } finally {
            lock.unlock();
        }
        watch.tasksWait();
    }

    private void admit() {
        while (admitted - blocked < bound + stalled && !queue.isEmpty()) {
            admitted++;
            launch.accept(queue.remove());
        }
    }

    /** Tells that the calling thread begins a task that was let through. */
    void begins() {
        threads.add(Thread.currentThread());
    }

    /** Tells that the calling thread has ended a task. */
    void ends() {
        threads.remove(Thread.currentThread());
        lock.lock();
        try {
            admitted--;
            ended++;
            admit();
            tellIfEmptied();
        } finally {
            lock.unlock();
        }
    }

    private void tellIfEmptied() {
        if (shutdown && admitted == 0 && queue.isEmpty()) {
            emptied.run();
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
        lock.lock();
        try {
            blocked += blockedChange;
            stalled = Math.max(0, stalled + stalledChange);
            admit();
        } finally {
            lock.unlock();
        }
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
    List<AdaptiveTask> shutdownNow() {
        lock.lock();
        try {
            shutdown = true;
            List<AdaptiveTask> waiting = new ArrayList<>(queue);
            queue.clear();
            return waiting;
        } finally {
            lock.unlock();
        }
    }
}
