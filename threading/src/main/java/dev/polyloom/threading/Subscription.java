package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreCondition;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber of a {@link Broadcast} receives. When several threads receive from one
 * subscription, each element goes to one of them. Safe for use by several threads.
 *
 * @param <T> the type of the elements
 */
public final class Subscription<T> implements AutoCloseable {
    private final Broadcast<T> channel;
    private final CoreCondition filled;
    private final Deque<T> items = new ArrayDeque<>();
    private boolean closed;
    private long dropped;

    Subscription(Broadcast<T> channel) {
        this.channel = channel;
        filled = channel.lock.newCondition();
    }

    /**
     * Receives an element, and waits until there is one.
     *
     * @return the element
     * @throws ReceiveException if the subscription is closed, or the channel is and all is received
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; it has
     *     received nothing then
     */
    public T receive() throws InterruptedException {
        return Objects.requireNonNull(receive(Long.MAX_VALUE));
    }

    /**
     * Receives an element, and waits for it, but not for ever.
     *
     * @param most the longest wait; does not wait if it is not positive
     * @return the element, or null if there was none in time
     * @throws ReceiveException if the subscription is closed, or the channel is and all is received
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; it has
     *     received nothing then
     */
    public @Nullable T receive(Duration most) throws InterruptedException {
        return receive(Nanos.of(most));
    }

    private @Nullable T receive(long nanos) throws InterruptedException {
        long left = nanos;
        channel.lock.lockInterruptibly();
        try {
            while (items.isEmpty() && !isEnded()) {
                if (left <= 0) {
                    return null;
                }
                left = filled.awaitNanos(left);
            }
            return next();
        } finally {
            channel.lock.unlock();
        }
    }

    /**
     * Receives an element if that takes no waiting.
     *
     * @return the element, or null if there is none now
     * @throws ReceiveException if the subscription is closed, or the channel is and all is received
     */
    public @Nullable T tryReceive() {
        channel.lock.lock();
        try {
            return items.isEmpty() && !isEnded() ? null : next();
        } finally {
            channel.lock.unlock();
        }
    }

    private T next() {
        T item = items.poll();
        if (item == null) {
            throw new ReceiveException(
                    closed
                            ? "this subscription of %s is closed".formatted(channel)
                            : channel + " is closed, and has no more",
                    channel.cause());
        }
        channel.letSend();
        return item;
    }

    private boolean isEnded() {
        return closed || channel.isEnded();
    }

    /**
     * Takes out what is there now, without waiting.
     *
     * @return the elements in the order of sending; empty if there are none
     */
    public List<T> drain() {
        channel.lock.lock();
        try {
            List<T> drained = new ArrayList<>(items);
            items.clear();
            channel.letSend();
            return drained;
        } finally {
            channel.lock.unlock();
        }
    }

    /** Ends the subscription; what was not received is lost. Does nothing the second time. */
    @Override
    public void close() {
        channel.lock.lock();
        try {
            closed = true;
            items.clear();
            channel.remove(this);
            wake();
        } finally {
            channel.lock.unlock();
        }
    }

    /**
     * Tells how many elements the overflow policy has thrown away here.
     *
     * @return the count; 0 where senders wait
     */
    public long dropped() {
        channel.lock.lock();
        try {
            return dropped;
        } finally {
            channel.lock.unlock();
        }
    }

    boolean isFull() {
        return items.size() >= channel.capacity;
    }

    /** Puts an element; called with the lock held. */
    void put(T item) {
        if (isFull()) {
            dropped++;
            channel.countDropped();
            if (channel.policy == OverflowPolicy.DROP_NEWEST) {
                return;
            }
            items.remove();
        }
        items.add(item);
        filled.signal();
    }

    /** Wakes all who wait to receive. */
    void wake() {
        filled.signalAll();
    }

    @Override
    public String toString() {
        return "subscription of " + channel;
    }
}
