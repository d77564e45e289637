package dev.polyloom.threading.backend;

/**
 * A place where one thread, the one it was made by, waits until others let it go on. For loops that
 * look at what they wait for before each wait: leave to go on that the thread got before may be
 * spent when it waits for something else meanwhile, such as a lock.
 */
public interface Parker {
    /**
     * Waits until somebody lets this thread go on, who may have done so before; also returns, with
     * the interrupt pending, when the thread is interrupted, and may return without cause.
     */
    void park();

    /**
     * Waits as {@link #park()} does, but not for ever.
     *
     * @param nanos the most to wait, in nanoseconds; does not wait if not positive, and waits for
     *     ever if {@link Long#MAX_VALUE}
     */
    void park(long nanos);

    /** Lets the thread go on, now or the next time that it would wait. */
    void unpark();
}
