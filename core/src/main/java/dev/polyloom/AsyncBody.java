package dev.polyloom;

import dev.polyloom.spi.Outcomes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Calls a function that returns a stage, item by item. */
final class AsyncBody<T extends @Nullable Object, R extends @Nullable Object>
        implements ParallelBody<T, R> {
    private final AsyncFunction<? super T, R> function;
    private final @Nullable Duration timeout;

    AsyncBody(AsyncFunction<? super T, R> function, ParallelOptions options) {
        this.function = Objects.requireNonNull(function, "function");
        this.timeout = options.timeout();
    }

    @Override
    public Future<Outcomes<R>> submit(Scope scope, ParallelItems<T> items, long budgetNanos) {
        AsyncItemTask<T, R> task = new AsyncItemTask<>(function, items.get(0), timeout);
        return scope instanceof ScopeExecutor executor
                ? executor.submitStage(task)
                : scope.submitAsync(task);
    }

    @Override
    public boolean isAsync() {
        return true;
    }
}
