package dev.polyloom;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A function of one argument that may throw, and whose lambdas can travel to another process.
 *
 * @param <T> what it takes
 * @param <R> what it returns
 */
@FunctionalInterface
public interface SerializableFunction<T extends @Nullable Object, R extends @Nullable Object>
        extends Serializable {
    /**
     * Applies this function.
     *
     * @param argument the argument
     * @return the result
     * @throws Exception if the function fails
     */
    R apply(T argument) throws Exception;
}
