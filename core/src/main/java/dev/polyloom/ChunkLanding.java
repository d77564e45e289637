package dev.polyloom;

import dev.polyloom.spi.Outcome;
import dev.polyloom.spi.Outcomes;
import dev.polyloom.spi.ScopeTask;
import dev.polyloom.spi.TaskTiming;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
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
        List<ParallelItem<T, R>> ended,
        long nanos,
        List<ParallelItem<T, R>> rest,
        List<ParallelItem<T, R>> alone,
        int retried) {

    /** Judges a chunk that has landed; items that are through know their outcome afterwards. */
    static <T extends @Nullable Object, R extends @Nullable Object> ChunkLanding<T, R> of(
            ParallelChunk<T, R> chunk, int retries, boolean failFast) {
        return switch (chunk.future().state()) {
            case SUCCESS -> succeeded(chunk, chunk.future().resultNow(), failFast);
            case FAILED -> failed(chunk, chunk.future().exceptionNow(), retries);
            case CANCELLED, RUNNING ->
                    throw new CancellationException(
                            ("a parallel map cannot go on: %s cancelled from outside, or the scope"
                                            + " was shut down")
                                    .formatted(chunk.describe()));
        };
    }

    private static <T extends @Nullable Object, R extends @Nullable Object>
            ChunkLanding<T, R> succeeded(
                    ParallelChunk<T, R> chunk, Outcomes<R> outcomes, boolean failFast) {
        List<ParallelItem<T, R>> items = chunk.items();
        int ended = outcomes.size();
        if (ended == 0 || ended > items.size()) {
            throw new PolyloomException(
                    "a worker gave %d outcomes for %s".formatted(ended, chunk.describe()));
        }
        for (int i = 0; i < ended; i++) {
            items.get(i).end(outcomes, i);
        }
        boolean needless = failFast && outcomes.failure(ended - 1) != null;
        List<ParallelItem<T, R>> rest = needless ? List.of() : items.subList(ended, items.size());
        return new ChunkLanding<>(items.subList(0, ended), outcomes.nanos(), rest, List.of(), 0);
    }

    private static <T extends @Nullable Object, R extends @Nullable Object>
            ChunkLanding<T, R> failed(ParallelChunk<T, R> chunk, Throwable failure, int retries) {
        List<ParallelItem<T, R>> items = chunk.items();
        if (items.size() > 1 && couldNotTravel(failure)) {
            return new ChunkLanding<>(List.of(), 0, List.of(), items, 0);
        }
        boolean died = failure instanceof WorkerDiedException;
        Map<Boolean, List<ParallelItem<T, R>>> byAgain =
                items.stream()
                        .collect(Collectors.partitioningBy(item -> died && item.mayRetry(retries)));
        List<ParallelItem<T, R>> ended = byAgain.getOrDefault(false, List.of());
        List<ParallelItem<T, R>> again = byAgain.getOrDefault(true, List.of());
        Outcomes<R> outcome = neverReturned(chunk, failure);
        ended.forEach(item -> item.end(outcome, 0));
        again.forEach(ParallelItem::retried);
        return new ChunkLanding<>(ended, 0, List.of(), again, again.size());
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
