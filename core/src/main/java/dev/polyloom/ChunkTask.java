package dev.polyloom;

import dev.polyloom.spi.ComposedBody;
import dev.polyloom.spi.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * Applies a function to some consecutive items, one after the other. It stops early, with outcomes
 * for the items so far, after a failure that fails the map, an interrupt, or when it has used up
 * its time, so that items that turn out long do not all wait for one worker.
 *
 * <p>Reading the clock takes longer than many a function. Unless the time of each item is wanted it
 * is read less often while items are short, every eighth item at the least.
 */
final class ChunkTask<T extends @Nullable Object, R extends @Nullable Object>
        implements SerializableCallable<Outcomes<R>>, ComposedBody {
    private static final long serialVersionUID = 1L;
    static final Composer COMPOSER = ChunkTask::new;
    private static final int FIXED = 4;
    private static final int LONGEST_STRIDE = 8;
    private static final long SHORT_NANOS = 5_000;

    /** The function, what is wanted, and the items: the form in which they travel. */
    private final @Nullable Object[] parts;

    ChunkTask(
            SerializableFunction<? super T, ? extends R> function,
            ParallelItems<T> items,
            boolean failFast,
            boolean timed,
            long budgetNanos) {
        parts = new @Nullable Object[FIXED + items.size()];
        parts[0] = function;
        parts[1] = failFast;
        parts[2] = timed;
        parts[3] = budgetNanos;
        items.copyInto(parts, FIXED);
    }

    private ChunkTask(@Nullable Object[] parts) {
        boolean right =
                parts.length > FIXED
                        && parts[0] instanceof SerializableFunction
                        && parts[1] instanceof Boolean
                        && parts[2] instanceof Boolean
                        && parts[3] instanceof Long;
        if (!right) {
            throw new IllegalArgumentException(
                    "a chunk takes a function, two booleans, a long and items");
        }
        this.parts = parts;
    }

    @Override
    public Object code() {
        Object function = parts[0];
        return function == null ? this : function;
    }

    @Override
    public @Nullable Object[] parts() {
        return parts;
    }

    @Override
    public int itemCount() {
        return parts.length - FIXED;
    }

    @Override
    public Composer composer() {
        return COMPOSER;
    }

    @Override
    public Outcomes<R> call() {
        return new Pass<T, R>(parts).call();
    }

    /** One pass through the items. */
    private static final class Pass<T extends @Nullable Object, R extends @Nullable Object> {
        private final @Nullable Object[] parts;
        private final SerializableFunction<? super T, ? extends R> function;
        private final boolean failFast;
        private final long budgetNanos;
        private final int items;
        private final long @Nullable [] ends;
        private final ItemClock clock = ItemClock.start();
        private final Outcomes.Builder<R> outcomes;
        private int stride = 1;
        private int untilLook = 1;
        private long elapsed;

        @SuppressWarnings({"unchecked", "NullAway"}) // the first parts are never null
        Pass(@Nullable Object[] parts) {
            this.parts = parts;
            function = (SerializableFunction<? super T, ? extends R>) parts[0];
            failFast = (Boolean) parts[1];
            budgetNanos = (Long) parts[3];
            items = parts.length - FIXED;
            ends = (Boolean) parts[2] ? new long[items] : null;
            outcomes = new Outcomes.Builder<>(clock.worker(), clock.micros(), items);
        }

        Outcomes<R> call() {
            Thread thread = Thread.currentThread();
            for (int i = 0; i < items; i++) {
                boolean failed = !apply(parts[FIXED + i]);
                look(i);
                if ((failed && failFast) || thread.isInterrupted() || elapsed > budgetNanos) {
                    break;
                }
            }
            if (ends != null) {
                return outcomes.build(ends);
            }
            return outcomes.build(clock.elapsed());
        }

        @SuppressWarnings({"unchecked", "NullAway"}) // items and results are as null as T and R
        private boolean apply(@Nullable Object item) {
            R value;
            try {
                value = function.apply((T) item);
            } catch (Throwable e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                outcomes.addFailed(e);
                return false;
            }
            outcomes.add(value);
            return true;
        }

        /** Reads the clock, if it is time to. */
        private void look(int index) {
            if (ends != null) {
                elapsed = clock.elapsed();
                ends[index] = elapsed;
            } else if (--untilLook == 0) {
                long now = clock.elapsed();
                boolean dull = now - elapsed < SHORT_NANOS;
                stride = dull ? Math.min(2 * stride, LONGEST_STRIDE) : 1;
                untilLook = stride;
                elapsed = now;
            }
        }
    }

    @Override
    public String toString() {
        String first = ItemText.of(parts[FIXED]);
        return itemCount() == 1
                ? "item " + first
                : "%d items, the first %s".formatted(itemCount(), first);
    }
}
