package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/**
 * What is done with a value while its lock is held.
 *
 * @param <T> the type of the value
 * @param <R> the type of the result
 * @param <X> the type of the checked exceptions; {@link RuntimeException} if there are none
 */
@FunctionalInterface
public interface LockBody<
        T extends @Nullable Object, R extends @Nullable Object, X extends Exception> {
    /**
     * Does it.
     *
     * @param value the value that the lock guards; not to be kept after the end of this call
     * @return the result
     * @throws X if it fails
     */
    R apply(T value) throws X;
}
