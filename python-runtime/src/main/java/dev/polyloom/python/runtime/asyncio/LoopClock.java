package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.object.ThreadState;

/**
 * The clock of an event loop, in nanoseconds.
 *
 * <p>It stands still while the loop works, but for a step at each reading, and goes on to the next
 * timer once the machine's clock has come there, as if waiting took whole milliseconds and waking
 * up its time. So timers go off in the order that their delays give, however slow the first calls
 * of a cold program are. What a program sleeps counts, and a clock that is far behind is set.
 */
final class LoopClock {
    private static final long STEP = 1_000;

    /** What a wake-up takes on an idle machine. */
    private static final long WAKING = 100_000;

    private static final long MILLI = 1_000_000;
    private static final long FAR = 500_000_000;
    private static final double NANOS = 1e9;

    private long now = System.nanoTime();
    private long slept = ThreadState.get().slept();

    static double seconds(long nanos) {
        return nanos / NANOS;
    }

    static long nanos(double seconds) {
        return (long) (seconds * NANOS);
    }

    /** Returns the time. */
    long now() {
        long asleep = ThreadState.get().slept();
        now += STEP + (asleep - slept);
        slept = asleep;
        long real = System.nanoTime();
        if (real - now > FAR) {
            now = real;
        }
        return now;
    }

    /** Returns when a loop that waits for an instant wakes up: it counts whole milliseconds. */
    long wakeUp(long instant) {
        long from = now();
        long millis = Math.ceilDiv(Math.max(0, instant - from), MILLI);
        return from + millis * MILLI + WAKING;
    }

    /** Goes on to an instant, unless the clock is already later. */
    void forwardTo(long instant) {
        now = Math.max(now, instant);
    }
}
