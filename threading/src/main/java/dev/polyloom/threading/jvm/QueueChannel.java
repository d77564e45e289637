package dev.polyloom.threading.jvm;

import dev.polyloom.threading.channel.CoreChannel;
import dev.polyloom.threading.channel.Offer;
import dev.polyloom.threading.channel.Outcome;
import dev.polyloom.threading.channel.Patience;
import dev.polyloom.threading.channel.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * A channel around a queue without locks. Only who has to wait takes a lock: it enlists, counts
 * itself, and then looks at the queue once more. Who adds or removes an element looks at the count
 * after its place in the queue is settled; so of the two at least one sees the other.
 *
 * <p>One of those who wait is woken at a time. It tries again, since others may have been faster,
 * and whatever comes of that, has the next woken if there is something to do. So a thread that goes
 * on by itself is not stopped at each element by others that wake up for it.
 */
abstract class QueueChannel<T> extends CoreChannel<T> {
    private final SpinLock lock = new SpinLock();

    private final Patience platform = AdaptivePatience.ofPlatform();
    private final Patience virtual = AdaptivePatience.ofVirtualWithRoom();
    private final WaitingSide senders = new WaitingSide();
    private final WaitingSide receivers = new WaitingSide();
    private @Nullable Waiter toWake;

    QueueChannel(@Nullable String name) {
        super(name);
    }

    /** Adds an element: transferred, closed, or none if there is no room. */
    abstract Outcome enqueue(T item);

    /** Removes the first element; null if there is none. */
    abstract @Nullable T dequeue();

    /** Tells whether there is no element. */
    abstract boolean isEmpty();

    /** Tells whether there is no room. */
    abstract boolean isFull();

    /** Lets nothing be added any more; may be repeated. */
    abstract void seal();

    @Override
    protected final boolean put(T item) {
        return sent(enqueue(item));
    }

    @Override
    protected final boolean put(T item, long nanos) throws InterruptedException {
        Outcome outcome = enqueue(item);
        return sent(outcome == Outcome.NONE ? awaitRoom(item, nanos) : outcome);
    }

    private boolean sent(Outcome outcome) {
        if (outcome == Outcome.CLOSED) {
            throw sendFailure();
        }
        if (outcome == Outcome.NONE) {
            return false;
        }
        if (receivers.isWaiting()) {
            wakeNext(receivers);
        }
        return true;
    }

    @Override
    protected final @Nullable T take() {
        T item = dequeue();
        return item == null ? nothing() : received(item);
    }

    /** Looks once more, as an element may have come just before the end. */
    private @Nullable T nothing() {
        if (!isClosed()) {
            return null;
        }
        T item = dequeue();
        if (item == null) {
            throw receiveFailure();
        }
        return received(item);
    }

    @Override
    protected final @Nullable T take(long nanos) throws InterruptedException {
        T item = dequeue();
        return item == null ? awaitItem(nanos) : received(item);
    }

    private T received(T item) {
        if (senders.isWaiting()) {
            wakeNext(senders);
        }
        return item;
    }

    private Outcome awaitRoom(T item, long nanos) throws InterruptedException {
        long deadline = nanos == Waiter.FOREVER ? 0 : System.nanoTime() + nanos;
        Patience patience = patience();
        long since = System.nanoTime();
        for (int i = 0; patience.pause(i, since); i++) {
            Outcome outcome = enqueue(item);
            if (outcome != Outcome.NONE) {
                patience.paid();
                return outcome;
            }
        }
        while (true) {
            Offer offer = Offer.ofSend(item, 0);
            if (!await(offer, left(nanos, deadline))) {
                return Outcome.NONE;
            }
            Outcome outcome = enqueue(item);
            if (offer.isReady()) {
                passOn(offer);
            }
            if (outcome != Outcome.NONE) {
                return outcome;
            }
        }
    }

    private @Nullable T awaitItem(long nanos) throws InterruptedException {
        long deadline = nanos == Waiter.FOREVER ? 0 : System.nanoTime() + nanos;
        Patience patience = patience();
        long since = System.nanoTime();
        for (int i = 0; patience.pause(i, since); i++) {
            T item = take();
            if (item != null) {
                patience.paid();
                return item;
            }
        }
        while (true) {
            Offer offer = Offer.ofReceive(0);
            if (!await(offer, left(nanos, deadline))) {
                return null;
            }
            T item = dequeue();
            if (offer.isReady()) {
                passOn(offer);
            }
            if (item != null) {
                return received(item);
            }
            if (isClosed()) {
                return nothing();
            }
        }
    }

    private static long left(long nanos, long deadline) {
        return nanos == Waiter.FOREVER ? nanos : deadline - System.nanoTime();
    }

    /** Waits until it is worth trying; false if it is not in time. */
    private boolean await(Offer offer, long nanos) throws InterruptedException {
        Waiter waiter = new Waiter();
        lock();
        try {
            enlist(offer.by(waiter));
            if (isReady(offer)) {
                delist(offer);
                return true;
            }
        } finally {
            unlock();
        }
        boolean woken = false;
        try {
            woken = waiter.await(nanos, Patience.NONE);
        } finally {
            if (!woken) {
                lock();
                try {
                    delist(offer);
                } finally {
                    unlock();
                }
            }
        }
        return woken;
    }

    private void wakeNext(WaitingSide side) {
        lock();
        try {
            toWake = side.next();
        } finally {
            unlock();
        }
    }

    @Override
    protected final void shut() {
        seal();
        lock();
        try {
            senders.wakeAll();
            receivers.wakeAll();
        } finally {
            unlock();
        }
    }

    @Override
    public final void lock() {
        lock.lock();
    }

    @Override
    public final void unlock() {
        Waiter woken = toWake;
        if (woken == null) {
            lock.unlock();
        } else {
            toWake = null;
            lock.unlock();
            woken.wake();
        }
    }

    @Override
    @SuppressWarnings("unchecked") // a select sends what the channel takes
    public final Outcome attempt(Offer offer) {
        if (offer.isSend()) {
            Outcome outcome = enqueue((T) offer.item());
            if (outcome == Outcome.TRANSFERRED) {
                toWake = receivers.next();
            }
            return outcome;
        }
        boolean ended = isClosed();
        T item = dequeue();
        if (item == null) {
            return ended ? Outcome.CLOSED : Outcome.NONE;
        }
        offer.receive(item);
        toWake = senders.next();
        return Outcome.TRANSFERRED;
    }

    @Override
    public final void enlist(Offer offer) {
        side(offer).add(offer);
    }

    @Override
    public final void delist(Offer offer) {
        side(offer).remove(offer);
    }

    @Override
    public final boolean isReady(Offer offer) {
        return isClosed() || !(offer.isSend() ? isFull() : isEmpty());
    }

    @Override
    public final boolean isFinished() {
        return isClosed() && isEmpty();
    }

    @Override
    public final void passOn(Offer offer) {
        lock();
        try {
            side(offer).arrived();
            if (isReady(offer)) {
                toWake = side(offer).next();
            }
        } finally {
            unlock();
        }
    }

    @Override
    public final Patience patience() {
        return Thread.currentThread().isVirtual() ? virtual : platform;
    }

    private WaitingSide side(Offer offer) {
        return offer.isSend() ? senders : receivers;
    }
}
