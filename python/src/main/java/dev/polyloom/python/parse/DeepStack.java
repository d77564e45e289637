package dev.polyloom.python.parse;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs what recurses as deeply as a program is nested. */
public final class DeepStack {
    private static final long BYTES = 64L << 20;

    private DeepStack() {}

    /**
     * Runs work in a thread with a large stack, and returns its result. An interrupt is kept for
     * later; what the work throws is thrown here.
     */
    public static <T> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofPlatform().name("polyloom-python").daemon().stackSize(BYTES).start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unwrapped(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException(e);
    }
}
