package dev.polyloom.process.worker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The future of a popped task. Whoever waits for it says so, that another popped task may run here
 * meanwhile.
 *
 * @param <T> the type of the result
 */
final class PoppedFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    private final IntConsumer waiting;

    PoppedFuture(IntConsumer waiting) {
        this.waiting = waiting;
    }

    /** Waits. */
    private interface Wait<R extends @Nullable Object, X extends Exception> {
        R await() throws InterruptedException, ExecutionException, X;
    }

    private <R extends @Nullable Object, X extends Exception> R lending(Wait<R, X> wait)
            throws InterruptedException, ExecutionException, X {
        if (isDone()) {
            return wait.await();
        }
        waiting.accept(1);
        try {
            return wait.await();
        } finally {
            waiting.accept(-1);
        }
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        return this.<T, RuntimeException>lending(super::get);
    }

    @Override
    public T get(long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return this.<T, TimeoutException>lending(() -> super.get(timeout, unit));
    }

    @Override
    public T join() {
        try {
            return this.<T, RuntimeException>lending(super::join);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("join throws neither", e);
        }
    }
}
