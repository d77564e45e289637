package dev.polyloom;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The results of a call, handed out one by one. A call whose results nobody can ask for any more is
 * closed.
 */
final class LazyResults<
                T extends @Nullable Object, R extends @Nullable Object, X extends @Nullable Object>
        implements Spliterator<X> {
    private static final Cleaner CLEANER = Cleaner.create();

    private final ParallelCall<T, R> call;
    private final Function<ParallelItem<T, R>, X> view;
    private final boolean givesFailed;
    private final int characteristics;
    private final List<ItemResult<T, R>> failures = new ArrayList<>();
    private boolean ended;

    private LazyResults(
            ParallelCall<T, R> call,
            Function<ParallelItem<T, R>, X> view,
            boolean givesFailed,
            boolean ordered) {
        this.call = call;
        this.view = view;
        this.givesFailed = givesFailed;
        this.characteristics = ordered ? ORDERED : 0;
        closeWhenUnreachable(this, call);
    }

    /**
     * Returns the results as a stream.
     *
     * @param view makes of an item what the stream gives
     * @param givesFailed whether failed items are given like others, or do what the options say
     */
    static <T extends @Nullable Object, R extends @Nullable Object, X extends @Nullable Object>
            Stream<X> stream(
                    ParallelCall<T, R> call,
                    Function<ParallelItem<T, R>, X> view,
                    boolean givesFailed,
                    boolean ordered) {
        return StreamSupport.stream(new LazyResults<>(call, view, givesFailed, ordered), false)
                .onClose(call::close);
    }

    /** Closes a call once nobody can reach its handle; a call never refers to its handle. */
    static void closeWhenUnreachable(Object handle, ParallelCall<?, ?> call) {
        CLEANER.register(
                handle,
                () -> Thread.ofVirtual().name("polyloom-parallel-close").start(call::close));
    }

    @Override
    public boolean tryAdvance(Consumer<? super X> action) {
        try {
            ParallelItem<T, R> item = nextToGive();
            if (item == null) {
                return end();
            }
            give(item, action);
            return true;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private @Nullable ParallelItem<T, R> nextToGive() {
        ParallelItem<T, R> item = ended ? null : call.next();
        while (item != null && item.failed() && !givesFailed) {
            failures.add(call.failedResult(item));
            item = call.next();
        }
        return item;
    }

    private void give(ParallelItem<T, R> item, Consumer<? super X> action) {
        boolean taken = false;
        try {
            action.accept(view.apply(item));
            taken = true;
        } finally {
            if (!taken) {
                call.close();
            }
        }
    }

    private boolean end() {
        if (!ended) {
            ended = true;
            call.close();
            if (!failures.isEmpty()) {
                throw failed(failures, List.of(), call.taken());
            }
        }
        return false;
    }

    static <T extends @Nullable Object, R extends @Nullable Object> ItemsFailedException failed(
            List<ItemResult<T, R>> failures, List<? extends @Nullable Object> results, long total) {
        failures.sort(Comparator.comparingLong(ItemResult::index));
        return new ItemsFailedException(failures, results, total);
    }

    @Override
    public @Nullable Spliterator<X> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return characteristics;
    }
}
