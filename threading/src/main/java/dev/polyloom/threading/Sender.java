package dev.polyloom.threading;

import java.time.Duration;

/**
 * The end of a channel that takes elements. Elements are not null. Safe for use by several threads;
 * what one thread sends is received in the order of sending, and what it did before a send is seen
 * by who receives the element.
 *
 * @param <T> the type of the elements
 */
public interface Sender<T> {
    /**
     * Sends an element, and waits until there is room for it.
     *
     * @param item the element
     * @throws SendException if the channel is closed, or gets closed while this waits
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; the element
     *     is not sent then
     */
    void send(T item) throws InterruptedException;

    /**
     * Sends an element if that takes no waiting.
     *
     * @param item the element
     * @return whether it is in the channel, or with a receiver
     * @throws SendException if the channel is closed
     */
    boolean trySend(T item);

    /**
     * Sends an element, and waits for room, but not for ever.
     *
     * @param item the element
     * @param most the longest wait; does not wait if it is not positive
     * @return whether it is in the channel, or with a receiver
     * @throws SendException if the channel is closed, or gets closed while this waits
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; the element
     *     is not sent then
     */
    boolean send(T item, Duration most) throws InterruptedException;

    /**
     * Closes the channel: what is in it can still be received, nothing can be sent any more, and
     * who waits for room fails. Does nothing if it is closed.
     */
    void close();

    /**
     * Closes the channel as {@link #close()} does, because of an error.
     *
     * @param cause the error, which becomes the cause of all that the closed channel throws
     */
    void close(Throwable cause);

    /**
     * Tells whether the channel is closed; there may be elements left to receive.
     *
     * @return true if nothing can be sent any more
     */
    boolean isClosed();
}
