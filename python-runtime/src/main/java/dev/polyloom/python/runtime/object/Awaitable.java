package dev.polyloom.python.runtime.object;

/** What {@code await} can wait for without asking its class. */
public interface Awaitable {
    /**
     * Waits in the body of an asynchronous function, and returns what has come of it.
     *
     * @param by who waits
     */
    Object await(Awaiter by);
}
