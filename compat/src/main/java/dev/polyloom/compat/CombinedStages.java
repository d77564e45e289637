package dev.polyloom.compat;

import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/** What a future makes together with another stage, as futures of this package. */
@NullUnmarked // as the class that it mirrors
abstract sealed class CombinedStages<T> extends java.util.concurrent.CompletableFuture<T>
        permits CompletableFuture {
    CombinedStages() {}

    @Override
    public <U, V> CompletableFuture<V> thenCombine(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> function) {
        return (CompletableFuture<V>) super.<U, V>thenCombine(other, function);
    }

    @Override
    public <U, V> CompletableFuture<V> thenCombineAsync(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> function) {
        return (CompletableFuture<V>) super.<U, V>thenCombineAsync(other, function);
    }

    @Override
    public <U, V> CompletableFuture<V> thenCombineAsync(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> function,
            Executor executor) {
        return (CompletableFuture<V>) super.<U, V>thenCombineAsync(other, function, executor);
    }

    @Override
    public <U> CompletableFuture<Void> thenAcceptBoth(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiConsumer<? super T, ? super U> action) {
        return (CompletableFuture<Void>) super.thenAcceptBoth(other, action);
    }

    @Override
    public <U> CompletableFuture<Void> thenAcceptBothAsync(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiConsumer<? super T, ? super U> action) {
        return (CompletableFuture<Void>) super.thenAcceptBothAsync(other, action);
    }

    @Override
    public <U> CompletableFuture<Void> thenAcceptBothAsync(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiConsumer<? super T, ? super U> action,
            Executor executor) {
        return (CompletableFuture<Void>) super.thenAcceptBothAsync(other, action, executor);
    }

    @Override
    public CompletableFuture<Void> runAfterBoth(
            java.util.concurrent.CompletionStage<?> other, Runnable action) {
        return (CompletableFuture<Void>) super.runAfterBoth(other, action);
    }

    @Override
    public CompletableFuture<Void> runAfterBothAsync(
            java.util.concurrent.CompletionStage<?> other, Runnable action) {
        return (CompletableFuture<Void>) super.runAfterBothAsync(other, action);
    }

    @Override
    public CompletableFuture<Void> runAfterBothAsync(
            java.util.concurrent.CompletionStage<?> other, Runnable action, Executor executor) {
        return (CompletableFuture<Void>) super.runAfterBothAsync(other, action, executor);
    }

    @Override
    public <U> CompletableFuture<U> applyToEither(
            java.util.concurrent.CompletionStage<? extends T> other,
            Function<? super T, U> function) {
        return (CompletableFuture<U>) super.<U>applyToEither(other, function);
    }

    @Override
    public <U> CompletableFuture<U> applyToEitherAsync(
            java.util.concurrent.CompletionStage<? extends T> other,
            Function<? super T, U> function) {
        return (CompletableFuture<U>) super.<U>applyToEitherAsync(other, function);
    }

    @Override
    public <U> CompletableFuture<U> applyToEitherAsync(
            java.util.concurrent.CompletionStage<? extends T> other,
            Function<? super T, U> function,
            Executor executor) {
        return (CompletableFuture<U>) super.<U>applyToEitherAsync(other, function, executor);
    }

    @Override
    public CompletableFuture<Void> acceptEither(
            java.util.concurrent.CompletionStage<? extends T> other, Consumer<? super T> action) {
        return (CompletableFuture<Void>) super.acceptEither(other, action);
    }

    @Override
    public CompletableFuture<Void> acceptEitherAsync(
            java.util.concurrent.CompletionStage<? extends T> other, Consumer<? super T> action) {
        return (CompletableFuture<Void>) super.acceptEitherAsync(other, action);
    }

    @Override
    public CompletableFuture<Void> acceptEitherAsync(
            java.util.concurrent.CompletionStage<? extends T> other,
            Consumer<? super T> action,
            Executor executor) {
        return (CompletableFuture<Void>) super.acceptEitherAsync(other, action, executor);
    }

    @Override
    public CompletableFuture<Void> runAfterEither(
            java.util.concurrent.CompletionStage<?> other, Runnable action) {
        return (CompletableFuture<Void>) super.runAfterEither(other, action);
    }

    @Override
    public CompletableFuture<Void> runAfterEitherAsync(
            java.util.concurrent.CompletionStage<?> other, Runnable action) {
        return (CompletableFuture<Void>) super.runAfterEitherAsync(other, action);
    }

    @Override
    public CompletableFuture<Void> runAfterEitherAsync(
            java.util.concurrent.CompletionStage<?> other, Runnable action, Executor executor) {
        return (CompletableFuture<Void>) super.runAfterEitherAsync(other, action, executor);
    }
}
