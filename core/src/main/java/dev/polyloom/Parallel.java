package dev.polyloom;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Gatherer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Wraps a plain function and gives a parallel one, over workers of any flavor.
 *
 * <pre>{@code
 * List<Integer> lengths = Parallel.pmap((String s) -> s.length()).apply(words);
 * }</pre>
 *
 * <p>Items and results may be null. What an item throws is what the map throws, also if it is a
 * checked exception (which the compiler does not know of), with an {@link ItemFailedException}
 * among its suppressed ones that names the item and the worker; see {@link FailurePolicy} for what
 * happens to the other items. When a map fails, whatever it still has under way is cancelled, and
 * nothing of it runs any more when the exception arrives, save items that ignore their interrupt
 * for a long time, which are logged.
 *
 * <p>A thread that is interrupted while it waits for a map cancels it and gets a {@link
 * java.util.concurrent.CancellationException}, with its interrupt status set. If the scope is shut
 * down under a map, the map fails with a {@link java.util.concurrent.CancellationException} or
 * {@link java.util.concurrent.RejectedExecutionException}.
 *
 * <p>The thread that asks for results is the one that takes the items and hears of progress; there
 * is no other. Maps may be nested. All methods may be called by several threads at once.
 */
public final class Parallel {
    private Parallel() {}

    /**
     * Makes a map that runs at once and gives the results in the order of the input.
     *
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @param function the function
     * @return the map, with default options
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, List<R>> pmap(SerializableFunction<? super T, ? extends R> function) {
        return pmap(function, ParallelOptions.defaults());
    }

    /**
     * Makes a map that runs at once and gives the results in the order of the input. It fails as
     * soon as an item does. The list cannot be modified.
     *
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @param function the function
     * @param options how it runs
     * @return the map
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, List<R>> pmap(
                    SerializableFunction<? super T, ? extends R> function,
                    ParallelOptions options) {
        return ParallelPlan.eager(new FunctionBody<T, R>(function, options), options);
    }

    /**
     * Makes a lazy map that gives the results in the order of the input.
     *
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @param function the function
     * @return the map, with default options
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, Stream<R>> imap(SerializableFunction<? super T, ? extends R> function) {
        return imap(function, ParallelOptions.defaults());
    }

    /**
     * Makes a lazy map that gives the results in the order of the input. It takes no more items
     * ahead than {@link ParallelOptions#lookAhead} allows, so the input may be without end. Closing
     * the stream cancels what is left; a stream that is not read to its end should be closed. A
     * failed item raises its exception when its turn comes. With {@link FailurePolicy#COLLECT} the
     * stream leaves failed items out and fails at its end.
     *
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @param function the function
     * @param options how it runs
     * @return the map
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, Stream<R>> imap(
                    SerializableFunction<? super T, ? extends R> function,
                    ParallelOptions options) {
        return ParallelPlan.lazy(new FunctionBody<T, R>(function, options), options, true);
    }

    /**
     * Makes a lazy map that gives the results as they come.
     *
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @param function the function
     * @return the map, with default options
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, Stream<R>> uimap(SerializableFunction<? super T, ? extends R> function) {
        return uimap(function, ParallelOptions.defaults());
    }

    /**
     * Makes a lazy map like {@link #imap} that gives the results as they come, in no given order.
     *
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @param function the function
     * @param options how it runs
     * @return the map
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, Stream<R>> uimap(
                    SerializableFunction<? super T, ? extends R> function,
                    ParallelOptions options) {
        return ParallelPlan.lazy(new FunctionBody<T, R>(function, options), options, false);
    }

    /**
     * Makes a map that returns at once and runs in the background.
     *
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @param function the function
     * @return the map, with default options
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, CompletableFuture<List<R>>> amap(
                    SerializableFunction<? super T, ? extends R> function) {
        return amap(function, ParallelOptions.defaults());
    }

    /**
     * Makes a map that returns at once and runs in the background; its future completes with the
     * results in the order of the input, or fails as soon as an item does. Items are taken by a
     * thread of its own. Cancelling the future, or completing it in any other way, cancels the map.
     *
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @param function the function
     * @param options how it runs
     * @return the map
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, CompletableFuture<List<R>>> amap(
                    SerializableFunction<? super T, ? extends R> function,
                    ParallelOptions options) {
        return ParallelPlan.background(new FunctionBody<T, R>(function, options), options);
    }

    /**
     * Makes a map of a function that itself returns a stage.
     *
     * @param <T> the type of an item
     * @param <R> what the stages complete with
     * @param function the function
     * @return the map, with default options
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, CompletableFuture<List<R>>> apmap(AsyncFunction<? super T, R> function) {
        return apmap(function, ParallelOptions.defaults());
    }

    /**
     * Makes a map like {@link #amap} of a function that itself returns a stage. The function is
     * called by a worker, which is free for other items while the stage is open. No more stages are
     * open at once than {@link ParallelOptions#lookAhead} allows.
     *
     * @param <T> the type of an item
     * @param <R> what the stages complete with
     * @param function the function
     * @param options how it runs; the chunk size is always 1
     * @return the map
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, CompletableFuture<List<R>>> apmap(
                    AsyncFunction<? super T, R> function, ParallelOptions options) {
        return ParallelPlan.background(new AsyncBody<T, R>(function, options), options);
    }

    /**
     * Makes a map that keeps the items that pass a test.
     *
     * @param <T> the type of an item
     * @param predicate the test
     * @return the map, with default options
     */
    public static <T extends @Nullable Object> ParallelMap<T, List<T>> pfilter(
            SerializablePredicate<? super T> predicate) {
        return pfilter(predicate, ParallelOptions.defaults());
    }

    /**
     * Makes a map that runs at once and keeps the items that pass a test, in the order of the
     * input. The items themselves are returned, not copies, wherever the test ran.
     *
     * @param <T> the type of an item
     * @param predicate the test
     * @param options how it runs
     * @return the map
     */
    public static <T extends @Nullable Object> ParallelMap<T, List<T>> pfilter(
            SerializablePredicate<? super T> predicate, ParallelOptions options) {
        var function = new ParallelFunctions.Test<T>(predicate);
        return ParallelPlan.filter(new FunctionBody<T, Boolean>(function, options), options);
    }

    /**
     * Makes a map of a function of two arguments.
     *
     * @param <A> the type of the first argument
     * @param <B> the type of the second argument
     * @param <R> the type of a result
     * @param function the function
     * @return the map, with default options
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    R extends @Nullable Object>
            ParallelMap<Args.Two<A, B>, List<R>> starmap(
                    SerializableBiFunction<? super A, ? super B, ? extends R> function) {
        return starmap(function, ParallelOptions.defaults());
    }

    /**
     * Makes a map like {@link #pmap} of a function of two arguments: an item is the arguments of a
     * call, made with {@link Args#of(Object, Object)}.
     *
     * @param <A> the type of the first argument
     * @param <B> the type of the second argument
     * @param <R> the type of a result
     * @param function the function
     * @param options how it runs
     * @return the map
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    R extends @Nullable Object>
            ParallelMap<Args.Two<A, B>, List<R>> starmap(
                    SerializableBiFunction<? super A, ? super B, ? extends R> function,
                    ParallelOptions options) {
        return pmap(new ParallelFunctions.OfTwo<A, B, R>(function), options);
    }

    /**
     * Makes a map of a function of three arguments.
     *
     * @param <A> the type of the first argument
     * @param <B> the type of the second argument
     * @param <C> the type of the third argument
     * @param <R> the type of a result
     * @param function the function
     * @return the map, with default options
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            ParallelMap<Args.Three<A, B, C>, List<R>> starmap(
                    SerializableTriFunction<? super A, ? super B, ? super C, ? extends R>
                            function) {
        return starmap(function, ParallelOptions.defaults());
    }

    /**
     * Makes a map like {@link #pmap} of a function of three arguments: an item is the arguments of
     * a call, made with {@link Args#of(Object, Object, Object)}.
     *
     * @param <A> the type of the first argument
     * @param <B> the type of the second argument
     * @param <C> the type of the third argument
     * @param <R> the type of a result
     * @param function the function
     * @param options how it runs
     * @return the map
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            ParallelMap<Args.Three<A, B, C>, List<R>> starmap(
                    SerializableTriFunction<? super A, ? super B, ? super C, ? extends R> function,
                    ParallelOptions options) {
        return pmap(new ParallelFunctions.OfThree<A, B, C, R>(function), options);
    }

    /**
     * Makes a map that never fails because an item does.
     *
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @param function the function
     * @return the map, with default options
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, Stream<ItemResult<T, R>>> results(
                    SerializableFunction<? super T, ? extends R> function) {
        return results(function, ParallelOptions.defaults());
    }

    /**
     * Makes a lazy map like {@link #imap} that gives each item with its result or failure, and
     * where and when it ran, so that no failure stops it. In the order of the input, unless {@link
     * ParallelOptions#unordered} is set. The failure policy does not matter.
     *
     * @param <T> the type of an item
     * @param <R> the type of a result
     * @param function the function
     * @param options how it runs
     * @return the map
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, Stream<ItemResult<T, R>>> results(
                    SerializableFunction<? super T, ? extends R> function,
                    ParallelOptions options) {
        ParallelOptions all = options.onFailure(FailurePolicy.COLLECT);
        return ParallelPlan.results(new FunctionBody<T, R>(function, all), all);
    }

    /**
     * Makes a gatherer that maps the elements of a stream in parallel.
     *
     * @param <T> the type of an element
     * @param <R> the type of a result
     * @param function the function
     * @return the gatherer, with default options
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            Gatherer<T, ?, R> gatherer(SerializableFunction<? super T, ? extends R> function) {
        return gatherer(function, ParallelOptions.defaults());
    }

    /**
     * Makes a gatherer that maps the elements of a stream in parallel and hands the results on in
     * the order of the stream. It holds no more elements than {@link ParallelOptions#lookAhead}
     * allows, and cancels what it has under way when the stream wants no more. Failures are those
     * of {@link #imap}.
     *
     * @param <T> the type of an element
     * @param <R> the type of a result
     * @param function the function
     * @param options how it runs
     * @return the gatherer, for any number of streams
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            Gatherer<T, ?, R> gatherer(
                    SerializableFunction<? super T, ? extends R> function,
                    ParallelOptions options) {
        return ParallelGatherer.of(new FunctionBody<T, R>(function, options), options);
    }

    /**
     * Makes the map of a name, with default options.
     *
     * @param <T> the type of an item
     * @param how the name of a method of this class, as for {@link #mmap(String,
     *     SerializableFunction, ParallelOptions)}
     * @param function the function
     * @return the map
     * @throws IllegalArgumentException if there is no such map; the message names those there are
     */
    public static <T extends @Nullable Object> ParallelMap<T, ?> mmap(
            String how, SerializableFunction<? super T, ? extends @Nullable Object> function) {
        return mmap(how, function, ParallelOptions.defaults());
    }

    /**
     * Makes the map of a name: {@code pmap}, {@code imap}, {@code uimap}, {@code amap}, {@code
     * apmap} (the function returns a {@link CompletionStage}), {@code pfilter} (the function
     * returns a {@link Boolean}) or {@code results}. What it gives is what the method of that name
     * gives.
     *
     * @param <T> the type of an item
     * @param how the name
     * @param function the function
     * @param options how it runs
     * @return the map
     * @throws IllegalArgumentException if there is no such map; the message names those there are
     */
    public static <T extends @Nullable Object> ParallelMap<T, ?> mmap(
            String how,
            SerializableFunction<? super T, ? extends @Nullable Object> function,
            ParallelOptions options) {
        return switch (how) {
            case "pmap" -> Parallel.<T, @Nullable Object>pmap(function, options);
            case "imap" -> Parallel.<T, @Nullable Object>imap(function, options);
            case "uimap" -> Parallel.<T, @Nullable Object>uimap(function, options);
            case "amap" -> Parallel.<T, @Nullable Object>amap(function, options);
            case "apmap" ->
                    Parallel.<T, @Nullable Object>apmap(
                            new ParallelFunctions.Staged<T>(function), options);
            case "pfilter" -> pfilter(new ParallelFunctions.Tested<T>(function), options);
            case "results" -> Parallel.<T, @Nullable Object>results(function, options);
            default ->
                    throw new IllegalArgumentException(
                            ("unknown map '%s'; valid maps are pmap, imap, uimap, amap, apmap,"
                                            + " pfilter, results")
                                    .formatted(how));
        };
    }
}
