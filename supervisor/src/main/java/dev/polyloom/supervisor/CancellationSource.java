package dev.polyloom.supervisor;

import java.util.concurrent.CompletableFuture;

/** Asks work to end, once, through its token. Safe for use by several threads. */
public final class CancellationSource {
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
    private final CancellationToken token = new CancellationToken(cancelled);

    /** Makes a source that is not cancelled. */
    public CancellationSource() {}

    /**
     * Returns what the work looks at.
     *
     * @return the token, always the same
     */
    public CancellationToken token() {
        return token;
    }

    /** Cancels the token. What waits for it continues; later calls do nothing. */
    public void cancel() {
        cancelled.complete(null);
    }
}
