package dev.polyloom.threading.backend;

import dev.polyloom.threading.PoolException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The workers of a pool, and what is counted of them. Safe for use by several threads.
 *
 * <p>A pool ends in two steps. After {@link #shutdown()} only its own workers hand in work, and
 * what is there is done to the end. After {@link #stop()} nothing begins any more.
 */
public abstract class PoolCore {
    private final String name;
    private final int workers;
    private final Consumer<? super Throwable> uncaught;
    private final List<Runner> runners = new ArrayList<>();
    private final List<Runnable> stopActions = new CopyOnWriteArrayList<>();
    private final List<Callable<?>> notRun = new ArrayList<>();
    private final AtomicLong cancelled = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();
    private long succeededBefore;
    private long failedBefore;
    private volatile boolean stopping;
    private @Nullable Consumer<? super PoolTask<?>> departure;

    /**
     * Makes the base of a pool without workers yet.
     *
     * @param name the name of the pool
     * @param workers how many there may be
     * @param uncaught gets what nobody else would hear of
     */
    protected PoolCore(String name, int workers, Consumer<? super Throwable> uncaught) {
        this.name = name;
        this.workers = workers;
        this.uncaught = uncaught;
    }

    /** Makes a task that nobody knows of yet. */
    public abstract <T extends @Nullable Object> PoolTask<T> newTask(Callable<T> body);

    /**
     * Hands work to the workers.
     *
     * @throws PoolException if the pool is shut down and this is no worker of it
     */
    public abstract void start(PoolWork work);

    /** Returns this thread if it is a worker of the pool. */
    public abstract @Nullable Runner current();

    /** Lets only workers hand in work from now on. */
    public abstract void shutdown();

    /** Tells whether the pool is shut down. */
    public abstract boolean isShutdown();

    /** Tells whether the pool is shut down and its workers are gone. */
    public abstract boolean isTerminated();

    /**
     * Waits for the workers to be gone after a shutdown.
     *
     * @return whether they are
     */
    public abstract boolean awaitTermination(long nanos) throws InterruptedException;

    /** Takes all work that nobody has begun. */
    protected abstract List<PoolWork> drain();

    /** Returns how much work nobody has begun; approximate. */
    public abstract long queued();

    /** Returns how often a worker took work from another; 0 if they share a queue. */
    public abstract long stolen();

    /**
     * Waits for a task in a worker that is to do nothing else meanwhile, if another thread can
     * stand in for it.
     *
     * @return whether that was done
     */
    protected boolean awaitWithStandIn(PoolTask<?> task, long nanos) throws InterruptedException {
        return false;
    }

    /** Forgets a task that will not be begun, if the workers have it. */
    protected void forget(PoolTask<?> task) {}

    /** Sets what hears of each task that is begun, or given up before. Called before any task. */
    public void onDeparture(Consumer<? super PoolTask<?>> action) {
        departure = action;
    }

    /** Has something done when the pool stops, until {@link #removeStopAction}. */
    public void addStopAction(Runnable action) {
        stopActions.add(action);
        if (stopping) {
            action.run();
        }
    }

    /** Takes an action back. */
    public void removeStopAction(Runnable action) {
        stopActions.remove(action);
    }

    /**
     * Gives up all tasks that nobody has begun and cancels those that run.
     *
     * @return the bodies of those that were never begun
     */
    public List<Callable<?>> stop() {
        stopping = true;
        List<PoolWork> works = drain();
        for (int i = 0; i < works.size(); i++) {
            abandonTask(works.get(i));
        }
        for (Runner each : snapshot()) {
            abandonTask(each.current());
        }
        for (Runnable each : stopActions.toArray(new Runnable[0])) {
            each.run();
        }
        synchronized (notRun) {
            List<Callable<?>> taken = List.copyOf(notRun);
            notRun.clear();
            return taken;
        }
    }

    private void abandonTask(@Nullable PoolWork work) {
        if (work instanceof PoolTask<?> task) {
            abandon(task);
        }
    }

    /** Gives up a task, and keeps its body if nobody has begun it. */
    public void abandon(PoolTask<?> task) {
        Callable<?> body = task.body();
        if (task.abandon(Failure.cancelled(name))) {
            keep(body);
        } else {
            task.cancel();
        }
    }

    void keep(@Nullable Callable<?> body) {
        if (body != null) {
            synchronized (notRun) {
                notRun.add(body);
            }
        }
    }

    /** Tells whether nothing begins any more. */
    public final boolean isStopping() {
        return stopping;
    }

    /** Returns the error of one who comes too late. */
    public final PoolException refusal(@Nullable Throwable cause) {
        return new PoolException("pool '%s' is shut down".formatted(name), cause);
    }

    /** Refuses a worker that would wait for its own end. */
    public final void throwIfWorker() {
        if (current() != null) {
            throw new PoolException(
                    "a task of pool '%s' cannot wait for its end".formatted(name), null);
        }
    }

    /** Hears of a task from the thread that begins it. */
    protected void begun(PoolTask<?> task) {
        departed(task);
    }

    final void abandoned(PoolTask<?> task) {
        forget(task);
        departed(task);
    }

    private void departed(PoolTask<?> task) {
        if (departure != null) {
            departure.accept(task);
        }
    }

    final void countEnded(boolean wasCancelled) {
        (wasCancelled ? cancelled : givenUp).incrementAndGet();
    }

    /** Hands a failure that nobody waits for to whom it may concern. */
    @SuppressWarnings("EmptyCatch") // there is nobody left to tell
    public final void report(Throwable failure) {
        try {
            uncaught.accept(failure);
        } catch (Throwable _) {
        }
    }

    /** Counts a thread among those that run tasks. */
    public final void enlist(Runner runner) {
        synchronized (runners) {
            runners.add(runner);
        }
    }

    /** Keeps only the figures of a thread that runs no more tasks. */
    public final void retire(Runner runner) {
        synchronized (runners) {
            if (runners.remove(runner)) {
                succeededBefore += runner.succeeded();
                failedBefore += runner.failed();
            }
        }
    }

    private Runner[] snapshot() {
        synchronized (runners) {
            return runners.toArray(new Runner[0]);
        }
    }

    /** Returns the name of the pool. */
    public final String name() {
        return name;
    }

    /** Returns how many workers there may be. */
    public final int workers() {
        return workers;
    }

    /** Returns how many threads run something. */
    public final int running() {
        synchronized (runners) {
            return (int) runners.stream().filter(each -> each.current() != null).count();
        }
    }

    /** Returns how many tasks returned. */
    public final long succeeded() {
        synchronized (runners) {
            return succeededBefore + runners.stream().mapToLong(Runner::succeeded).sum();
        }
    }

    /** Returns how many tasks threw. */
    public final long failed() {
        synchronized (runners) {
            return failedBefore + runners.stream().mapToLong(Runner::failed).sum();
        }
    }

    /** Returns how many tasks were cancelled. */
    public final long cancelled() {
        return cancelled.get();
    }

    /** Returns how many tasks the pool gave up. */
    public final long givenUp() {
        return givenUp.get();
    }
}
