package dev.polyloom.supervisor.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waiting for results without wrapped exceptions. */
public final class Results {
    private Results() {}

    /** Waits for a result, and throws what it failed with. */
    public static <T> T join(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> {
                    cause.addSuppressed(new Exception("asked for here"));
                    throw cause;
                }
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }

    static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}
