package dev.polyloom;

import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The workers of a pool that somebody else owns, with a life of its own: it ends when the tasks
 * that went through it have ended, and the owner's pool goes on. An owner that ends the pool tells
 * nobody, and may drop tasks; whoever waits for the end looks for that at intervals.
 */
final class BorrowedPool implements Pool {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Pool owner;
    private final TaskCounters lender;
    private final Set<ScopeTask<?>> live = ConcurrentHashMap.newKeySet();
    private final Object ending = new Object();
    private volatile boolean shutdown;

    BorrowedPool(Pool owner, TaskCounters lender) {
        this.owner = owner instanceof BorrowedPool view ? view.owner : owner;
        this.lender = owner instanceof BorrowedPool view ? view.lender : lender;
    }

    @Override
    public void execute(ScopeTask<?> task) {
        live.add(task);
        if (shutdown) {
            forget(task);
            throw new RejectedExecutionException("the scope is closed and takes no more tasks");
        }
        try {
            owner.execute(task);
        } catch (RejectedExecutionException e) {
            forget(task);
            throw e;
        }
        lender.lentTaken();
    }

    @Override
    public <T> Optional<T> extension(Class<T> type) {
        return owner.extension(type);
    }

    /** Tells whether the workers are those of an executor that the caller brought. */
    boolean isCallers() {
        return owner instanceof CallerPool;
    }

    void ended(ScopeTask<?> task) {
        lender.lentEnded();
        forget(task);
    }

    private void forget(ScopeTask<?> task) {
        live.remove(task);
        if (shutdown && live.isEmpty()) {
            synchronized (ending) {
                ending.notifyAll();
            }
        }
    }

    @Override
    public void awaited(ScopeTask<?> task) {
        owner.awaited(task);
    }

    @Override
    public void abandon(ScopeTask<?> task, boolean mayInterrupt) {
        owner.abandon(task, mayInterrupt);
    }

    @Override
    public void shutdown() {
        synchronized (ending) {
            shutdown = true;
            ending.notifyAll();
        }
    }

    @Override
    public List<ScopeTask<?>> shutdownNow() {
        shutdown();
        List<ScopeTask<?>> neverStarted = new ArrayList<>();
        List<ScopeTask<?>> started = new ArrayList<>();
        for (ScopeTask<?> task : live) {
            (task.withdraw() ? neverStarted : started).add(task);
        }
        // only now, as a worker that is interrupted takes the next task
        for (ScopeTask<?> task : started) {
            task.interrupt();
            owner.abandon(task, true);
        }
        neverStarted.sort(Comparator.comparingLong(ScopeTask::number));
        return neverStarted;
    }

    @Override
    public boolean isShutdown() {
        return shutdown || owner.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return isShutdown() && (live.isEmpty() || owner.isTerminated());
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        synchronized (ending) {
            while (!isTerminated()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(ending, Math.min(left, LOOK_NANOS));
            }
        }
        return true;
    }

    @Override
    public int workers() {
        return owner.workers();
    }

    @Override
    public PoolSnapshot snapshot() {
        return owner.snapshot();
    }
}
