package dev.polyloom.threading;

/**
 * A queue between threads: what is sent into it is received from it, each element once. Any number
 * of threads may send and receive. Several channels can be waited for with {@link Select}.
 *
 * @param <T> the type of the elements, which are not null
 */
public interface Channel<T> extends Sender<T>, Receiver<T> {
    /**
     * Makes a channel without room: each send waits for a receive, and the other way round.
     *
     * @param <T> the type of the elements
     * @return the channel
     */
    static <T> Channel<T> rendezvous() {
        return new ChannelBuilder(null).rendezvous();
    }

    /**
     * Makes a channel whose senders wait while it is full.
     *
     * @param capacity for how many elements it has room; with 0 it is a {@link #rendezvous()}
     * @param <T> the type of the elements
     * @return the channel
     * @throws IllegalArgumentException if the capacity is negative
     */
    static <T> Channel<T> bounded(int capacity) {
        return new ChannelBuilder(null).bounded(capacity);
    }

    /**
     * Makes a channel that does what a policy says while it is full.
     *
     * @param capacity for how many elements it has room
     * @param policy what happens to more of them
     * @param <T> the type of the elements
     * @return the channel
     * @throws IllegalArgumentException if the capacity is negative, or is 0 where the policy drops
     */
    static <T> Channel<T> bounded(int capacity, OverflowPolicy policy) {
        return new ChannelBuilder(null).bounded(capacity, policy);
    }

    /**
     * Makes a channel that is never full: nobody waits to send.
     *
     * @param <T> the type of the elements
     * @return the channel
     */
    static <T> Channel<T> unbounded() {
        return new ChannelBuilder(null).unbounded();
    }

    /**
     * Names the channel that is to be made. What it throws carries the name.
     *
     * @param name the name
     * @return what makes the channel
     */
    static ChannelBuilder named(String name) {
        return ChannelBuilder.named(name);
    }

    /**
     * Tells how many elements the overflow policy has thrown away.
     *
     * @return the count; 0 where senders wait
     */
    long dropped();
}
