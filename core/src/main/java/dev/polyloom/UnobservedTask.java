package dev.polyloom;

import dev.polyloom.spi.ComposedBody;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A runnable given to {@code execute}: nobody holds its future, so what it throws goes to the
 * handler of its thread.
 */
record UnobservedTask(Runnable command)
        implements SerializableCallable<@Nullable Object>, ComposedBody {
    static final Composer COMPOSER =
            parts -> new UnobservedTask((Runnable) Objects.requireNonNull(parts[0]));

    @Override
    public @Nullable Object call() {
        try {
            command.run();
            return null;
        } catch (Throwable e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            throw e;
        }
    }

    @Override
    public Object code() {
        return command;
    }

    @Override
    public @Nullable Object[] parts() {
        return new @Nullable Object[] {command};
    }

    @Override
    public Composer composer() {
        return COMPOSER;
    }

    @Override
    public String toString() {
        return String.valueOf(command);
    }
}
