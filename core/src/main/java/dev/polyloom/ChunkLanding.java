package dev.polyloom;

import dev.polyloom.spi.Outcome;
import dev.polyloom.spi.Outcomes;
import dev.polyloom.spi.ScopeTask;
import dev.polyloom.spi.TaskTiming;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a chunk: which of its items are through, and which are to be launched again.
 *
 * @param ended items that are through, in order
 * @param nanos how long they ran in all, 0 if they did not run to their end
 * @param rest items that the chunk gave back
 * @param alone items to be launched one by one, because something about the chunk failed
 * @param retried how many of those have run before
 */
record ChunkLanding<T extends @Nullable Object, R extends @Nullable Object>(
        List<ParallelResults<T, R>> ended,
        long nanos,
        ParallelItems<T> rest,
        ParallelItems<T> alone,
        int retried) {

    /** Judges a chunk that has landed. */
    static <T extends @Nullable Object, R extends @Nullable Object> ChunkLanding<T, R> of(
            ParallelChunk<T, R> chunk, int retries, boolean failFast) {
        return switch (chunk.future().state()) {
            case SUCCESS -> succeeded(chunk.items(), chunk.future().resultNow(), failFast);
            case FAILED -> failed(chunk, chunk.future().exceptionNow(), retries);
            case CANCELLED, RUNNING ->
                    throw new CancellationException(
                            ("a parallel map cannot go on: %s cancelled from outside, or the scope"
                                            + " was shut down")
                                    .formatted(chunk.items()));
        };
    }

    private static <T extends @Nullable Object, R extends @Nullable Object>
            ChunkLanding<T, R> succeeded(
                    ParallelItems<T> items, Outcomes<R> outcomes, boolean failFast) {
        int ended = outcomes.size();
        if (ended == 0 || ended > items.size()) {
            throw new PolyloomException("a worker gave %d outcomes for %s".formatted(ended, items));
        }
        boolean needless = failFast && outcomes.failure(ended - 1) != null;
        return new ChunkLanding<>(
                List.of(new ParallelResults<>(items.slice(0, ended), outcomes)),
                outcomes.nanos(),
                needless ? none(items) : items.slice(ended, items.size()),
                none(items),
                0);
    }

    private static <T extends @Nullable Object> ParallelItems<T> none(ParallelItems<T> items) {
        return items.slice(0, 0);
    }

    private static <T extends @Nullable Object, R extends @Nullable Object>
            ChunkLanding<T, R> failed(ParallelChunk<T, R> chunk, Throwable failure, int retries) {
        ParallelItems<T> items = chunk.items();
        if (items.size() > 1 && couldNotTravel(failure)) {
            return new ChunkLanding<>(List.of(), 0, none(items), items, 0);
        }
        if (failure instanceof WorkerDiedException && items.mayRetry(retries)) {
            return new ChunkLanding<>(List.of(), 0, none(items), items.retried(), items.size());
        }
        Outcomes<R> outcome = neverReturned(chunk, failure);
        List<ParallelResults<T, R>> ended =
                items.slices(1).stream().map(item -> new ParallelResults<>(item, outcome)).toList();
        return new ChunkLanding<>(ended, 0, none(items), none(items), 0);
    }

    /** Tells whether a task failed because it, not its result, cannot be encoded. */
    private static boolean couldNotTravel(Throwable failure) {
        return failure instanceof SerializationException unserialisable
                && unserialisable.path().startsWith("task");
    }

    private static <T extends @Nullable Object, R extends @Nullable Object>
            Outcomes<R> neverReturned(ParallelChunk<T, R> chunk, Throwable failure) {
        TaskTiming timing = chunk.future() instanceof ScopeTask<?> task ? task.timing() : null;
        String worker = timing == null ? "" : timing.worker();
        if (failure instanceof WorkerDiedException died) {
            worker = died.worker();
        }
        long ran = timing == null ? 0 : timing.ranNanos();
        return Outcomes.of(
                new Outcome<>(null, failure, worker, ItemClock.nowMicros() - ran / 1000, ran));
    }
}
