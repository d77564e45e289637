package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A virtual thread for each task, a bounded number at once; tasks start in order. A task that waits
 * for another gives up its place, as in {@link PlatformPool}.
 */
final class BoundedVirtualPool implements Pool, StallWatch.Stallable {
    private final int workers;
    private final ThreadFactory factory;
    private final StallWatch watch = new StallWatch(this);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition terminated = lock.newCondition();
    private final Queue<ScopeTask<?>> queue = new ArrayDeque<>();
    private int running;
    private int blocked;
    private int stalled;
    private long completed;
    private boolean shutdown;

    BoundedVirtualPool(String name, int workers) {
        this.workers = workers;
        this.factory =
                Thread.ofVirtual()
                        .name(name)
                        .uncaughtExceptionHandler(CurrentPool.mark(this))
                        .factory();
    }

    @Override
    public void execute(ScopeTask<?> task) {
        lock.lock();
        try {
            if (shutdown) {
                throw new RejectedExecutionException("the scope is closed and takes no more tasks");
            }
            queue.add(task);
            startWaiting();
        } finally {
            lock.unlock();
        }
        watch.tasksWait();
    }

    private void startWaiting() {
        while (running - blocked < workers + stalled) {
            ScopeTask<?> task = queue.poll();
            if (task == null) {
                return;
            }
            Thread thread = factory.newThread(() -> run(task));
            running++;
            threads.add(thread);
            thread.start();
        }
    }

    private void run(ScopeTask<?> task) {
        try {
            task.run();
        } finally {
            ended();
        }
    }

    private void ended() {
        lock.lock();
        try {
            running--;
            completed++;
            threads.remove(Thread.currentThread());
            startWaiting();
            signalTermination();
        } finally {
            lock.unlock();
        }
    }

    private void signalTermination() {
        if (isTerminatedLocked()) {
            terminated.signalAll();
        }
    }

    private boolean isTerminatedLocked() {
        return shutdown && running == 0 && queue.isEmpty();
    }

    @Override
    public void blocked() {
        resize(1, 0);
    }

    @Override
    public void unblocked() {
        resize(-1, 0);
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
            startWaiting();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasQueued() {
        lock.lock();
        try {
            return !queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long progress() {
        lock.lock();
        try {
            return completed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Set<Thread> threads() {
        return threads;
    }

    @Override
    public void shutdown() {
        lock.lock();
        try {
            shutdown = true;
            signalTermination();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<ScopeTask<?>> shutdownNow() {
        List<ScopeTask<?>> neverStarted = new ArrayList<>();
        lock.lock();
        try {
            shutdown = true;
            for (ScopeTask<?> task : queue) {
                if (task.withdraw()) {
                    neverStarted.add(task);
                }
            }
            queue.clear();
            threads.forEach(Thread::interrupt);
            signalTermination();
        } finally {
            lock.unlock();
        }
        return neverStarted;
    }

    @Override
    public boolean isShutdown() {
        lock.lock();
        try {
            return shutdown;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isTerminated() {
        lock.lock();
        try {
            return isTerminatedLocked();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (!isTerminatedLocked()) {
                if (left <= 0) {
                    return false;
                }
                left = terminated.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int workers() {
        return workers;
    }

    @Override
    public PoolSnapshot snapshot() {
        lock.lock();
        try {
            return new PoolSnapshot(running, running - blocked, queue.size(), completed, 0, 0);
        } finally {
            lock.unlock();
        }
    }
}
