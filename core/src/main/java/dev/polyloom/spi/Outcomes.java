package dev.polyloom.spi;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * What became of consecutive items that one worker ran, one after the other: a list of {@link
 * Outcome}s that is kept in columns, as there may be very many. Never changes. A codec must encode
 * each value and failure on its own, so that one that cannot travel fails alone.
 *
 * @param <R> the type of the results
 */
public final class Outcomes<R extends @Nullable Object> extends AbstractList<Outcome<R>>
        implements RandomAccess {
    private final String worker;
    private final long startMicros;
    private final long nanos;
    private final @Nullable Object[] values;
    private final int size;
    private final boolean anyFailed;
    private final long @Nullable [] ends;

    /** Stands for the value of an item that failed. */
    private record Failed(Throwable failure) {}

    private Outcomes(Builder<R> builder, long nanos, long @Nullable [] ends) {
        this.worker = builder.worker;
        this.startMicros = builder.startMicros;
        this.nanos = nanos;
        this.values = builder.values;
        this.size = builder.size;
        this.anyFailed = builder.anyFailed;
        this.ends = ends;
    }

    /**
     * Collects outcomes in the order of the items. For one thread and one list.
     *
     * @param <R> the type of the results
     */
    public static final class Builder<R extends @Nullable Object> {
        private final String worker;
        private final long startMicros;
        private final @Nullable Object[] values;
        private int size;
        private boolean anyFailed;

        /**
         * Makes a builder without outcomes.
         *
         * @param worker name of the thread or worker that runs the items
         * @param startMicros when the first began, in microseconds since the epoch
         * @param most how many there will be at most
         */
        public Builder(String worker, long startMicros, int most) {
            this.worker = Objects.requireNonNull(worker, "worker");
            this.startMicros = startMicros;
            this.values = new @Nullable Object[most];
        }

        /**
         * Makes a builder of items that have all given something.
         *
         * @param worker name of the thread or worker that ran the items
         * @param startMicros when the first began, in microseconds since the epoch
         * @param values their results, not copied
         */
        public Builder(String worker, long startMicros, @Nullable Object[] values) {
            this.worker = Objects.requireNonNull(worker, "worker");
            this.startMicros = startMicros;
            this.values = values;
            this.size = values.length;
        }

        /**
         * Adds what an item gave.
         *
         * @param value its result
         */
        public void add(@Nullable R value) {
            values[size++] = value;
        }

        /**
         * Adds an item that failed.
         *
         * @param failure what it threw
         */
        public void addFailed(Throwable failure) {
            values[size++] = new Failed(Objects.requireNonNull(failure, "failure"));
            anyFailed = true;
        }

        /**
         * Returns the list; nothing may be added any more.
         *
         * @param nanos how long all of them ran
         * @return the list, which does not know how long each ran
         */
        public Outcomes<R> build(long nanos) {
            return new Outcomes<>(this, nanos, null);
        }

        /**
         * Returns the list; nothing may be added any more.
         *
         * @param ends when each had ended, in nanoseconds since the first began; not copied
         * @return the list
         * @throws IllegalArgumentException if there are fewer times than outcomes
         */
        public Outcomes<R> build(long... ends) {
            if (ends.length < size) {
                throw new IllegalArgumentException(
                        "%d outcomes with %d times".formatted(size, ends.length));
            }
            return new Outcomes<>(this, size == 0 ? 0 : ends[size - 1], ends);
        }
    }

    /**
     * Returns a single outcome as a list.
     *
     * @param <R> the type of the result
     * @param outcome the outcome
     * @return the list
     */
    public static <R extends @Nullable Object> Outcomes<R> of(Outcome<R> outcome) {
        Builder<R> builder = new Builder<>(outcome.worker(), outcome.startMicros(), 1);
        Throwable failure = outcome.failure();
        if (failure == null) {
            builder.add(outcome.value());
        } else {
            builder.addFailed(failure);
        }
        return builder.build(outcome.nanos());
    }

    /**
     * Returns the name of the thread or worker that ran the items.
     *
     * @return the name
     */
    public String worker() {
        return worker;
    }

    /**
     * Returns when the first item began.
     *
     * @return microseconds since the epoch
     */
    public long startMicros() {
        return startMicros;
    }

    /**
     * Returns how long all items ran.
     *
     * @return nanoseconds
     */
    public long nanos() {
        return nanos;
    }

    /**
     * Tells whether it is known how long each item ran; if not, each counts as long as the mean.
     *
     * @return whether it is known
     */
    public boolean isTimed() {
        return ends != null;
    }

    /**
     * Tells whether an item failed.
     *
     * @return whether one or more did
     */
    public boolean anyFailed() {
        return anyFailed;
    }

    /**
     * Returns what an item gave.
     *
     * @param index which item
     * @return its result, null if it failed
     */
    @SuppressWarnings("unchecked")
    public @Nullable R value(int index) {
        Object value = values[Objects.checkIndex(index, size)];
        return anyFailed && value instanceof Failed ? null : (R) value;
    }

    /**
     * Returns what an item threw.
     *
     * @param index which item
     * @return its failure, or null
     */
    public @Nullable Throwable failure(int index) {
        Object value = values[Objects.checkIndex(index, size)];
        return anyFailed && value instanceof Failed failed ? failed.failure() : null;
    }

    /**
     * Returns when an item had ended.
     *
     * @param index which item
     * @return nanoseconds since the first began
     */
    public long endNanos(int index) {
        int at = Objects.checkIndex(index, size);
        return ends == null ? (long) ((double) nanos / size * (at + 1)) : ends[at];
    }

    @Override
    public Outcome<R> get(int index) {
        long end = endNanos(index);
        long begin = index == 0 ? 0 : endNanos(index - 1);
        return new Outcome<>(
                value(index), failure(index), worker, startMicros + begin / 1000, end - begin);
    }

    @Override
    public int size() {
        return size;
    }
}
