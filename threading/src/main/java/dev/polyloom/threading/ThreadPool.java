package dev.polyloom.threading;

import dev.polyloom.threading.backend.Action;
import dev.polyloom.threading.backend.PoolCore;
import dev.polyloom.threading.backend.PoolTask;
import dev.polyloom.threading.backend.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Threads that run tasks, each one at a time. Safe for use by several threads.
 *
 * <pre>{@code
 * try (ThreadPool pool = ThreadPool.builder().workers(4).name("images").open()) {
 *     PoolFuture<Integer> answer = pool.submit(() -> 6 * 7);
 *     List<Integer> lengths = pool.map(List.of("a", "bc"), String::length);
 *     int result = answer.await();
 * }
 * }</pre>
 *
 * <p>A worker first runs what its own tasks handed in, then what others did, then what it takes
 * from other workers, and sleeps when there is nothing; where there is one queue, it takes from
 * that. No task ends a worker, whatever it throws. Tasks may hand in tasks and wait for them. The
 * workers are daemons, and are meant for work that computes: what waits for long is better off in
 * threads of its own, see {@link ThreadBuilder#virtual()}.
 */
public final class ThreadPool implements Executor, AutoCloseable {
    private final PoolCore core;
    private final @Nullable PendingTasks pending;

    ThreadPool(PoolCore core, @Nullable PendingTasks pending) {
        this.core = core;
        this.pending = pending;
    }

    /**
     * Describes a pool that is to be opened.
     *
     * @return a builder of a pool with as many workers as run at the same time, and without limit
     */
    public static ThreadPoolBuilder builder() {
        return new ThreadPoolBuilder();
    }

    /**
     * Has something done by a worker. What it throws goes to the handler of uncaught failures, and
     * is counted.
     *
     * @param body what is done
     * @throws PoolException if the pool is shut down, or full and its policy is to refuse; also if
     *     the thread is interrupted while it waits for room, and the interrupt stays pending
     */
    @Override
    public void execute(Runnable body) {
        PoolFuture<?> _ =
                this.<@Nullable Object>submit(new Action(Objects.requireNonNull(body, "body")));
    }

    /**
     * Hands in a task.
     *
     * @param body what it does; its result may be null
     * @param <T> the type of its result
     * @return the task
     * @throws PoolException if the pool is shut down, or full and its policy is to refuse; also if
     *     the thread is interrupted while it waits for room, and the interrupt stays pending
     */
    public <T extends @Nullable Object> PoolFuture<T> submit(Callable<T> body) {
        PoolTask<T> task = core.newTask(Objects.requireNonNull(body, "body"));
        if (pending == null) {
            core.start(task);
            return task;
        }
        try {
            admit(pending, task, Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PoolException(
                    "interrupted while waiting for room in pool '%s'".formatted(core.name()), e);
        }
        return task;
    }

    /**
     * Hands in a task, and waits for room no longer than a time.
     *
     * @param body what it does; its result may be null
     * @param most the longest wait; does not wait if not positive
     * @param <T> the type of its result
     * @return the task
     * @throws TimedOutException if there is no room in time
     * @throws PoolException if the pool is shut down, or full and its policy is to refuse
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <T extends @Nullable Object> PoolFuture<T> submit(Callable<T> body, Duration most)
            throws InterruptedException {
        PoolTask<T> task = core.newTask(Objects.requireNonNull(body, "body"));
        long nanos = Nanos.of(most);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (pending == null) {
            core.start(task);
        } else {
            admit(pending, task, nanos);
        }
        return task;
    }

    private void admit(PendingTasks tasks, PoolTask<?> task, long nanos)
            throws InterruptedException {
        if (tasks.admit(task, nanos)) {
            return;
        }
        Runner own = core.current();
        if (own != null) {
            task.help(own);
            return;
        }
        Runner caller = new Runner(Thread.currentThread());
        core.enlist(caller);
        try {
            task.run(caller);
        } finally {
            core.retire(caller);
        }
    }

    /**
     * Applies a function to each item, by the workers and by this thread, and waits. When it ends,
     * in whatever way, nothing of it runs any more. It needs no room among the pending tasks, and
     * goes on if all workers have other things to do.
     *
     * @param items the items, which may be null; not to be changed meanwhile
     * @param function the function; its results may be null
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @return the results in the order of the items; cannot be modified
     * @throws JoinException if the function throws, as soon as this thread is through with its own
     *     item; the workers are interrupted at once; the cause is what was thrown first
     * @throws PoolException if the pool is shut down
     * @throws InterruptedException if this thread is interrupted, before or meanwhile; the workers
     *     are interrupted then
     */
    public <T extends @Nullable Object, R extends @Nullable Object> List<R> map(
            Collection<? extends T> items, Function<? super T, ? extends R> function)
            throws InterruptedException {
        if (core.isShutdown() && core.current() == null) {
            throw core.refusal(null);
        }
        return new PoolMap<T, R>(core, items, Objects.requireNonNull(function, "function")).run();
    }

    /**
     * Does something with each item, by the workers and by this thread, and waits, as {@link #map}
     * does.
     *
     * @param items the items, which may be null; not to be changed meanwhile
     * @param action what is done
     * @param <T> the type of an item
     * @throws JoinException if the action throws, as soon as this thread is through with its own
     *     item; the workers are interrupted at once; the cause is what was thrown first
     * @throws PoolException if the pool is shut down
     * @throws InterruptedException if this thread is interrupted, before or meanwhile; the workers
     *     are interrupted then
     */
    public <T extends @Nullable Object> void forEach(
            Collection<? extends T> items, Consumer<? super T> action) throws InterruptedException {
        Objects.requireNonNull(action, "action");
        List<?> _ =
                this.<T, @Nullable Object>map(
                        items,
                        item -> {
                            action.accept(item);
                            return null;
                        });
    }

    /**
     * Takes no more tasks, save from its own tasks; does not wait. What was handed in is still run.
     */
    public void shutdown() {
        if (pending != null) {
            pending.close();
        }
        core.shutdown();
    }

    /**
     * Takes no more tasks, runs what was handed in for a time, then cancels what is left: what
     * nobody has begun never runs, and what runs is interrupted. Does not wait for what does not
     * heed the interrupt.
     *
     * @param most how long to let tasks run
     * @return the bodies that were never begun, in no given order; those of {@link #execute} as
     *     callables
     * @throws PoolException if a task of the pool itself asks for it
     * @throws InterruptedException if this thread is interrupted, before or meanwhile; the pool is
     *     shut down, and its tasks go on
     */
    public List<Callable<?>> shutdown(Duration most) throws InterruptedException {
        long nanos = Nanos.of(most);
        shutdown();
        core.throwIfWorker();
        return core.awaitTermination(Math.max(0, nanos)) ? List.of() : cancelAll();
    }

    private List<Callable<?>> cancelAll() {
        List<Callable<?>> begunLater = new ArrayList<>(core.stop());
        if (pending != null) {
            Elements.each(pending.drain(), core::abandon);
        }
        begunLater.addAll(core.stop());
        return begunLater;
    }

    /**
     * Takes no more tasks, and waits for all that were handed in. If this thread is interrupted,
     * they are cancelled, what runs is awaited, and the interrupt stays pending.
     *
     * @throws PoolException if a task of the pool itself asks for it
     */
    @Override
    public void close() {
        shutdown();
        core.throwIfWorker();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = core.awaitTermination(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                interrupted = true;
                List<?> _ = cancelAll();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Tells whether the pool takes no more tasks.
     *
     * @return true after a shutdown
     */
    public boolean isShutdown() {
        return core.isShutdown();
    }

    /**
     * Tells whether the pool is shut down and all its workers have ended.
     *
     * @return true if nothing of it runs any more
     */
    public boolean isTerminated() {
        return core.isTerminated();
    }

    /**
     * Returns what the pool does and has done.
     *
     * @return a snapshot
     */
    public PoolStatus status() {
        return new PoolStatus(
                core.name(),
                core.workers(),
                core.running(),
                pending == null ? core.queued() : pending.size(),
                core.succeeded(),
                core.failed(),
                core.cancelled(),
                pending == null ? 0 : pending.rejected(),
                core.givenUp(),
                core.stolen());
    }

    @Override
    public String toString() {
        return "pool '%s'".formatted(core.name());
    }
}
