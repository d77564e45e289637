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
    private final @Nullable FailurePolicy policy;
    private final int characteristics;
    private final List<ItemResult<T, R>> failures = new ArrayList<>();
    private boolean ended;

    private LazyResults(
            ParallelCall<T, R> call,
            Function<ParallelItem<T, R>, X> view,
            @Nullable FailurePolicy policy,
            boolean ordered) {
        this.call = call;
        this.view = view;
        this.policy = policy;
        this.characteristics = ordered ? ORDERED : 0;
        closeWhenUnreachable(this, call);
    }

    /**
     * Returns the results as a stream.
     *
     * @param view makes of an item what the stream gives
     * @param policy what failed items do, or null if they are given like others
     */
    static <T extends @Nullable Object, R extends @Nullable Object, X extends @Nullable Object>
            Stream<X> stream(
                    ParallelCall<T, R> call,
                    Function<ParallelItem<T, R>, X> view,
                    @Nullable FailurePolicy policy,
                    boolean ordered) {
        return StreamSupport.stream(new LazyResults<>(call, view, policy, ordered), false)
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
            for (; ; ) {
                ParallelItem<T, R> item = ended ? null : call.next();
                if (item == null) {
                    return end();
                }
                if (policy == null || !item.failed()) {
                    give(item, action);
                    return true;
                }
                if (policy == FailurePolicy.FAIL_FAST) {
                    throw call.fail(item);
                }
                failures.add(item.result());
            }
        } finally {
            Reference.reachabilityFence(this);
        }
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
