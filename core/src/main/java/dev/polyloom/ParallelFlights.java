package dev.polyloom;

import dev.polyloom.internal.CurrentPool;
import dev.polyloom.spi.Pool;
import java.util.LinkedHashSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a parallel map that are under way. Used by the coordinating thread, save for {@link
 * #wake()}; chunks land from any thread.
 */
final class ParallelFlights<T extends @Nullable Object, R extends @Nullable Object>
        implements ParallelChunk.Watcher<T, R> {
    /** How long a wait goes on before it is checked that the scope still lives. */
    private static final long LIFE_CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ParallelBody<T, R> body;
    private final LinkedHashSet<ParallelChunk<T, R>> inFlight = new LinkedHashSet<>();
    private final BlockingQueue<ParallelChunk<T, R>> landed = new LinkedBlockingQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    private volatile @Nullable Thread quietWaiter;

    ParallelFlights(ParallelBody<T, R> body) {
        this.body = body;
    }

    void launch(Scope scope, ParallelItems<T> items, long budgetNanos) {
        ParallelChunk<T, R> chunk =
                new ParallelChunk<>(items, body.submit(scope, items, budgetNanos));
        running.incrementAndGet();
        inFlight.add(chunk);
        chunk.watch(this);
    }

    boolean isEmpty() {
        return inFlight.isEmpty();
    }

    @Override
    public void landed(ParallelChunk<T, R> chunk) {
        landed.add(chunk);
    }

    @Override
    public void ended() {
        if (running.decrementAndGet() == 0) {
            LockSupport.unpark(quietWaiter);
        }
    }

    /** Makes the thread that waits in {@link #await} return. */
    void wake() {
        landed.add(new ParallelChunk<>(new ParallelItems<>(0), new CompletableFuture<>()));
    }

    /** Returns a chunk that has landed, or null if none has. */
    @Nullable ParallelChunk<T, R> poll() {
        for (ParallelChunk<T, R> chunk = landed.poll(); chunk != null; chunk = landed.poll()) {
            if (inFlight.remove(chunk)) {
                return chunk;
            }
        }
        return null;
    }

    /**
     * Waits for a chunk to land, or for {@link #wake()}. A worker that waits lets another task run
     * in its place.
     *
     * @return the chunk, or null after the time or when woken
     * @throws CancellationException if the scope has ended and a chunk can land no more
     */
    @Nullable ParallelChunk<T, R> await(Scope scope, long nanos) throws InterruptedException {
        Pool pool = CurrentPool.get();
        if (pool != null) {
            pool.blocked();
        }
        try {
            ParallelChunk<T, R> chunk = take(scope, nanos);
            return chunk != null && inFlight.remove(chunk) ? chunk : null;
        } finally {
            if (pool != null) {
                pool.unblocked();
            }
        }
    }

    private @Nullable ParallelChunk<T, R> take(Scope scope, long nanos)
            throws InterruptedException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            ParallelChunk<T, R> chunk =
                    landed.poll(Math.min(left, LIFE_CHECK_NANOS), TimeUnit.NANOSECONDS);
            if (chunk != null) {
                return chunk;
            }
            requireAlive(scope);
        }
        return null;
    }

    private void requireAlive(Scope scope) {
        if (scope.isTerminated()
                && landed.isEmpty()
                && inFlight.stream().noneMatch(chunk -> chunk.future().isDone())) {
            throw new CancellationException(
                    "scope %s was shut down while a parallel map still had items under way in it"
                            .formatted(scope.name()));
        }
    }

    /** Cancels all chunks, those first that were launched last, and forgets them. */
    void cancel() {
        for (ParallelChunk<T, R> chunk : inFlight.reversed()) {
            chunk.future().cancel(true);
        }
        inFlight.clear();
    }

    /**
     * Waits, whether interrupted or not, until nothing runs any more of what was ever launched.
     *
     * @return how many chunks still run after the time
     */
    int awaitQuiet(long nanos) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = false;
        quietWaiter = Thread.currentThread();
        for (long left = nanos; running.get() > 0 && left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            interrupted |= Thread.interrupted();
        }
        quietWaiter = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return running.get();
    }
}
