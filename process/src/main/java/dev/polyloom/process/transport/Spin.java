package dev.polyloom.process.transport;

import java.util.function.BooleanSupplier;

/**
 * Looks out for news for a moment before a thread goes to sleep: as long as it pays while replies
 * come at once, which is about half of what it takes to wake a sleeping processor.
 *
 * <p>Once a look was in vain, both sides sleep, and each would find the other one too slow for such
 * a look from then on, as it must first be woken. So the next looks may be longer, to bridge that.
 * Who still looks out in vain does it seldom, and who lost the processor meanwhile, as others want
 * it too, more seldom still.
 */
final class Spin {
    static final long SHORT_NANOS = 20_000;
    static final long LONG_NANOS = 100_000;
    private static final long PREEMPTED_NANOS = 100_000;
    private static final int LOOKS = 8;
    private static final int MAX_FAILURES = 5;
    private static final int SKIPPED = 15;
    private static final int SKIPPED_WHEN_CROWDED = 127;

    private final boolean alone;
    private final long longest;
    private int failures;
    private int skip;

    /**
     * Makes one for one thread at a time.
     *
     * @param processors how many there are; who is alone on one never looks out
     * @param longest how long the looks are that follow one in vain, in nanoseconds
     */
    Spin(int processors, long longest) {
        this.alone = processors < 2;
        this.longest = longest;
    }

    /** Looks out, and tells whether there was news. */
    boolean until(BooleanSupplier news) {
        if (alone || skip-- > 0) {
            return false;
        }
        skip = 0;
        long limit = failures == 0 ? SHORT_NANOS : longest;
        long start = System.nanoTime();
        long spent = 0;
        while (spent < limit) {
            for (int i = 0; i < LOOKS; i++) {
                if (news.getAsBoolean()) {
                    failures = 0;
                    return true;
                }
                Thread.onSpinWait();
            }
            spent = System.nanoTime() - start;
        }
        failures++;
        if (spent - limit >= PREEMPTED_NANOS) {
            skip = SKIPPED_WHEN_CROWDED;
        } else if (failures >= MAX_FAILURES) {
            skip = SKIPPED;
        }
        return false;
    }
}
