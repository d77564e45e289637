package dev.polyloom;

import dev.polyloom.spi.Outcomes;
import dev.polyloom.spi.ScopeTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Items under way as one task of a scope. */
final class ParallelChunk<T extends @Nullable Object, R extends @Nullable Object> {
    /** Hears of a chunk, each once, from any thread. */
    interface Watcher<T extends @Nullable Object, R extends @Nullable Object> {
        /** The future has completed, or never will. */
        void landed(ParallelChunk<T, R> chunk);

        /** Nothing of the chunk runs any more. */
        void ended();
    }

    private static final int LANDED = 1;
    private static final int ENDED = 2;

    private final ParallelItems<T> items;
    private final Future<Outcomes<R>> future;
    private final AtomicInteger state = new AtomicInteger();

    ParallelChunk(ParallelItems<T> items, Future<Outcomes<R>> future) {
        this.items = items;
        this.future = future;
    }

    ParallelItems<T> items() {
        return items;
    }

    Future<Outcomes<R>> future() {
        return future;
    }

    void watch(Watcher<T, R> watcher) {
        switch (future) {
            case ScopeTask<Outcomes<R>> task -> {
                task.onCompletion(() -> landed(watcher));
                task.onEnd(() -> ended(watcher));
            }
            case CompletableFuture<Outcomes<R>> stage -> {
                var _ = stage.whenComplete((value, failure) -> ended(watcher));
            }
            default ->
                    Thread.ofVirtual().name("polyloom-parallel-await").start(() -> await(watcher));
        }
    }

    private void await(Watcher<T, R> watcher) {
        try {
            future.get();
        } catch (Exception e) {
            // told by the future itself
        }
        ended(watcher);
    }

    private void landed(Watcher<T, R> watcher) {
        if ((state.getAndUpdate(bits -> bits | LANDED) & LANDED) == 0) {
            watcher.landed(this);
        }
    }

    private void ended(Watcher<T, R> watcher) {
        landed(watcher);
        if ((state.getAndUpdate(bits -> bits | ENDED) & ENDED) == 0) {
            watcher.ended();
        }
    }
}
