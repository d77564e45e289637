package dev.polyloom;

import java.io.Serializable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A function that starts work and returns at once with the stage that will complete; it occupies no
 * thread while the stage is open.
 *
 * @param <T> what it takes
 * @param <R> what its stage completes with
 */
@FunctionalInterface
public interface AsyncFunction<T extends @Nullable Object, R extends @Nullable Object>
        extends Serializable {
    /**
     * Starts the work.
     *
     * @param argument the argument
     * @return the stage that completes with the result
     * @throws Exception if the work cannot be started
     */
    CompletionStage<R> apply(T argument) throws Exception;
}
