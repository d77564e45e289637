package dev.polyloom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parallel map: what is done with each item, and what becomes of all the results. */
final class ParallelPlan<
                T extends @Nullable Object, R extends @Nullable Object, O extends @Nullable Object>
        implements ParallelMap<T, O> {
    private final ParallelBody<T, R> body;
    private final ParallelOptions options;
    private final boolean ordered;
    private final Function<ParallelCall<T, R>, O> finish;

    private ParallelPlan(
            ParallelBody<T, R> body,
            ParallelOptions options,
            boolean ordered,
            Function<ParallelCall<T, R>, O> finish) {
        this.body = body;
        this.options = Objects.requireNonNull(options, "options");
        this.ordered = ordered;
        this.finish = finish;
    }

    static <T extends @Nullable Object, R extends @Nullable Object> ParallelMap<T, List<R>> eager(
            ParallelBody<T, R> body, ParallelOptions options) {
        return new ParallelPlan<>(body, options, false, call -> results(call));
    }

    static <T extends @Nullable Object> ParallelMap<T, List<T>> filter(
            ParallelBody<T, Boolean> body, ParallelOptions options) {
        return new ParallelPlan<>(body, options, false, call -> passed(call));
    }

    static <T extends @Nullable Object, R extends @Nullable Object> ParallelMap<T, Stream<R>> lazy(
            ParallelBody<T, R> body, ParallelOptions options, boolean ordered) {
        return new ParallelPlan<>(
                body,
                options,
                ordered,
                call -> LazyResults.stream(call, ParallelItem::value, false, ordered));
    }

    static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, Stream<ItemResult<T, R>>> results(
                    ParallelBody<T, R> body, ParallelOptions options) {
        boolean ordered = !options.unordered();
        return new ParallelPlan<>(
                body,
                options,
                ordered,
                call -> LazyResults.stream(call, ParallelItem::result, true, ordered));
    }

    static <T extends @Nullable Object, R extends @Nullable Object>
            ParallelMap<T, CompletableFuture<List<R>>> background(
                    ParallelBody<T, R> body, ParallelOptions options) {
        return new ParallelPlan<>(body, options, false, call -> inBackground(call));
    }

    @Override
    public O apply(Iterator<? extends T> items) {
        return start(Objects.requireNonNull(items, "items"), OptionalLong.empty(), () -> {});
    }

    @Override
    public O apply(Iterable<? extends T> items) {
        OptionalLong total =
                items instanceof Collection<?> known
                        ? OptionalLong.of(known.size())
                        : OptionalLong.empty();
        return start(items.iterator(), total, () -> {});
    }

    @Override
    public O apply(Stream<? extends T> items) {
        Spliterator<? extends T> spliterator = items.spliterator();
        long size = spliterator.getExactSizeIfKnown();
        return start(
                Spliterators.iterator(spliterator),
                size < 0 ? OptionalLong.empty() : OptionalLong.of(size),
                items::close);
    }

    private O start(Iterator<? extends T> items, OptionalLong total, Runnable close) {
        return finish.apply(
                new ParallelCall<>(
                        new ParallelCall.Source<T>(items, total, close), body, options, ordered));
    }

    private static <T extends @Nullable Object, R extends @Nullable Object> List<R> results(
            ParallelCall<T, R> running) {
        ParallelList<R> list = new ParallelList<>(running.total());
        run(running, list, item -> list.set(item.index(), item.value()));
        return list.toList();
    }

    private static <T extends @Nullable Object> List<T> passed(ParallelCall<T, Boolean> running) {
        ParallelList<T> list = new ParallelList<>(running.total());
        run(
                running,
                list,
                item -> {
                    if (Boolean.TRUE.equals(item.value())) {
                        list.set(item.index(), item.item());
                    }
                });
        return list.toList();
    }

    private interface Sink<T extends @Nullable Object, R extends @Nullable Object> {
        void take(ParallelItem<T, R> item);
    }

    private static <T extends @Nullable Object, R extends @Nullable Object> void run(
            ParallelCall<T, R> running, ParallelList<?> list, Sink<T, R> sink) {
        List<ItemResult<T, R>> failures = new ArrayList<>();
        try (ParallelCall<T, R> call = running) {
            for (ParallelResults<T, R> all = call.nextAll(); all != null; all = call.nextAll()) {
                for (int i = 0; i < all.size(); i++) {
                    ParallelItem<T, R> item = all.get(i);
                    if (!item.failed()) {
                        sink.take(item);
                    } else {
                        failures.add(call.failedResult(item));
                    }
                }
            }
        }
        if (!failures.isEmpty()) {
            throw LazyResults.failed(failures, list.withGaps(running.taken()), running.taken());
        }
    }

    private static <T extends @Nullable Object, R extends @Nullable Object>
            CompletableFuture<List<R>> inBackground(ParallelCall<T, R> call) {
        ParallelFuture<List<R>> future = new ParallelFuture<>();
        Runnable coordination = () -> completeWithResults(future, call);
        Thread coordinator = Thread.ofVirtual().name("polyloom-parallel").unstarted(coordination);
        var _ = future.whenComplete((results, failure) -> coordinator.interrupt());
        coordinator.start();
        return future;
    }

    private static <T extends @Nullable Object, R extends @Nullable Object>
            void completeWithResults(CompletableFuture<List<R>> future, ParallelCall<T, R> call) {
        try {
            future.complete(results(call));
        } catch (Throwable e) {
            future.completeExceptionally(e);
        }
    }
}
