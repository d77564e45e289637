package dev.polyloom;

import dev.polyloom.spi.ScopeTask;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The {@link CompletableFuture} face of an asynchronous task; cancelling it cancels the task. */
final class StageFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    private final ScopeTask<T> task;

    StageFuture(ScopeTask<T> task) {
        this.task = task;
        task.onCompletion(this::take);
    }

    private void take() {
        switch (task.state()) {
            case SUCCESS -> complete(task.resultNow());
            case FAILED -> completeExceptionally(task.exceptionNow());
            case CANCELLED -> super.cancel(true);
            case RUNNING -> throw new AssertionError("a task that completed is running");
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        task.cancel(mayInterruptIfRunning);
        return super.cancel(mayInterruptIfRunning);
    }
}
