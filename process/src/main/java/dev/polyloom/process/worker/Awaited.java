package dev.polyloom.process.worker;

import dev.polyloom.process.message.PeerLinks;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Tells the primary, which does not see direct pipes, for whom this worker waits at their other
 * ends, so that those are watched, and not stopped before they have answered. Who answers quickly
 * is not mentioned. For one thread.
 */
final class Awaited {
    private final PeerLinks links;
    private final Function<long[], CompletableFuture<?>> report;
    private long[] before = {};
    private long[] reported = {};
    private CompletableFuture<?> confirmed = CompletableFuture.completedFuture(null);

    /**
     * Makes it.
     *
     * @param links knows whom this worker waits for
     * @param report tells the primary all of them
     */
    Awaited(PeerLinks links, Function<long[], CompletableFuture<?>> report) {
        this.links = links;
        this.report = report;
    }

    /** Looks, and reports if need be; the caller goes on whatever happens. */
    void look() {
        try {
            compare();
        } catch (RuntimeException | OutOfMemoryError e) {
            // the next look may do better
        }
    }

    /** Reports do not overtake each other. */
    private void compare() {
        long[] now = links.awaited();
        long[] lasting = both(before, now);
        before = now;
        if (!Arrays.equals(lasting, reported) && confirmed.isDone()) {
            confirmed = report.apply(lasting);
            reported = lasting;
        }
    }

    private static long[] both(long[] sorted, long[] others) {
        return sorted.length == 0
                ? sorted
                : LongStream.of(others)
                        .filter(each -> Arrays.binarySearch(sorted, each) >= 0)
                        .toArray();
    }
}
