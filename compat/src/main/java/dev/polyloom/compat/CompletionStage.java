package dev.polyloom.compat;

import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/**
 * {@link java.util.concurrent.CompletionStage}, all stages of which are of this type, and which
 * becomes a {@link CompletableFuture} of this package.
 *
 * @param <T> what it completes with
 */
@NullUnmarked // as the interface that it mirrors
public interface CompletionStage<T> extends java.util.concurrent.CompletionStage<T> {
    @Override
    <U> CompletionStage<U> thenApply(Function<? super T, ? extends U> function);

    @Override
    <U> CompletionStage<U> thenApplyAsync(Function<? super T, ? extends U> function);

    @Override
    <U> CompletionStage<U> thenApplyAsync(
            Function<? super T, ? extends U> function, Executor executor);

    @Override
    CompletionStage<Void> thenAccept(Consumer<? super T> action);

    @Override
    CompletionStage<Void> thenAcceptAsync(Consumer<? super T> action);

    @Override
    CompletionStage<Void> thenAcceptAsync(Consumer<? super T> action, Executor executor);

    @Override
    CompletionStage<Void> thenRun(Runnable action);

    @Override
    CompletionStage<Void> thenRunAsync(Runnable action);

    @Override
    CompletionStage<Void> thenRunAsync(Runnable action, Executor executor);

    @Override
    <U, V> CompletionStage<V> thenCombine(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> function);

    @Override
    <U, V> CompletionStage<V> thenCombineAsync(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> function);

    @Override
    <U, V> CompletionStage<V> thenCombineAsync(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> function,
            Executor executor);

    @Override
    <U> CompletionStage<Void> thenAcceptBoth(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiConsumer<? super T, ? super U> action);

    @Override
    <U> CompletionStage<Void> thenAcceptBothAsync(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiConsumer<? super T, ? super U> action);

    @Override
    <U> CompletionStage<Void> thenAcceptBothAsync(
            java.util.concurrent.CompletionStage<? extends U> other,
            BiConsumer<? super T, ? super U> action,
            Executor executor);

    @Override
    CompletionStage<Void> runAfterBoth(
            java.util.concurrent.CompletionStage<?> other, Runnable action);

    @Override
    CompletionStage<Void> runAfterBothAsync(
            java.util.concurrent.CompletionStage<?> other, Runnable action);

    @Override
    CompletionStage<Void> runAfterBothAsync(
            java.util.concurrent.CompletionStage<?> other, Runnable action, Executor executor);

    @Override
    <U> CompletionStage<U> applyToEither(
            java.util.concurrent.CompletionStage<? extends T> other,
            Function<? super T, U> function);

    @Override
    <U> CompletionStage<U> applyToEitherAsync(
            java.util.concurrent.CompletionStage<? extends T> other,
            Function<? super T, U> function);

    @Override
    <U> CompletionStage<U> applyToEitherAsync(
            java.util.concurrent.CompletionStage<? extends T> other,
            Function<? super T, U> function,
            Executor executor);

    @Override
    CompletionStage<Void> acceptEither(
            java.util.concurrent.CompletionStage<? extends T> other, Consumer<? super T> action);

    @Override
    CompletionStage<Void> acceptEitherAsync(
            java.util.concurrent.CompletionStage<? extends T> other, Consumer<? super T> action);

    @Override
    CompletionStage<Void> acceptEitherAsync(
            java.util.concurrent.CompletionStage<? extends T> other,
            Consumer<? super T> action,
            Executor executor);

    @Override
    CompletionStage<Void> runAfterEither(
            java.util.concurrent.CompletionStage<?> other, Runnable action);

    @Override
    CompletionStage<Void> runAfterEitherAsync(
            java.util.concurrent.CompletionStage<?> other, Runnable action);

    @Override
    CompletionStage<Void> runAfterEitherAsync(
            java.util.concurrent.CompletionStage<?> other, Runnable action, Executor executor);

    @Override
    <U> CompletionStage<U> thenCompose(
            Function<? super T, ? extends java.util.concurrent.CompletionStage<U>> function);

    @Override
    <U> CompletionStage<U> thenComposeAsync(
            Function<? super T, ? extends java.util.concurrent.CompletionStage<U>> function);

    @Override
    <U> CompletionStage<U> thenComposeAsync(
            Function<? super T, ? extends java.util.concurrent.CompletionStage<U>> function,
            Executor executor);

    @Override
    <U> CompletionStage<U> handle(BiFunction<? super T, Throwable, ? extends U> function);

    @Override
    <U> CompletionStage<U> handleAsync(BiFunction<? super T, Throwable, ? extends U> function);

    @Override
    <U> CompletionStage<U> handleAsync(
            BiFunction<? super T, Throwable, ? extends U> function, Executor executor);

    @Override
    CompletionStage<T> whenComplete(BiConsumer<? super T, ? super Throwable> action);

    @Override
    CompletionStage<T> whenCompleteAsync(BiConsumer<? super T, ? super Throwable> action);

    @Override
    CompletionStage<T> whenCompleteAsync(
            BiConsumer<? super T, ? super Throwable> action, Executor executor);

    @Override
    CompletionStage<T> exceptionally(Function<Throwable, ? extends T> function);

    @Override
    default CompletionStage<T> exceptionallyAsync(Function<Throwable, ? extends T> function) {
        return (CompletionStage<T>)
                java.util.concurrent.CompletionStage.super.exceptionallyAsync(function);
    }

    @Override
    default CompletionStage<T> exceptionallyAsync(
            Function<Throwable, ? extends T> function, Executor executor) {
        return (CompletionStage<T>)
                java.util.concurrent.CompletionStage.super.exceptionallyAsync(function, executor);
    }

    @Override
    default CompletionStage<T> exceptionallyCompose(
            Function<Throwable, ? extends java.util.concurrent.CompletionStage<T>> function) {
        return (CompletionStage<T>)
                java.util.concurrent.CompletionStage.super.exceptionallyCompose(function);
    }

    @Override
    default CompletionStage<T> exceptionallyComposeAsync(
            Function<Throwable, ? extends java.util.concurrent.CompletionStage<T>> function) {
        return (CompletionStage<T>)
                java.util.concurrent.CompletionStage.super.exceptionallyComposeAsync(function);
    }

    @Override
    default CompletionStage<T> exceptionallyComposeAsync(
            Function<Throwable, ? extends java.util.concurrent.CompletionStage<T>> function,
            Executor executor) {
        return (CompletionStage<T>)
                java.util.concurrent.CompletionStage.super.exceptionallyComposeAsync(
                        function, executor);
    }

    @Override
    CompletableFuture<T> toCompletableFuture();
}
