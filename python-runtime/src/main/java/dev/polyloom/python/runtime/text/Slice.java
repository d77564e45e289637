package dev.polyloom.python.runtime.text;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.number.Ints;
import org.jspecify.annotations.Nullable;

/**
 * The indexes that a slice takes from a sequence of some length. Immutable.
 *
 * @param start the first index
 * @param step the distance from one to the next, not 0
 * @param count how many there are
 * @param stop the end that {@code slice.indices} gives
 */
public record Slice(int start, int step, int count, int stop) {

    /**
     * Works out the indexes of {@code [start:stop:step]}.
     *
     * @param start an int, or null for None
     * @param stop an int, or null for None
     * @param step an int, or null for None
     * @param length the length of the sequence
     * @throws RuntimeException ValueError if the step is zero
     */
    public static Slice of(
            @Nullable Object start, @Nullable Object stop, @Nullable Object step, int length) {
        long by = step == null ? 1 : clamp(step);
        if (by == 0) {
            throw Fault.value("slice step cannot be zero");
        }
        long low = by < 0 ? -1 : 0;
        long high = by < 0 ? length - 1L : length;
        long first = start == null ? (by < 0 ? high : low) : bound(clamp(start), low, high, length);
        long last = stop == null ? (by < 0 ? low : high) : bound(clamp(stop), low, high, length);
        long span = by < 0 ? first - last : last - first;
        long count = span <= 0 ? 0 : (span - 1) / Math.abs(by) + 1;
        return new Slice((int) first, (int) clampToInt(by), (int) count, (int) last);
    }

    private static long bound(long index, long low, long high, int length) {
        long counted = index < 0 ? index + length : index;
        return Math.clamp(counted, low, Math.max(low, high));
    }

    private static long clamp(Object value) {
        if (Ints.plain(value) instanceof Long small) {
            return Math.clamp(small, -Long.MAX_VALUE / 2, Long.MAX_VALUE / 2);
        }
        return Ints.signum(value) < 0 ? -Long.MAX_VALUE / 2 : Long.MAX_VALUE / 2;
    }

    private static long clampToInt(long value) {
        return Math.clamp(value, -Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Returns the index in the sequence of the element at this place in the slice. */
    public int index(int place) {
        return start + place * step;
    }
}
