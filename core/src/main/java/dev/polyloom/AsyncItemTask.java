package dev.polyloom;

import dev.polyloom.spi.ComposedBody;
import dev.polyloom.spi.Outcome;
import dev.polyloom.spi.Outcomes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls a function that returns a stage for one item; a stage too slow for its timeout fails. */
final class AsyncItemTask<T extends @Nullable Object, R extends @Nullable Object>
        implements SerializableCallable<CompletionStage<Outcomes<R>>>, ComposedBody {
    private static final long serialVersionUID = 1L;
    static final Composer COMPOSER = AsyncItemTask::new;

    private final AsyncFunction<? super T, R> function;
    private final T item;
    private final @Nullable Duration timeout;

    AsyncItemTask(AsyncFunction<? super T, R> function, T item, @Nullable Duration timeout) {
        this.function = function;
        this.item = item;
        this.timeout = timeout;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // an item is as null as T allows
    private AsyncItemTask(@Nullable Object[] parts) {
        function = (AsyncFunction<? super T, R>) Objects.requireNonNull(parts[0]);
        timeout =
                parts[1] instanceof Long seconds && parts[2] instanceof Integer nanos
                        ? Duration.ofSeconds(seconds, nanos)
                        : null;
        item = (T) parts[3];
    }

    @Override
    public Object code() {
        return function;
    }

    @Override
    public @Nullable Object[] parts() {
        return new @Nullable Object[] {
            function,
            timeout == null ? null : timeout.getSeconds(),
            timeout == null ? null : timeout.getNano(),
            item
        };
    }

    @Override
    public Composer composer() {
        return COMPOSER;
    }

    @Override
    public CompletionStage<Outcomes<R>> call() {
        ItemClock clock = ItemClock.start();
        CompletableFuture<R> ending = new CompletableFuture<>();
        CompletableFuture<Outcomes<R>> outcome =
                ending.handle((value, failure) ->
                        Outcomes.of(
                                new Outcome<>(
                                        value,
                                        failure == null ? null : cause(failure),
                                        clock.worker(),
                                        clock.micros(),
                                        clock.elapsed())));
        try {
            open(ending, outcome, clock.worker());
        } catch (Throwable e) {
            ending.completeExceptionally(e);
        }
        return outcome;
    }

    private void open(
            CompletableFuture<R> ending, CompletableFuture<Outcomes<R>> outcome, String worker)
            throws Exception {
        CompletionStage<R> stage =
                Objects.requireNonNull(
                        function.apply(item), "the function returned null instead of a stage");
        var _ = stage.whenComplete((value, failure) -> complete(ending, value, failure));
        if (timeout != null) {
            startAlarm(ending, timeout, worker);
        }
        var _ = outcome.whenComplete((done, cancelled) -> cancel(stage));
    }

    private static <V extends @Nullable Object> void complete(
            CompletableFuture<V> future, V value, @Nullable Throwable failure) {
        if (failure == null) {
            future.complete(value);
        } else {
            future.completeExceptionally(failure);
        }
    }

    private void startAlarm(CompletableFuture<R> ending, Duration allowed, String worker) {
        CompletableFuture<@Nullable Void> alarm = new CompletableFuture<>();
        var _ =
                alarm.orTimeout(TimeUnit.NANOSECONDS.convert(allowed), TimeUnit.NANOSECONDS)
                        .whenComplete((stopped, rung) -> {
                            if (rung != null) {
                                ending.completeExceptionally(tooSlow(allowed, worker));
                            }
                        });
        var _ = ending.whenComplete((value, failure) -> alarm.complete(null));
    }

    private TaskTimeoutException tooSlow(Duration allowed, String worker) {
        return new TaskTimeoutException(allowed, this + ", begun on worker " + worker);
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
