package dev.polyloom.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A few counters that many threads add to, and that are seldom read. A {@link
 * java.util.concurrent.atomic.LongAdder} for each would touch a cache line for each, and sets up
 * random numbers in every new virtual thread; here all counters of a thread lie in one line, found
 * by the number of the thread.
 */
public final class StripedCounters {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    /** Two cache lines, since processors fetch lines in pairs. */
    private static final int STRIDE = 16;

    private static final int STRIPES =
            Math.min(
                    64,
                    4 * Integer.highestOneBit(2 * Runtime.getRuntime().availableProcessors() - 1));

    private final long[] cells = new long[(STRIPES + 1) * STRIDE];

    /** Makes counters that are zero. */
    public StripedCounters() {}

    /**
     * Adds one.
     *
     * @param counter which counter, from 0 to 7
     */
    public void increment(int counter) {
        add(counter, 1);
    }

    /**
     * Adds a number.
     *
     * @param counter which counter, from 0 to 7
     * @param number what to add
     */
    public void add(int counter, long number) {
        int stripe = (int) Thread.currentThread().threadId() & (STRIPES - 1);
        CELL.getAndAdd(cells, index(stripe, counter), number);
    }

    /**
     * Returns a counter; what is added meanwhile may be missed.
     *
     * @param counter which counter, from 0 to 7
     * @return the sum of what was added to it
     */
    public long sum(int counter) {
        long sum = 0;
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            sum += (long) CELL.getVolatile(cells, index(stripe, counter));
        }
        return sum;
    }

    private static int index(int stripe, int counter) {
        // half a stride of room on both sides keeps neighbours of the array away
        return stripe * STRIDE + STRIDE / 2 + counter;
    }
}
