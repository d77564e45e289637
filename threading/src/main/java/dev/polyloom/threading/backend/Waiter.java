package dev.polyloom.threading.backend;

/** One thread, the one that makes it, that waits until another lets it go on for good. */
public final class Waiter {
    private final Parker parker = Platform.backend().newParker();
    private volatile boolean woken;

    /** Makes a waiter for this thread. */
    public Waiter() {}

    /** Lets the thread go on; never to be taken back. */
    public void wake() {
        woken = true;
        parker.unpark();
    }

    /**
     * Waits to be let go on.
     *
     * @param nanos how long to wait, in nanoseconds; for ever if {@link Long#MAX_VALUE}
     * @return false if the time is up
     * @throws InterruptedException if the thread is interrupted before it is let go on
     */
    public boolean await(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        long left = nanos;
        while (!woken) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (left <= 0) {
                return false;
            }
            parker.park(left);
            if (nanos != Long.MAX_VALUE) {
                left = deadline - System.nanoTime();
            }
        }
        return true;
    }
}
