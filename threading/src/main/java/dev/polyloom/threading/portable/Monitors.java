package dev.polyloom.threading.portable;

/** Waiting at a monitor for a number of nanoseconds. */
final class Monitors {
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Monitors() {}

    /**
     * Waits at a monitor that this thread holds.
     *
     * @param monitor the monitor
     * @param nanos the most to wait, or 0 for ever
     */
    @SuppressWarnings({"WaitNotInLoop", "NotifyWait"})
    static void await(Object monitor, long nanos) throws InterruptedException {
        if (nanos <= 0) {
            monitor.wait();
        } else {
            // rounds up, or the last part of a millisecond would be spent in a loop
            monitor.wait(Math.ceilDiv(nanos, NANOS_PER_MILLI));
        }
    }
}
