package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/**
 * What changes a value while its lock is held.
 *
 * @param <T> the type of the value
 * @param <X> the type of the checked exceptions; {@link RuntimeException} if there are none
 */
@FunctionalInterface
public interface LockAction<T extends @Nullable Object, X extends Exception> {
    /**
     * Changes the value.
     *
     * @param value the value that the lock guards; not to be kept after the end of this call
     * @throws X if it fails
     */
    void accept(T value) throws X;
}
