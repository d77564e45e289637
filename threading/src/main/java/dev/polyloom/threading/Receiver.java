package dev.polyloom.threading;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The end of a channel that gives elements out, each to one receiver. Elements are not null. Safe
 * for use by several threads.
 *
 * @param <T> the type of the elements
 */
public interface Receiver<T> extends Iterable<T> {
    /**
     * Receives an element, and waits until there is one.
     *
     * @return the element
     * @throws ReceiveException if the channel is closed and empty, or gets so while this waits
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; it has
     *     received nothing then
     */
    T receive() throws InterruptedException;

    /**
     * Receives an element if that takes no waiting.
     *
     * @return the element, or null if there is none now
     * @throws ReceiveException if the channel is closed and empty
     */
    @Nullable T tryReceive();

    /**
     * Receives an element, and waits for it, but not for ever.
     *
     * @param most the longest wait; does not wait if it is not positive
     * @return the element, or null if there was none in time
     * @throws ReceiveException if the channel is closed and empty, or gets so while this waits
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; it has
     *     received nothing then
     */
    @Nullable T receive(Duration most) throws InterruptedException;

    /**
     * Takes out what is there now, without waiting. Works on a closed channel too, also on one that
     * was closed with an error.
     *
     * @return the elements in the order of sending; empty if there are none
     */
    List<T> drain();

    /**
     * Tells whether the channel is closed; there may be elements left to receive.
     *
     * @return true if nothing can be sent any more
     */
    boolean isClosed();

    /**
     * Returns an iterator that receives. It waits for elements, and ends when the channel is closed
     * and empty. A thread that is interrupted while it waits gets a {@link ReceiveException} whose
     * cause is the {@link InterruptedException}, and the interrupt stays pending. If the channel
     * was closed with an error, a {@link ReceiveException} with that cause comes after the last
     * element. Not safe for use by several threads; each may have its own.
     *
     * @return the iterator
     */
    @Override
    Iterator<T> iterator();

    /**
     * Returns a stream that receives, and ends as {@link #iterator()} does.
     *
     * @return the stream, sequential and ordered
     */
    Stream<T> stream();
}
