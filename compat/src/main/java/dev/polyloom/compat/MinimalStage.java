package dev.polyloom.compat;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;

/** A stage that cannot be completed, asked or changed by those who have it. */
@NullUnmarked // as the class that it mirrors
final class MinimalStage<T> extends CompletableFuture<T> {
    /** Returns a stage that ends as a future does. */
    static <U> MinimalStage<U> of(java.util.concurrent.CompletableFuture<U> source) {
        MinimalStage<U> stage = new MinimalStage<>();
        var _ = source.whenComplete(stage::end);
        return stage;
    }

    /** Returns a stage that has failed. */
    static <U> MinimalStage<U> failed(Throwable failure) {
        MinimalStage<U> stage = new MinimalStage<>();
        stage.fail(Objects.requireNonNull(failure, "failure"));
        return stage;
    }

    private void fail(Throwable failure) {
        super.completeExceptionally(failure);
    }

    private void end(T value, Throwable failure) {
        if (failure == null) {
            super.complete(value);
        } else {
            super.completeExceptionally(wrapped(failure));
        }
    }

    private static Throwable wrapped(Throwable failure) {
        return failure instanceof CompletionException ? failure : new CompletionException(failure);
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new MinimalStage<>();
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        CompletableFuture<T> future = new CompletableFuture<>();
        var _ =
                whenComplete((value, failure) -> {
                    if (failure == null) {
                        future.complete(value);
                    } else {
                        future.completeExceptionally(wrapped(failure));
                    }
                });
        return future;
    }

    private static UnsupportedOperationException refused() {
        return new UnsupportedOperationException("a stage without the methods of a future");
    }

    @Override
    public T get() {
        throw refused();
    }

    @Override
    public T get(long timeout, TimeUnit unit) {
        throw refused();
    }

    @Override
    public T getNow(T valueIfAbsent) {
        throw refused();
    }

    @Override
    public T join() {
        throw refused();
    }

    @Override
    public T resultNow() {
        throw refused();
    }

    @Override
    public Throwable exceptionNow() {
        throw refused();
    }

    @Override
    public boolean complete(T value) {
        throw refused();
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        throw refused();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        throw refused();
    }

    @Override
    public void obtrudeValue(T value) {
        throw refused();
    }

    @Override
    public void obtrudeException(Throwable failure) {
        throw refused();
    }

    @Override
    public boolean isDone() {
        throw refused();
    }

    @Override
    public boolean isCancelled() {
        throw refused();
    }

    @Override
    public boolean isCompletedExceptionally() {
        throw refused();
    }

    @Override
    public State state() {
        throw refused();
    }

    @Override
    public int getNumberOfDependents() {
        throw refused();
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        throw refused();
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
        throw refused();
    }

    @Override
    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        throw refused();
    }

    @Override
    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
        throw refused();
    }
}
