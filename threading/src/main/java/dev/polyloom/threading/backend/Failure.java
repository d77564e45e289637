package dev.polyloom.threading.backend;

import dev.polyloom.threading.JoinException;
import dev.polyloom.threading.ThreadingException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why a task has no result.
 *
 * @param cancelled whether somebody cancelled it
 * @param cause what it threw, or null if it was ended from outside
 * @param error makes what those who wait for it get, each an own one
 */
public record Failure(
        boolean cancelled, @Nullable Throwable cause, Supplier<? extends RuntimeException> error) {
    /** Says that somebody cancelled a task of a pool. */
    static Failure cancelled(String pool) {
        return new Failure(
                true, null, () -> new CancellationException(ofPool(pool) + " was cancelled"));
    }

    /** Says that a task of a pool threw something. */
    static Failure thrown(String pool, Throwable cause) {
        return new Failure(
                false,
                cause,
                () ->
                        new JoinException(
                                "%s failed: %s".formatted(ofPool(pool), origin(cause)), cause));
    }

    /** Returns the failure that tasks have handed on to those who wait for them. */
    private static Throwable origin(Throwable failure) {
        Throwable origin = failure;
        while (origin instanceof JoinException && origin.getCause() != null) {
            origin = origin.getCause();
        }
        return origin;
    }

    /** Says that the pool gave up a task. */
    public static Failure verdict(Supplier<? extends ThreadingException> error) {
        return new Failure(false, null, error);
    }

    private static String ofPool(String pool) {
        return "a task of pool '%s'".formatted(pool);
    }

    /** Returns what the task threw, or the error of whoever ended it. */
    Throwable exception() {
        return cause != null ? cause : error.get();
    }
}
