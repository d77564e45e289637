package dev.polyloom.threading.channel;

import dev.polyloom.threading.Channel;
import dev.polyloom.threading.ReceiveException;
import dev.polyloom.threading.SendException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What all channels share: arguments, names, errors, iteration; and what a select asks of them. A
 * select holds the locks of all its channels, taken in the order of their numbers, while it sees
 * that no clause can happen and enlists them all: who comes later finds them.
 *
 * @param <T> the type of the elements
 */
public abstract class CoreChannel<T> implements Channel<T> {
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private final @Nullable String name;

    /** Set once, before the channel closes. */
    private volatile @Nullable Closing closing;

    /** Makes a channel of a name, or null for none. */
    protected CoreChannel(@Nullable String name) {
        this.name = name;
    }

    /** Sends without waiting; false if there is no room. */
    protected abstract boolean put(T item);

    /** Sends; false if there is no room in time. */
    protected abstract boolean put(T item, long nanos) throws InterruptedException;

    /** Receives without waiting; null if there is nothing. */
    protected abstract @Nullable T take();

    /** Receives; null if there is nothing in time. */
    protected abstract @Nullable T take(long nanos) throws InterruptedException;

    /** Lets nothing be sent any more, and ends all waits that this makes vain; may be repeated. */
    protected abstract void shut();

    /** Takes the lock for a few instructions that do not wait. */
    public abstract void lock();

    /** Gives the lock back, and wakes who was completed meanwhile. */
    public abstract void unlock();

    /** With the lock held, does what is offered if that can be done now. */
    public abstract Outcome attempt(Offer offer);

    /** With the lock held, lets an offer wait. */
    public abstract void enlist(Offer offer);

    /** With the lock held, tells whether an enlisted offer should rather be tried again. */
    public abstract boolean isReady(Offer offer);

    /**
     * With the lock held, returns a number that grows whenever an element comes or goes. Where it
     * is the same twice, what was seen in between was so all at once.
     */
    public abstract long moves();

    /** With the lock held, takes out an offer that may wait no more. */
    public abstract void delist(Offer offer);

    /** Tells that who was woken as {@link Outcome#READY} has tried, or has gone another way. */
    public abstract void passOn(Offer offer);

    /** Returns the patience of this thread here. */
    public abstract Patience patience();

    /** Tells whether this is closed and empty, for good. */
    public abstract boolean isFinished();

    /** Returns the number that tells this channel from all others. */
    public final long number() {
        return number;
    }

    @Override
    public final void send(T item) throws InterruptedException {
        Objects.requireNonNull(item, "item");
        throwIfInterrupted();
        put(item, Waiter.FOREVER);
    }

    @Override
    public final boolean trySend(T item) {
        return put(Objects.requireNonNull(item, "item"));
    }

    @Override
    public final boolean send(T item, Duration most) throws InterruptedException {
        Objects.requireNonNull(item, "item");
        long nanos = nanos(most);
        throwIfInterrupted();
        return nanos > 0 ? put(item, nanos) : put(item);
    }

    @Override
    @SuppressWarnings("NullAway") // without an end of the time there is an element
    public final T receive() throws InterruptedException {
        throwIfInterrupted();
        return take(Waiter.FOREVER);
    }

    @Override
    public final @Nullable T tryReceive() {
        return take();
    }

    @Override
    public final @Nullable T receive(Duration most) throws InterruptedException {
        long nanos = nanos(most);
        throwIfInterrupted();
        return nanos > 0 ? take(nanos) : take();
    }

    /** Returns nanoseconds that are never {@link Waiter#FOREVER}. */
    private static long nanos(Duration most) {
        return most.compareTo(Duration.ofNanos(Waiter.FOREVER - 1)) >= 0
                ? Waiter.FOREVER - 1
                : most.toNanos();
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public final void close() {
        close(new Closing(null));
    }

    @Override
    public final void close(Throwable cause) {
        close(new Closing(Objects.requireNonNull(cause, "cause")));
    }

    private void close(Closing how) {
        synchronized (this) {
            if (closing == null) {
                closing = how;
            }
        }
        shut();
    }

    private @Nullable Throwable cause() {
        Closing known = closing;
        return known == null ? null : known.cause;
    }

    /** Makes the error of a send into a closed channel. */
    public final SendException sendFailure() {
        return new SendException(this + " is closed, and takes no more", cause());
    }

    /** Makes the error of a receive from a channel that is closed and empty. */
    public final ReceiveException receiveFailure() {
        return new ReceiveException(this + " is closed, and has no more", cause());
    }

    @Override
    public final List<T> drain() {
        List<T> taken = new ArrayList<>();
        try {
            for (T item = take(); item != null; item = take()) {
                taken.add(item);
            }
        } catch (ReceiveException e) {
            return taken;
        }
        return taken;
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public final Iterator<T> iterator() {
        return new ReceivingIterator<>(this);
    }

    @Override
    public final Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    @Override
    public final String toString() {
        return name == null ? "channel " + number : "channel '%s'".formatted(name);
    }

    private record Closing(@Nullable Throwable cause) {}
}
