package dev.polyloom;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a parallel map has come.
 *
 * @param done items that are through, the failed ones included
 * @param failed items that failed
 * @param retried how often an item was run again because its worker died
 * @param total how many items there are, empty if the input does not tell
 * @param elapsed time since the map took its first item
 */
public record Progress(long done, long failed, long retried, OptionalLong total, Duration elapsed) {

    /**
     * Returns how many items were through a second so far.
     *
     * @return items a second, 0 before any time has passed
     */
    public double rate() {
        long nanos = elapsed.toNanos();
        return nanos <= 0 ? 0 : done * 1e9 / nanos;
    }

    /**
     * Returns how long the rest will take if it goes on like this.
     *
     * @return the time left, empty if the total is unknown or nothing is done yet
     */
    public Optional<Duration> eta() {
        if (total.isEmpty() || done == 0) {
            return Optional.empty();
        }
        double left = Math.max(0, total.getAsLong() - done);
        return Optional.of(Duration.ofNanos((long) (left * elapsed.toNanos() / done)));
    }
}
