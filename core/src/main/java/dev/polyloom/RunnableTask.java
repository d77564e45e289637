package dev.polyloom;

import dev.polyloom.spi.ComposedBody;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A runnable as a callable that gives a fixed result; travels if both do. */
record RunnableTask<T extends @Nullable Object>(Runnable runnable, T result)
        implements SerializableCallable<T>, ComposedBody {
    static final Composer COMPOSER =
            parts ->
                    new RunnableTask<@Nullable Object>(
                            (Runnable) Objects.requireNonNull(parts[0]), parts[1]);

    RunnableTask {
        Objects.requireNonNull(runnable, "task");
    }

    @Override
    public T call() {
        runnable.run();
        return result;
    }

    @Override
    public Object code() {
        return runnable;
    }

    @Override
    public @Nullable Object[] parts() {
        return new @Nullable Object[] {runnable, result};
    }

    @Override
    public Composer composer() {
        return COMPOSER;
    }

    @Override
    public String toString() {
        return String.valueOf(runnable);
    }
}
