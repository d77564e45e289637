package dev.polyloom;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A function of two arguments whose lambdas can travel to another process, and which may throw
 * checked exceptions.
 *
 * @param <A> its first argument
 * @param <B> its second argument
 * @param <R> its result
 */
@FunctionalInterface
public interface SerializableBiFunction<
                A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
        extends Serializable {
    /**
     * Applies the function.
     *
     * @param first the first argument
     * @param second the second argument
     * @return the result
     * @throws Exception if it fails
     */
    R apply(A first, B second) throws Exception;
}
