package dev.polyloom;

import java.util.OptionalLong;

/**
 * Says how many items go to a worker at once, and how many may be under way.
 *
 * <p>An automatic chunk begins at one item and follows the measured time of the items, so that a
 * chunk is worth the hand-over but no worker is kept much longer than the others: it at most
 * doubles from one measurement to the next, falls at once when items turn out longer, and shrinks
 * towards the end of an input whose size is known. A chunk that was sized on an old measurement
 * gives back what it cannot do within its budget.
 *
 * <p>A few chunks a worker are under way, more while they are short, so that workers need not wait
 * for whoever hands them out.
 */
final class ChunkSizer {
    private static final long LOCAL_TARGET_NANOS = 30_000;
    private static final long REMOTE_TARGET_NANOS = 75_000;
    private static final int BUDGET_TARGETS = 8;
    private static final int LARGEST = 1024;
    private static final int CHUNKS_A_WORKER = 4;
    private static final int MOST_CHUNKS_A_WORKER = 64;
    private static final long AHEAD_NANOS = 200_000;
    private static final int UNBOUNDED_LOOK_AHEAD = 1024;
    private static final int LARGEST_LOOK_AHEAD = 1 << 16;
    private static final double WEIGHT = 0.25;

    private final int fixed;
    private final int fixedLookAhead;
    private final int workers;
    private final int processors;
    private final long targetNanos;
    private double itemNanos;
    private int chunk = 1;

    /** Makes a sizer of the given sizes, 0 for automatic, and workers, possibly without bound. */
    ChunkSizer(int chunk, int lookAhead, int workers, int processors, boolean remote) {
        this.fixed = lookAhead > 0 ? Math.min(chunk, lookAhead) : chunk;
        this.fixedLookAhead = lookAhead;
        this.workers = workers;
        this.processors = Math.min(workers, processors);
        this.targetNanos = remote ? REMOTE_TARGET_NANOS : LOCAL_TARGET_NANOS;
    }

    /** Returns how many items may be taken ahead of the results that were taken. */
    int lookAhead() {
        if (fixedLookAhead > 0) {
            return fixedLookAhead;
        }
        int size = fixed > 0 ? fixed : chunk;
        long perWorker = chunksAhead(size) * size;
        long wanted =
                workers == Integer.MAX_VALUE
                        ? Math.max(UNBOUNDED_LOOK_AHEAD, perWorker * processors)
                        : perWorker * workers;
        return Math.clamp(wanted, 1, Math.max(LARGEST_LOOK_AHEAD, fixed));
    }

    /** Chunks that are over soon may wait in greater number, so that no worker runs out of them. */
    private long chunksAhead(int size) {
        long chunks = itemNanos == 0 ? 0 : (long) (AHEAD_NANOS / (itemNanos * size));
        return Math.clamp(chunks, CHUNKS_A_WORKER, MOST_CHUNKS_A_WORKER);
    }

    /** Returns the size of the next chunk, where so many items are left if that is known. */
    int next(OptionalLong left) {
        if (fixed > 0) {
            return fixed;
        }
        long size = Math.min(chunk, lookAhead() / (2L * processors));
        if (left.isPresent()) {
            size = Math.min(size, left.getAsLong() / ((long) CHUNKS_A_WORKER * processors));
        }
        return (int) Math.max(1, size);
    }

    /** Returns how long a chunk may take before it gives back what is left of it. */
    long budgetNanos() {
        return fixed > 0 ? Long.MAX_VALUE : BUDGET_TARGETS * targetNanos;
    }

    /** Learns from a chunk of so many items that ran so long. */
    void measured(int items, long nanos) {
        double mean = Math.max(1, nanos) / (double) items;
        itemNanos = mean > itemNanos ? mean : itemNanos + WEIGHT * (mean - itemNanos);
        if (fixed == 0) {
            long wanted = (long) (targetNanos / itemNanos);
            chunk = Math.clamp(wanted, 1, Math.min(LARGEST, 2 * chunk));
        }
    }
}
