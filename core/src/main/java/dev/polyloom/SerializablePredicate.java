package dev.polyloom;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A test of one argument that may throw, and whose lambdas can travel to another process.
 *
 * @param <T> what it tests
 */
@FunctionalInterface
public interface SerializablePredicate<T extends @Nullable Object> extends Serializable {
    /**
     * Tests an argument.
     *
     * @param argument the argument
     * @return whether it passes
     * @throws Exception if the test itself fails
     */
    boolean test(T argument) throws Exception;
}
