package dev.polyloom;

import dev.polyloom.spi.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls a function that returns a stage for one item; a stage too slow for its timeout fails. */
final class AsyncItemTask<T extends @Nullable Object, R extends @Nullable Object>
        implements SerializableCallable<CompletionStage<List<Outcome<R>>>> {
    private static final long serialVersionUID = 1L;

    private final AsyncFunction<? super T, R> function;
    private final T item;
    private final @Nullable Duration timeout;

    AsyncItemTask(AsyncFunction<? super T, R> function, T item, @Nullable Duration timeout) {
        this.function = function;
        this.item = item;
        this.timeout = timeout;
    }

    @Override
    public CompletionStage<List<Outcome<R>>> call() {
        String worker = ChunkTask.worker();
        long micros = ChunkTask.nowMicros();
        long start = System.nanoTime();
        CompletableFuture<R> guarded = new CompletableFuture<>();
        CompletableFuture<List<Outcome<R>>> outcome = new CompletableFuture<>();
        var _ =
                guarded.whenComplete((value, failure) ->
                        outcome.complete(
                                List.of(
                                        new Outcome<R>(
                                                value,
                                                failure == null ? null : cause(failure),
                                                worker,
                                                micros,
                                                System.nanoTime() - start))));
        try {
            open(guarded, outcome);
        } catch (Throwable e) {
            guarded.completeExceptionally(e);
        }
        return outcome;
    }

    private void open(CompletableFuture<R> guarded, CompletableFuture<List<Outcome<R>>> outcome)
            throws Exception {
        CompletionStage<R> stage =
                Objects.requireNonNull(
                        function.apply(item), "the function returned null instead of a stage");
        var _ =
                stage.whenComplete((value, failure) -> {
                    if (failure == null) {
                        guarded.complete(value);
                    } else {
                        guarded.completeExceptionally(failure);
                    }
                });
        if (timeout != null) {
            startAlarm(guarded, timeout);
        }
        Runnable cancel = () -> cancel(stage);
        var _ = outcome.whenComplete((done, cancelled) -> cancel.run());
    }

    private void startAlarm(CompletableFuture<R> guarded, Duration allowed) {
        String worker = ChunkTask.worker();
        CompletableFuture<@Nullable Void> alarm = new CompletableFuture<>();
        var _ =
                alarm.orTimeout(TimeUnit.NANOSECONDS.convert(allowed), TimeUnit.NANOSECONDS)
                        .whenComplete((stopped, rung) -> {
                            if (rung != null) {
                                guarded.completeExceptionally(
                                        new TaskTimeoutException(
                                                allowed, this + ", begun on worker " + worker));
                            }
                        });
        var _ = guarded.whenComplete((value, failure) -> alarm.complete(null));
    }

    private static void cancel(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().cancel(true);
        } catch (UnsupportedOperationException e) {
            // a stage that is no future cannot be cancelled
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    @Override
    public String toString() {
        return "item " + ItemText.of(item);
    }
}
