package dev.polyloom.process.transport;

import java.util.function.BooleanSupplier;

/**
 * Looks out for news for a moment before a thread goes to sleep. The moment is about half of what
 * it takes to wake a sleeping processor. Who looks out in vain again and again does it seldom, and
 * who lost the processor meanwhile, as others want it too, more seldom still.
 */
final class Spin {
    private static final long LIMIT_NANOS = 20_000;
    private static final long PREEMPTED_NANOS = 5 * LIMIT_NANOS;
    private static final int LOOKS = 8;
    private static final int MAX_FAILURES = 5;
    private static final int SKIPPED = 15;
    private static final int SKIPPED_WHEN_CROWDED = 127;

    private final boolean alone;
    private int failures;
    private int skip;

    Spin(int processors) {
        this.alone = processors < 2;
    }

    /** Looks out, and tells whether there was news. */
    boolean until(BooleanSupplier news) {
        if (alone || skip-- > 0) {
            return false;
        }
        skip = 0;
        long start = System.nanoTime();
        long spent = 0;
        while (spent < LIMIT_NANOS) {
            for (int i = 0; i < LOOKS; i++) {
                if (news.getAsBoolean()) {
                    failures = 0;
                    return true;
                }
                Thread.onSpinWait();
            }
            spent = System.nanoTime() - start;
        }
        failed(spent);
        return false;
    }

    private void failed(long spent) {
        failures++;
        if (spent >= PREEMPTED_NANOS) {
            skip = SKIPPED_WHEN_CROWDED;
        } else if (failures >= MAX_FAILURES) {
            skip = SKIPPED;
        }
    }
}
