package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/**
 * An error of this API. Whatever a platform throws for the same reason is mapped to one of this
 * family; its message says which thread, lock, channel or pool it was. Wrong arguments are an
 * {@link IllegalArgumentException} or a {@link NullPointerException} as everywhere, and whoever is
 * interrupted while waiting gets an {@link InterruptedException}.
 */
public abstract sealed class ThreadingException extends RuntimeException
        permits SpawnException,
                JoinException,
                LockException,
                SendException,
                ReceiveException,
                PoolException,
                WorkerException,
                TimedOutException {
    private static final long serialVersionUID = 1L;

    ThreadingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
