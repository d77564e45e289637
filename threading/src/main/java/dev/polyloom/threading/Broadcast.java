package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import dev.polyloom.threading.backend.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A channel whose every subscriber gets every element that is sent after it subscribed, all in the
 * same order. Each subscription has room of its own for elements that were not received yet; what
 * happens when one is full is up to the {@link OverflowPolicy}: under {@code BLOCK} senders wait
 * until all subscriptions have room, else the full one loses an element and the others do not. What
 * is sent while nobody subscribes is lost. Elements are not null. Safe for use by several threads.
 *
 * @param <T> the type of the elements
 */
public final class Broadcast<T> implements Sender<T>, AutoCloseable {
    final CoreLock lock = Platform.backend().newLock();
    final int capacity;
    final OverflowPolicy policy;

    private final CoreCondition room = lock.newCondition();
    private final List<Subscription<T>> subscriptions = new ArrayList<>();
    private final @Nullable String name;
    private boolean closed;
    private @Nullable Throwable cause;
    private long dropped;

    /**
     * Makes a channel without a name.
     *
     * @param capacity for how many elements each subscription has room
     * @param policy what happens to more of them
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public Broadcast(int capacity, OverflowPolicy policy) {
        this(null, capacity, policy);
    }

    /**
     * Makes a channel.
     *
     * @param capacity for how many elements each subscription has room
     * @param policy what happens to more of them
     * @param name what messages call it; not null
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public Broadcast(int capacity, OverflowPolicy policy, String name) {
        this(Objects.requireNonNull(name, "name"), capacity, policy);
    }

    private Broadcast(@Nullable String name, int capacity, OverflowPolicy policy) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "a subscription has room for 1 element or more, not " + capacity);
        }
        this.name = name;
        this.capacity = capacity;
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /**
     * Subscribes to what is sent from now on.
     *
     * @return a subscription, at its end already if the channel is closed; to be closed, or senders
     *     may wait for its room
     */
    public Subscription<T> subscribe() {
        lock.lock();
        try {
            Subscription<T> made = new Subscription<>(this);
            subscriptions.add(made);
            return made;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends an element to all who subscribe, and waits until there is room for it.
     *
     * @param item the element
     * @throws SendException if the channel is closed, or gets closed while this waits
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; the element
     *     is sent to nobody then
     */
    @Override
    public void send(T item) throws InterruptedException {
        boolean _ = send(item, Long.MAX_VALUE);
    }

    /**
     * Sends an element to all who subscribe, and waits for room, but not for ever.
     *
     * @param item the element
     * @param most the longest wait; does not wait if it is not positive
     * @return whether it was sent to all; else it was sent to nobody
     * @throws SendException if the channel is closed, or gets closed while this waits
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; the element
     *     is sent to nobody then
     */
    @Override
    public boolean send(T item, Duration most) throws InterruptedException {
        return send(item, Nanos.of(most));
    }

    private boolean send(T item, long nanos) throws InterruptedException {
        Objects.requireNonNull(item, "item");
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (mustWait()) {
                if (left <= 0) {
                    return false;
                }
                left = room.awaitNanos(left);
            }
            deliver(item);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends an element to all who subscribe, if that takes no waiting.
     *
     * @param item the element
     * @return whether it was sent to all; else it was sent to nobody
     * @throws SendException if the channel is closed
     */
    @Override
    public boolean trySend(T item) {
        Objects.requireNonNull(item, "item");
        lock.lock();
        try {
            if (mustWait()) {
                return false;
            }
            deliver(item);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean mustWait() {
        return policy == OverflowPolicy.BLOCK && !closed && isAnyFull();
    }

    private boolean isAnyFull() {
        return subscriptions.stream().anyMatch(Subscription::isFull);
    }

    private void deliver(T item) {
        if (closed) {
            throw new SendException(this + " is closed, and takes no more", cause);
        }
        subscriptions.forEach(each -> each.put(item));
        letSend();
    }

    /** Wakes a sender if it can send; called with the lock held after each change of room. */
    void letSend() {
        if (!isAnyFull()) {
            room.signal();
        }
    }

    /** Counts an element that a subscription lost. */
    void countDropped() {
        dropped++;
    }

    void remove(Subscription<T> subscription) {
        subscriptions.remove(subscription);
        letSend();
    }

    boolean isEnded() {
        return closed;
    }

    @Nullable Throwable cause() {
        return cause;
    }

    /**
     * Closes the channel: what was sent can still be received, nothing can be sent any more, and
     * who waits for room fails. Does nothing if it is closed.
     */
    @Override
    public void close() {
        end(null);
    }

    /**
     * Closes the channel as {@link #close()} does, because of an error.
     *
     * @param cause the error, which becomes the cause of all that the closed channel throws
     */
    @Override
    public void close(Throwable cause) {
        end(Objects.requireNonNull(cause, "cause"));
    }

    private void end(@Nullable Throwable why) {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                cause = why;
                room.signalAll();
                subscriptions.forEach(Subscription::wake);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells whether the channel is closed; there may be elements left to receive.
     *
     * @return true if nothing can be sent any more
     */
    @Override
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells how many elements the overflow policy has thrown away, in all subscriptions together.
     *
     * @return the count; 0 where senders wait
     */
    public long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return Label.of("broadcast channel", name, this);
    }
}
