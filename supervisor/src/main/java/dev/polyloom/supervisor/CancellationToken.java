package dev.polyloom.supervisor;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells whether a {@link CancellationSource} was cancelled. Safe for use by several threads. */
public final class CancellationToken {
    private final CompletableFuture<Void> cancelled;

    CancellationToken(CompletableFuture<Void> cancelled) {
        this.cancelled = cancelled;
    }

    /**
     * Tells whether work shall end.
     *
     * @return whether the source was cancelled
     */
    public boolean isCancelled() {
        return cancelled.isDone();
    }

    /**
     * Waits until the source is cancelled.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    public void await() throws InterruptedException {
        try {
            cancelled.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a source completes normally", e);
        }
    }

    /**
     * Waits until the source is cancelled, but not for ever. This is how a service pauses between
     * two rounds of work.
     *
     * @param most how long at most
     * @return whether the source was cancelled
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean await(Duration most) throws InterruptedException {
        try {
            cancelled.get(TimeUnit.NANOSECONDS.convert(most), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError("a source completes normally", e);
        }
    }

    /**
     * Returns a stage for waiting without a thread.
     *
     * @return completes when the source is cancelled
     */
    public CompletionStage<Void> cancelled() {
        return cancelled.minimalCompletionStage();
    }

    /**
     * Ends the work if it shall end.
     *
     * @throws CancellationException if the source was cancelled
     */
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
