package dev.polyloom.process.pool;

import dev.polyloom.spi.ScopeTask;
import dev.polyloom.spi.TaskObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** An observer that does not care. */
final class Nobody implements TaskObserver {
    @Override
    public void completed(ScopeTask<?> task) {}

    @Override
    public void ended(ScopeTask<?> task) {}

    @Override
    public void ran(long waitedNanos, long ranNanos) {}

    @Override
    public void abandoned(ScopeTask<?> task, boolean mayInterrupt) {}

    @Override
    public Future<?> startTimeout(ScopeTask<?> task) {
        return new CompletableFuture<>();
    }

    @Override
    public boolean redirect(ScopeTask<?> task) {
        return false;
    }
}
