package dev.polyloom;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One application of a parallel map. The thread that asks for the next item takes items from the
 * source, launches chunks and deals with those that land; there is no other thread.
 *
 * <p>Never more items than the look-ahead are taken beyond those handed out.
 */
final class ParallelCall<T extends @Nullable Object, R extends @Nullable Object>
        implements AutoCloseable {
    /** Where the items come from. */
    record Source<T extends @Nullable Object>(
            Iterator<? extends T> items, OptionalLong total, Runnable close) {}

    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Source<T> source;
    private final ParallelBody<T, R> body;
    private final ParallelOptions options;
    private final boolean failFast;
    private final ParallelScope scope;
    private final ParallelFlights<T, R> flights;
    private final ParallelProgress progress;
    private final ReentrantLock coordinating = new ReentrantLock();
    private final ParallelLine<T, R> line;
    private final ArrayList<T> pending = new ArrayList<>();
    private @Nullable ChunkSizer sizer;
    private long deadlineNanos;
    private long taken;
    private boolean exhausted;
    private boolean over;
    private volatile boolean closed;

    ParallelCall(
            Source<T> source, ParallelBody<T, R> body, ParallelOptions options, boolean ordered) {
        this.source = source;
        this.body = body;
        this.options = options;
        this.line = new ParallelLine<>(ordered);
        this.failFast = options.onFailure() == FailurePolicy.FAIL_FAST;
        this.scope = new ParallelScope(options);
        this.flights = new ParallelFlights<>(body);
        this.progress = new ParallelProgress(options.listener(), source.total());
    }

    /** Returns how many items there are, if that is known. */
    OptionalLong total() {
        return source.total();
    }

    /** Returns how many items were taken so far. */
    long taken() {
        return taken;
    }

    /** Returns the next item that is through, waiting for it, or null after the last. */
    @Nullable ParallelItem<T, R> next() {
        return guarded(() -> await(line::poll));
    }

    /**
     * Returns the next items that are through, waiting for them, or null after the last; for a call
     * that hands out none singly.
     */
    @Nullable ParallelResults<T, R> nextAll() {
        return guarded(() -> await(line::pollAll));
    }

    private <X> @Nullable X await(Supplier<@Nullable X> ready) {
        fill();
        X next = ready.get();
        while (next == null && isUnderWay()) {
            awaitLanding();
            fill();
            next = ready.get();
        }
        return next;
    }

    /** Takes an item that is pushed instead of pulled; it is launched once its chunk is full. */
    void push(T item) {
        guarded(() -> {
            ChunkSizer sizes = begun();
            take(item);
            if (pending.size() >= chunkSize(sizes) || !hasRoom()) {
                launchPending();
            }
            return null;
        });
    }

    /** Tells whether an item may be pushed before one is handed out. */
    boolean hasRoom() {
        return sizer == null || taken - line.handedOut() < sizer.lookAhead();
    }

    /** Returns the next item if it is through by now, else null. */
    @Nullable ParallelItem<T, R> poll() {
        return guarded(() -> {
            checkStillWanted();
            landAll();
            return line.poll();
        });
    }

    /** Launches what was pushed, full chunk or not. */
    void flush() {
        guarded(() -> {
            launchPending();
            return null;
        });
    }

    private <X extends @Nullable Object> X guarded(Supplier<X> step) {
        coordinating.lock();
        try {
            if (closed) {
                throw new CancellationException("the parallel map was closed");
            }
            return step.get();
        } catch (Throwable e) {
            endAfter(e);
            throw e;
        } finally {
            coordinating.unlock();
        }
    }

    private void endAfter(Throwable failure) {
        try {
            end();
        } catch (Throwable e) {
            failure.addSuppressed(e);
        }
    }

    /** Tells whether a result will come; what was pushed goes now if nothing else is there. */
    private boolean isUnderWay() {
        if (flights.isEmpty()) {
            launchPending();
        }
        return !flights.isEmpty();
    }

    // ---- taking

    private void fill() {
        if (sizer == null && !exhausted && !source.items().hasNext()) {
            exhausted = true;
        }
        while (!exhausted) {
            ChunkSizer sizes = begun();
            int size = chunkSize(sizes);
            if (taken - line.handedOut() + size > sizes.lookAhead()) {
                return;
            }
            pending.ensureCapacity(size);
            takeUpTo(size);
            launchPending();
        }
    }

    private void takeUpTo(int size) {
        while (pending.size() < size && !exhausted) {
            if (source.items().hasNext()) {
                take(source.items().next());
            } else {
                exhausted = true;
            }
        }
    }

    private int chunkSize(ChunkSizer sizes) {
        return sizes.next(progress.left(taken));
    }

    private void take(T item) {
        pending.add(item);
        taken++;
    }

    private void launchPending() {
        if (!pending.isEmpty()) {
            ParallelItems<T> items = new ParallelItems<>(taken - pending.size(), pending.toArray());
            pending.clear();
            launch(items);
        }
    }

    private void launch(ParallelItems<T> items) {
        if (!over) {
            flights.launch(scope.get(), items, begun().budgetNanos());
        }
    }

    /** Returns the sizes to work with; the first call, for the first item, starts the map. */
    private ChunkSizer begun() {
        if (sizer == null) {
            progress.begin();
            if (options.deadline() != null) {
                deadlineNanos =
                        System.nanoTime() + TimeUnit.NANOSECONDS.convert(options.deadline());
            }
            sizer = sizes(scope.get());
        }
        return sizer;
    }

    private ChunkSizer sizes(Scope running) {
        boolean single = body.isAsync() || (options.timeout() != null && options.chunk() == 0);
        return new ChunkSizer(
                single ? 1 : options.chunk(),
                options.lookAhead(),
                body.isAsync() ? Integer.MAX_VALUE : running.workers(),
                Runtime.getRuntime().availableProcessors(),
                !running.flavor().isInProcess());
    }

    // ---- landing

    private void awaitLanding() {
        checkStillWanted();
        if (landAll() == 0) {
            ParallelChunk<T, R> chunk = awaitChunk();
            checkStillWanted();
            if (chunk != null) {
                land(chunk);
            }
        }
    }

    private @Nullable ParallelChunk<T, R> awaitChunk() {
        try {
            return flights.await(scope.get(), nanosLeft());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Deals with all chunks that have landed by now, and returns how many. */
    private int landAll() {
        int landed = 0;
        for (ParallelChunk<T, R> chunk = flights.poll(); chunk != null; chunk = flights.poll()) {
            land(chunk);
            landed++;
        }
        return landed;
    }

    private void land(ParallelChunk<T, R> chunk) {
        ChunkLanding<T, R> landing = ChunkLanding.of(chunk, options.retries(), failFast);
        if (landing.nanos() > 0) {
            begun().measured(landing.ended().getFirst().size(), landing.nanos());
        }
        progress.retried(landing.retried());
        landing.rest().slices(chunkSize(begun())).forEach(this::launch);
        landing.alone().slices(1).forEach(this::launch);
        landing.ended().forEach(this::ended);
    }

    private void ended(ParallelResults<T, R> results) {
        exhausted |= failFast && results.anyFailed();
        line.add(results);
        progress.ended(results);
    }

    private long nanosLeft() {
        return options.deadline() == null ? Long.MAX_VALUE : deadlineNanos - System.nanoTime();
    }

    private void checkStillWanted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(
                    "the thread that waits for a parallel map was interrupted; it is cancelled");
        }
        if (closed) {
            throw new CancellationException("the parallel map was closed");
        }
        if (sizer != null && options.deadline() != null && nanosLeft() <= 0) {
            throw new DeadlineExceededException(options.deadline(), progress.toString());
        }
    }

    // ---- the end

    /** Returns the result of a failed item, if the failure does not fail the map at once. */
    ItemResult<T, R> failedResult(ParallelItem<T, R> item) {
        if (failFast) {
            throw fail(item);
        }
        return item.result();
    }

    /** Ends the map and throws the failure of an item. */
    private RuntimeException fail(ParallelItem<T, R> item) {
        Throwable failure = item.failure();
        try {
            close();
        } catch (Throwable e) {
            failure.addSuppressed(e);
        }
        throw ParallelCall.<RuntimeException>sneaky(failure);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X sneaky(Throwable failure) throws X {
        throw (X) failure;
    }

    /** Ends the map: cancels what is left, if anything, and lets go of scope and source. */
    @Override
    public void close() {
        closed = true;
        flights.wake();
        coordinating.lock();
        try {
            end();
        } finally {
            coordinating.unlock();
        }
    }

    private void end() {
        if (over) {
            return;
        }
        over = true;
        closed = true;
        exhausted = true;
        pending.clear();
        line.clear();
        try (ParallelScope ending = scope) {
            cancelFlights(ending);
        } finally {
            source.close().run();
        }
    }

    private void cancelFlights(ParallelScope ending) {
        if (!flights.isEmpty()) {
            flights.cancel();
            ending.stop();
        }
        int running = flights.awaitQuiet(QUIET_NANOS);
        if (running > 0) {
            Log.warn(
                    "%d tasks of a parallel map in scope %s ignore their interrupt and run on"
                            .formatted(running, scope.get().name()));
        }
    }
}
