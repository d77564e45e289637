package dev.polyloom.threading;

import dev.polyloom.threading.backend.Failure;
import dev.polyloom.threading.backend.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Workers that share nothing with the program but bytes, so that they run in parallel on every
 * platform, also where threads take turns. They know their tasks by name. Safe for use by several
 * threads.
 *
 * <pre>{@code
 * WorkerTasks tasks = new WorkerTasks().register("reverse", bytes -> reversed(bytes));
 * try (WorkerPool pool = WorkerPool.builder(tasks).workers(2).name("text").open()) {
 *     byte[] result = pool.submit("reverse", "abc".getBytes(UTF_8)).await();
 * }
 * }</pre>
 *
 * <p>A task that throws fails with a {@link WorkerException}, and its worker goes on. Payloads and
 * results are copied.
 */
public final class WorkerPool implements AutoCloseable {
    private final WorkerCore core;
    private final WorkerTasks tasks;
    private final long timeout;

    WorkerPool(WorkerCore core, WorkerTasks tasks, long timeout) {
        this.core = core;
        this.tasks = tasks;
        this.timeout = timeout;
    }

    /**
     * Describes a pool that is to be opened.
     *
     * @param tasks the tasks that its workers know; what is registered later is not known to them
     * @return a builder of a pool with as many workers as run at the same time
     */
    public static WorkerPoolBuilder builder(WorkerTasks tasks) {
        return new WorkerPoolBuilder(Objects.requireNonNull(tasks, "tasks"));
    }

    /**
     * Hands in a task.
     *
     * @param name the name of the task
     * @param payload its bytes
     * @return the task; fails with a {@link WorkerException} if it throws
     * @throws IllegalArgumentException if there is no such task; the message names those near
     * @throws PoolException if the pool is full, or shut down
     */
    public PoolFuture<byte[]> submit(String name, byte[] payload) {
        return hand(name, payload, timeout, false).getFirst();
    }

    /**
     * Hands in a task with a time of its own.
     *
     * @param name the name of the task
     * @param payload its bytes
     * @param most how long it may run from its begin; then it fails with a {@link
     *     TimedOutException} and is interrupted
     * @return the task; fails with a {@link WorkerException} if it throws
     * @throws IllegalArgumentException if there is no such task, where the message names those
     *     near, or if the time is not positive
     * @throws PoolException if the pool is full, or shut down
     */
    public PoolFuture<byte[]> submit(String name, byte[] payload, Duration most) {
        return hand(name, payload, WorkerPoolBuilder.positive(most), false).getFirst();
    }

    /**
     * Hands in a task for every worker, each of which does it before what it has not begun. A task
     * of the pool itself cannot wait for it: that is refused with a {@link PoolException}, as the
     * workers would wait for each other.
     *
     * @param name the name of the task
     * @param payload its bytes; each worker gets a copy
     * @return the tasks in the order of the workers
     * @throws IllegalArgumentException if there is no such task; the message names those near
     * @throws PoolException if the pool has no room for all of them, or is shut down
     */
    public List<PoolFuture<byte[]>> broadcast(String name, byte[] payload) {
        return hand(name, payload, timeout, true);
    }

    private List<PoolFuture<byte[]>> hand(String name, byte[] payload, long nanos, boolean toEach) {
        WorkerTask task = tasks.get(name);
        byte[] copy = payload.clone();
        Callable<byte[]> body = () -> run(name, task, copy.clone());
        List<WorkerJob> jobs =
                Stream.generate(() -> new WorkerJob(core, name, body, nanos, toEach))
                        .limit(toEach ? core.workers() : 1)
                        .toList();
        core.hand(jobs);
        return new ArrayList<>(jobs);
    }

    private static byte[] run(String name, WorkerTask task, byte[] payload)
            throws FailureException {
        try {
            return task.run(payload).clone();
        } catch (Throwable e) {
            throw new FailureException(failed(name, e));
        }
    }

    private static Failure failed(String name, Throwable cause) {
        String message =
                "task '%s' failed in worker '%s': %s"
                        .formatted(name, Thread.currentThread().getName(), cause);
        return Failure.verdict(() -> new WorkerException(message, cause));
    }

    /**
     * Returns what each worker does and has done.
     *
     * @return a snapshot, in the order of the workers
     */
    public List<WorkerStatus> status() {
        return core.status();
    }

    /**
     * Returns how many tasks nobody has begun.
     *
     * @return the number
     */
    public int pending() {
        return Math.toIntExact(core.queued());
    }

    /** Takes no more tasks; does not wait. What was handed in is still run. */
    public void shutdown() {
        core.shutdown();
    }

    /**
     * Takes no more tasks, runs what was handed in for a time, then cancels what is left and
     * interrupts what runs. Does not wait for what does not heed the interrupt.
     *
     * @param most how long to let tasks run
     * @return whether all were run
     * @throws PoolException if a task of the pool itself asks for it; the pool is shut down
     * @throws InterruptedException if this thread is interrupted, before or meanwhile; the pool is
     *     shut down, and its tasks go on
     */
    public boolean shutdown(Duration most) throws InterruptedException {
        long nanos = Nanos.of(most);
        core.shutdown();
        core.throwIfWorker();
        boolean ended = core.awaitTermination(nanos);
        if (!ended) {
            List<?> _ = core.stop();
        }
        return ended;
    }

    /**
     * Takes no more tasks, and waits for all that were handed in. If this thread is interrupted,
     * they are cancelled, what runs is awaited, and the interrupt stays pending.
     *
     * @throws PoolException if a task of the pool itself asks for it; the pool is shut down
     */
    @Override
    public void close() {
        core.shutdown();
        core.throwIfWorker();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = core.awaitTermination(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                interrupted = true;
                List<?> _ = core.stop();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "pool '%s'".formatted(core.name());
    }
}
