package dev.polyloom.cli.timeline;

import java.time.Duration;
import java.time.Instant;

/**
 * A run in a few numbers.
 *
 * @param title what was run
 * @param flavor the kind of worker
 * @param workers how many could run at once, {@link Integer#MAX_VALUE} for no bound
 * @param started when it began
 * @param wall how long it took
 * @param items how many items ended
 * @param failed how many of them failed
 * @param retried how often an item was tried again
 * @param busyMicros the time all items took together
 */
record Summary(
        String title,
        String flavor,
        int workers,
        Instant started,
        Duration wall,
        long items,
        long failed,
        long retried,
        long busyMicros) {
    double parallelism() {
        long micros = Math.max(1, wall.toNanos() / 1000);
        return (double) busyMicros / micros;
    }
}
