package dev.polyloom.threading;

import dev.polyloom.threading.backend.Platform;
import dev.polyloom.threading.backend.PoolCore;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Describes a pool that is to be opened. Opening several pools with one builder is fine; it is not
 * safe for use by several threads.
 */
public final class ThreadPoolBuilder {
    private static final int MOST_WORKERS = 10_000;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private int workers = Capabilities.current().parallelism();
    private @Nullable String name;
    private int maxPending;
    private FullPolicy policy = FullPolicy.BLOCK;
    private Consumer<? super Throwable> uncaught = ThreadPoolBuilder::toHandlerOfThread;

    ThreadPoolBuilder() {}

    /**
     * Sets how many workers there may be.
     *
     * @param value from 1 to 10,000; the parallelism of the platform unless said
     * @return this
     * @throws IllegalArgumentException if it is not of that range
     */
    public ThreadPoolBuilder workers(int value) {
        if (value < 1 || value > MOST_WORKERS) {
            throw new IllegalArgumentException(
                    "a pool has from 1 to %d workers, not %d".formatted(MOST_WORKERS, value));
        }
        workers = value;
        return this;
    }

    /**
     * Names the pool; its workers are named after it.
     *
     * @param value the name; {@code pool-} and a number unless said
     * @return this
     */
    public ThreadPoolBuilder name(String value) {
        name = Objects.requireNonNull(value, "name");
        return this;
    }

    /**
     * Limits how many tasks may be pending, that is handed in and not begun. There is no limit
     * unless said.
     *
     * @param most the limit, at least 1
     * @param whenFull what happens to the tasks that come then
     * @return this
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public ThreadPoolBuilder maxPending(int most, FullPolicy whenFull) {
        if (most < 1) {
            throw new IllegalArgumentException("at least 1 task may be pending, not " + most);
        }
        policy = Objects.requireNonNull(whenFull, "whenFull");
        maxPending = most;
        return this;
    }

    /**
     * Says who hears of what the tasks of {@link ThreadPool#execute} and the actions of {@link
     * PoolFuture#onDone} throw.
     *
     * @param handler called by the thread in which it happened; the uncaught exception handler of
     *     that thread unless said. What it throws is lost
     * @return this
     */
    public ThreadPoolBuilder uncaught(Consumer<? super Throwable> handler) {
        uncaught = Objects.requireNonNull(handler, "handler");
        return this;
    }

    private static void toHandlerOfThread(Throwable failure) {
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        if (handler != null) {
            handler.uncaughtException(thread, failure);
        }
    }

    /**
     * Opens the pool. Its workers are started as they are needed.
     *
     * @return the pool
     */
    public ThreadPool open() {
        String known = name == null ? "pool-" + NUMBERS.incrementAndGet() : name;
        PoolCore core = Platform.backend().openPool(known, workers, uncaught);
        return new ThreadPool(
                core, maxPending == 0 ? null : new PendingTasks(core, maxPending, policy));
    }
}
