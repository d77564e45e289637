package dev.polyloom;

import org.jspecify.annotations.Nullable;

/**
 * A runnable given to {@code execute}: nobody holds its future, so what it throws goes to the
 * handler of its thread.
 */
record UnobservedTask(Runnable command) implements SerializableCallable<@Nullable Object> {
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
    public String toString() {
        return String.valueOf(command);
    }
}
