package dev.polyloom;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A runnable as a callable that gives a fixed result; travels if both do. */
record RunnableTask<T extends @Nullable Object>(Runnable runnable, T result)
        implements SerializableCallable<T> {
    RunnableTask {
        Objects.requireNonNull(runnable, "task");
    }

    @Override
    public T call() {
        runnable.run();
        return result;
    }

    @Override
    public String toString() {
        return String.valueOf(runnable);
    }
}
