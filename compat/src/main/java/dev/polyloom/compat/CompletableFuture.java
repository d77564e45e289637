package dev.polyloom.compat;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;

/**
 * {@link java.util.concurrent.CompletableFuture}, whose asynchronous work stays in the scope that
 * it is started in. All futures made from one of this class are of this class.
 *
 * <p>Managed, the default executor is the innermost open scope of the caller, if its workers share
 * this JVM's objects. Otherwise, and outside of scopes, it is the one of the JDK. Safe for use by
 * several threads; what the JDK says of nulls and errors holds.
 *
 * @param <T> what it completes with
 */
@NullUnmarked // as the class that it mirrors
public non-sealed class CompletableFuture<T> extends CombinedStages<T>
        implements CompletionStage<T> {
    /** Makes a future that is not complete. */
    public CompletableFuture() {}

    /**
     * Completes a future in the default executor.
     *
     * @param <U> what it completes with
     * @param supplier gives the value
     * @return the future
     */
    public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier) {
        return new CompletableFuture<U>().completeAsync(supplier);
    }

    /**
     * Completes a future in an executor.
     *
     * @param <U> what it completes with
     * @param supplier gives the value
     * @param executor runs the supplier
     * @return the future
     */
    public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier, Executor executor) {
        return new CompletableFuture<U>().completeAsync(supplier, executor);
    }

    /**
     * Runs an action in the default executor.
     *
     * @param action the action
     * @return a future that completes with null after it
     */
    public static CompletableFuture<Void> runAsync(Runnable action) {
        return new CompletableFuture<Void>().completeAsync(supplier(action));
    }

    /**
     * Runs an action in an executor.
     *
     * @param action the action
     * @param executor runs it
     * @return a future that completes with null after it
     */
    public static CompletableFuture<Void> runAsync(Runnable action, Executor executor) {
        return new CompletableFuture<Void>().completeAsync(supplier(action), executor);
    }

    private static Supplier<Void> supplier(Runnable action) {
        Objects.requireNonNull(action, "action");
        return () -> {
            action.run();
            return null;
        };
    }

    /**
     * Returns a future that is complete.
     *
     * @param <U> the type of the value
     * @param value the value
     * @return the future
     */
    public static <U> CompletableFuture<U> completedFuture(U value) {
        CompletableFuture<U> future = new CompletableFuture<>();
        future.complete(value);
        return future;
    }

    /**
     * Returns a future that has failed.
     *
     * @param <U> what it would have completed with
     * @param failure why
     * @return the future
     */
    public static <U> CompletableFuture<U> failedFuture(Throwable failure) {
        CompletableFuture<U> future = new CompletableFuture<>();
        future.completeExceptionally(Objects.requireNonNull(failure, "failure"));
        return future;
    }

    /**
     * Returns a stage that is complete.
     *
     * @param <U> the type of the value
     * @param value the value
     * @return the stage, which has the methods of a stage only
     */
    public static <U> CompletionStage<U> completedStage(U value) {
        return MinimalStage.of(completedFuture(value));
    }

    /**
     * Returns a stage that has failed.
     *
     * @param <U> what it would have completed with
     * @param failure why
     * @return the stage, which has the methods of a stage only
     */
    public static <U> CompletionStage<U> failedStage(Throwable failure) {
        return MinimalStage.failed(failure);
    }

    /**
     * Returns a future that completes when all others have.
     *
     * @param others the others
     * @return the future, which fails if one of them has failed
     */
    public static CompletableFuture<Void> allOf(
            java.util.concurrent.CompletableFuture<?>... others) {
        return from(java.util.concurrent.CompletableFuture.allOf(others));
    }

    /**
     * Returns a future that completes as the first of others does.
     *
     * @param others the others
     * @return the future
     */
    public static CompletableFuture<Object> anyOf(
            java.util.concurrent.CompletableFuture<?>... others) {
        return from(java.util.concurrent.CompletableFuture.anyOf(others));
    }

    /** Returns a future that ends as another does, with the same value or failure. */
    private static <U> CompletableFuture<U> from(java.util.concurrent.CompletableFuture<U> source) {
        CompletableFuture<U> future = new CompletableFuture<>();
        var _ =
                source.whenComplete((value, failure) -> {
                    if (failure == null) {
                        future.complete(value);
                    } else {
                        future.completeExceptionally(failure);
                    }
                });
        return future;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    @Override
    public Executor defaultExecutor() {
        return CompatMode.current() == CompatMode.MANAGED
                ? Run.current()
                        .filter(scope -> scope.flavor().isInProcess() && !scope.isShutdown())
                        .<Executor>map(Scope.class::cast)
                        .orElseGet(super::defaultExecutor)
                : super.defaultExecutor();
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        return this;
    }

    @Override
    public CompletableFuture<T> copy() {
        return (CompletableFuture<T>) super.copy();
    }

    @Override
    public CompletionStage<T> minimalCompletionStage() {
        return MinimalStage.of(this);
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
        return (CompletableFuture<T>) super.completeAsync(supplier);
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        return (CompletableFuture<T>) super.completeAsync(supplier, executor);
    }

    @Override
    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        return (CompletableFuture<T>) super.orTimeout(timeout, unit);
    }

    @Override
    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
        return (CompletableFuture<T>) super.completeOnTimeout(value, timeout, unit);
    }

    @Override
    public <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> function) {
        return (CompletableFuture<U>) super.<U>thenApply(function);
    }

    @Override
    public <U> CompletableFuture<U> thenApplyAsync(Function<? super T, ? extends U> function) {
        return (CompletableFuture<U>) super.<U>thenApplyAsync(function);
    }

    @Override
    public <U> CompletableFuture<U> thenApplyAsync(
            Function<? super T, ? extends U> function, Executor executor) {
        return (CompletableFuture<U>) super.<U>thenApplyAsync(function, executor);
    }

    @Override
    public CompletableFuture<Void> thenAccept(Consumer<? super T> action) {
        return (CompletableFuture<Void>) super.thenAccept(action);
    }

    @Override
    public CompletableFuture<Void> thenAcceptAsync(Consumer<? super T> action) {
        return (CompletableFuture<Void>) super.thenAcceptAsync(action);
    }

    @Override
    public CompletableFuture<Void> thenAcceptAsync(Consumer<? super T> action, Executor executor) {
        return (CompletableFuture<Void>) super.thenAcceptAsync(action, executor);
    }

    @Override
    public CompletableFuture<Void> thenRun(Runnable action) {
        return (CompletableFuture<Void>) super.thenRun(action);
    }

    @Override
    public CompletableFuture<Void> thenRunAsync(Runnable action) {
        return (CompletableFuture<Void>) super.thenRunAsync(action);
    }

    @Override
    public CompletableFuture<Void> thenRunAsync(Runnable action, Executor executor) {
        return (CompletableFuture<Void>) super.thenRunAsync(action, executor);
    }

    @Override
    public <U> CompletableFuture<U> thenCompose(
            Function<? super T, ? extends java.util.concurrent.CompletionStage<U>> function) {
        return (CompletableFuture<U>) super.<U>thenCompose(function);
    }

    @Override
    public <U> CompletableFuture<U> thenComposeAsync(
            Function<? super T, ? extends java.util.concurrent.CompletionStage<U>> function) {
        return (CompletableFuture<U>) super.<U>thenComposeAsync(function);
    }

    @Override
    public <U> CompletableFuture<U> thenComposeAsync(
            Function<? super T, ? extends java.util.concurrent.CompletionStage<U>> function,
            Executor executor) {
        return (CompletableFuture<U>) super.<U>thenComposeAsync(function, executor);
    }

    @Override
    public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
        return (CompletableFuture<T>) super.whenComplete(action);
    }

    @Override
    public CompletableFuture<T> whenCompleteAsync(BiConsumer<? super T, ? super Throwable> action) {
        return (CompletableFuture<T>) super.whenCompleteAsync(action);
    }

    @Override
    public CompletableFuture<T> whenCompleteAsync(
            BiConsumer<? super T, ? super Throwable> action, Executor executor) {
        return (CompletableFuture<T>) super.whenCompleteAsync(action, executor);
    }

    @Override
    public <U> CompletableFuture<U> handle(BiFunction<? super T, Throwable, ? extends U> function) {
        return (CompletableFuture<U>) super.<U>handle(function);
    }

    @Override
    public <U> CompletableFuture<U> handleAsync(
            BiFunction<? super T, Throwable, ? extends U> function) {
        return (CompletableFuture<U>) super.<U>handleAsync(function);
    }

    @Override
    public <U> CompletableFuture<U> handleAsync(
            BiFunction<? super T, Throwable, ? extends U> function, Executor executor) {
        return (CompletableFuture<U>) super.<U>handleAsync(function, executor);
    }

    @Override
    public CompletableFuture<T> exceptionally(Function<Throwable, ? extends T> function) {
        return (CompletableFuture<T>) super.exceptionally(function);
    }

    @Override
    public CompletableFuture<T> exceptionallyAsync(Function<Throwable, ? extends T> function) {
        return (CompletableFuture<T>) super.exceptionallyAsync(function);
    }

    @Override
    public CompletableFuture<T> exceptionallyAsync(
            Function<Throwable, ? extends T> function, Executor executor) {
        return (CompletableFuture<T>) super.exceptionallyAsync(function, executor);
    }

    @Override
    public CompletableFuture<T> exceptionallyCompose(
            Function<Throwable, ? extends java.util.concurrent.CompletionStage<T>> function) {
        return (CompletableFuture<T>) super.exceptionallyCompose(function);
    }

    @Override
    public CompletableFuture<T> exceptionallyComposeAsync(
            Function<Throwable, ? extends java.util.concurrent.CompletionStage<T>> function) {
        return (CompletableFuture<T>) super.exceptionallyComposeAsync(function);
    }

    @Override
    public CompletableFuture<T> exceptionallyComposeAsync(
            Function<Throwable, ? extends java.util.concurrent.CompletionStage<T>> function,
            Executor executor) {
        return (CompletableFuture<T>) super.exceptionallyComposeAsync(function, executor);
    }
}
