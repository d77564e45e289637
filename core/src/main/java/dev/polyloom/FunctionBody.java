package dev.polyloom;

import dev.polyloom.spi.Outcomes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Applies a function in chunks. */
final class FunctionBody<T extends @Nullable Object, R extends @Nullable Object>
        implements ParallelBody<T, R> {
    private final SerializableFunction<? super T, ? extends R> function;
    private final @Nullable Duration timeout;
    private final boolean failFast;
    private final boolean timed;

    FunctionBody(SerializableFunction<? super T, ? extends R> function, ParallelOptions options) {
        this.function = Objects.requireNonNull(function, "function");
        this.timeout = options.timeout();
        this.failFast = options.onFailure() == FailurePolicy.FAIL_FAST;
        this.timed = !failFast || options.listener() != null;
    }

    @Override
    public Future<Outcomes<R>> submit(Scope scope, ParallelItems<T> items, long budgetNanos) {
        ChunkTask<T, R> task = new ChunkTask<>(function, items, failFast, timed, budgetNanos);
        Duration allowed = timeout == null ? null : times(timeout, items.size());
        if (scope instanceof ScopeExecutor executor) {
            return executor.submitTracked(task, allowed);
        }
        return allowed == null ? scope.submit(task) : scope.submit(task, allowed);
    }

    private static Duration times(Duration each, int items) {
        long nanos = TimeUnit.NANOSECONDS.convert(each);
        return Duration.ofNanos(nanos > Long.MAX_VALUE / items ? Long.MAX_VALUE : nanos * items);
    }

    @Override
    public boolean isAsync() {
        return false;
    }
}
