package dev.polyloom;

import dev.polyloom.spi.ComposedBody;
import dev.polyloom.spi.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Applies a function to some consecutive items, one after the other. It stops early, with outcomes
 * for the items so far, after a failure that fails the map, an interrupt, or when it has used up
 * its time, so that items that turn out long do not all wait for one worker.
 */
final class ChunkTask<T extends @Nullable Object, R extends @Nullable Object>
        implements SerializableCallable<List<Outcome<R>>>, ComposedBody {
    private static final long serialVersionUID = 1L;
    private static final Composer COMPOSER = ChunkTask::new;
    private static final int FIXED = 3;

    private final SerializableFunction<? super T, ? extends R> function;
    private final ArrayList<T> items;
    private final boolean failFast;
    private final long budgetNanos;

    ChunkTask(
            SerializableFunction<? super T, ? extends R> function,
            List<ParallelItem<T, R>> items,
            boolean failFast,
            long budgetNanos) {
        this.function = function;
        this.items = new ArrayList<>(items.size());
        for (ParallelItem<T, R> item : items) {
            this.items.add(item.item());
        }
        this.failFast = failFast;
        this.budgetNanos = budgetNanos;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // items are as null as T allows
    private ChunkTask(@Nullable Object[] parts) {
        function = (SerializableFunction<? super T, ? extends R>) Objects.requireNonNull(parts[0]);
        failFast = (Boolean) Objects.requireNonNull(parts[1]);
        budgetNanos = (Long) Objects.requireNonNull(parts[2]);
        items = new ArrayList<>((List<T>) Arrays.asList(parts).subList(FIXED, parts.length));
    }

    @Override
    public @Nullable Object[] parts() {
        @Nullable Object[] parts = new @Nullable Object[FIXED + items.size()];
        parts[0] = function;
        parts[1] = failFast;
        parts[2] = budgetNanos;
        for (int i = 0; i < items.size(); i++) {
            parts[FIXED + i] = items.get(i);
        }
        return parts;
    }

    @Override
    public int itemCount() {
        return items.size();
    }

    @Override
    public Composer composer() {
        return COMPOSER;
    }

    @Override
    @SuppressWarnings("NullAway") // items are as null as T allows
    public List<Outcome<R>> call() {
        List<Outcome<R>> outcomes = new ArrayList<>(items.size());
        ItemClock clock = ItemClock.start();
        long start = clock.nanos();
        for (T item : items) {
            Outcome<R> outcome = outcome(item, clock, start);
            outcomes.add(outcome);
            start += outcome.nanos();
            if (stopsAfter(outcome) || start - clock.nanos() > budgetNanos) {
                break;
            }
        }
        return outcomes;
    }

    @SuppressWarnings("NullAway") // results are as null as R allows
    private Outcome<R> outcome(T item, ItemClock clock, long start) {
        R value = null;
        Throwable failure = null;
        try {
            value = function.apply(item);
        } catch (Throwable e) {
            failure = e;
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
        return clock.outcome(value, failure, start);
    }

    private boolean stopsAfter(Outcome<R> outcome) {
        return (failFast && outcome.failure() != null) || Thread.currentThread().isInterrupted();
    }

    @Override
    public String toString() {
        String first = ItemText.of(items.getFirst());
        return items.size() == 1
                ? "item " + first
                : "%d items, the first %s".formatted(items.size(), first);
    }
}
