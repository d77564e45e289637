package dev.polyloom.process;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link ExceptionHandler} decided.
 *
 * @param thrown what the caller gets, or null if it gets the result
 * @param result what the caller gets if nothing is thrown
 * @param stopWorker whether the worker is stopped, in good order, and replaced
 */
public record Remedy(@Nullable Throwable thrown, @Nullable Object result, boolean stopWorker) {
    /**
     * The caller gets an exception.
     *
     * @param thrown the exception that was handled, or another
     * @return the remedy
     */
    public static Remedy fail(Throwable thrown) {
        return new Remedy(Objects.requireNonNull(thrown, "thrown"), null, false);
    }

    /**
     * The caller gets a result.
     *
     * @param result the result
     * @return the remedy
     */
    public static Remedy result(@Nullable Object result) {
        return new Remedy(null, result, false);
    }

    /**
     * Besides, the worker is stopped, in good order, and replaced if it is needed.
     *
     * @return the remedy
     */
    public Remedy andStop() {
        return new Remedy(thrown, result, true);
    }
}
