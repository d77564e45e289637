package dev.polyloom.threading.channel;

import dev.polyloom.threading.OverflowPolicy;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A channel whose every step is done under one lock, and which gives each element straight to who
 * waits for it. Receivers wait only while the buffer is empty, senders only while it is full, so
 * never both: whoever finds the other side waiting completes the first of them, and nobody who is
 * woken has to try again.
 *
 * @param <T> the type of the elements
 */
public abstract class HandOffChannel<T> extends CoreChannel<T> {
    private static final int FIRST_ROOM = 64;

    private final int capacity;
    private final OverflowPolicy policy;

    // all of these are written with the lock held
    private final Queue<T> buffer;
    private final OfferQueue senders = new OfferQueue();
    private final OfferQueue receivers = new OfferQueue();
    private volatile boolean closed;
    private volatile long dropped;
    private @Nullable Waiter toWake;

    /** Makes an empty channel. */
    protected HandOffChannel(ChannelSpec spec) {
        super(spec.name());
        capacity = spec.capacity();
        policy = spec.policy();
        buffer = new ArrayDeque<>(Math.min(capacity, FIRST_ROOM));
    }

    /** Takes the lock. */
    protected abstract void acquire();

    /** Gives the lock back. */
    protected abstract void release();

    @Override
    public final void lock() {
        acquire();
    }

    @Override
    public final void unlock() {
        Waiter woken = toWake;
        if (woken == null) {
            release();
        } else {
            toWake = null;
            release();
            woken.wake();
        }
    }

    @Override
    protected final boolean put(T item) {
        Outcome outcome;
        lock();
        try {
            outcome = give(item);
        } finally {
            unlock();
        }
        return sent(outcome);
    }

    @Override
    protected final boolean put(T item, long nanos) throws InterruptedException {
        Outcome outcome;
        Offer offer = null;
        lock();
        try {
            outcome = give(item);
            if (outcome == Outcome.NONE) {
                offer = Offer.ofSend(item, 0).by(new Waiter());
                senders.add(offer);
            }
        } finally {
            unlock();
        }
        return sent(offer == null ? outcome : await(offer, nanos));
    }

    private boolean sent(Outcome outcome) {
        if (outcome == Outcome.CLOSED) {
            throw sendFailure();
        }
        return outcome == Outcome.TRANSFERRED;
    }

    @Override
    protected final @Nullable T take() {
        T item;
        boolean ended;
        lock();
        try {
            item = get();
            ended = item == null && closed;
        } finally {
            unlock();
        }
        if (ended) {
            throw receiveFailure();
        }
        return item;
    }

    @Override
    protected final @Nullable T take(long nanos) throws InterruptedException {
        T item;
        Offer offer = null;
        lock();
        try {
            item = get();
            if (item == null && !closed) {
                offer = Offer.ofReceive(0).by(new Waiter());
                receivers.add(offer);
            }
        } finally {
            unlock();
        }
        if (item != null) {
            return item;
        }
        return offer == null
                ? received(Outcome.CLOSED, null)
                : received(await(offer, nanos), offer);
    }

    @SuppressWarnings("unchecked") // an element is what was sent
    private @Nullable T received(Outcome outcome, @Nullable Offer offer) {
        if (outcome == Outcome.CLOSED) {
            throw receiveFailure();
        }
        return offer == null ? null : (T) offer.item;
    }

    private Outcome await(Offer offer, long nanos) throws InterruptedException {
        boolean done = false;
        try {
            done = offer.waiter().await(nanos, patience());
        } finally {
            if (!done) {
                lock();
                try {
                    delist(offer);
                } finally {
                    unlock();
                }
            }
        }
        return offer.outcome;
    }

    private Outcome give(T item) {
        if (closed) {
            return Outcome.CLOSED;
        }
        Offer receiver = receivers.claimFirst();
        if (receiver != null) {
            receiver.item = item;
            complete(receiver);
        } else if (buffer.size() < capacity) {
            buffer.add(item);
        } else {
            return overflow(item);
        }
        return Outcome.TRANSFERRED;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // the lock is held
    private Outcome overflow(T item) {
        if (policy == OverflowPolicy.BLOCK) {
            return Outcome.NONE;
        }
        dropped++;
        if (policy == OverflowPolicy.DROP_NEWEST) {
            return Outcome.DROPPED;
        }
        buffer.remove();
        buffer.add(item);
        return Outcome.TRANSFERRED;
    }

    @SuppressWarnings("unchecked") // an element is what was sent
    private @Nullable T get() {
        T item = buffer.poll();
        if (item == null && capacity > 0) {
            return null;
        }
        Offer sender = senders.claimFirst();
        if (sender == null) {
            return item;
        }
        T sent = (T) sender.item();
        complete(sender);
        if (item == null) {
            return sent;
        }
        buffer.add(sent);
        return item;
    }

    private void complete(Offer offer) {
        Waiter waiter = offer.waiter();
        if (waiter.complete(offer, Outcome.TRANSFERRED)) {
            toWake = waiter;
        }
    }

    @Override
    protected final void shut() {
        lock();
        try {
            closed = true;
            endAll(senders);
            endAll(receivers);
        } finally {
            unlock();
        }
    }

    private static void endAll(OfferQueue waiting) {
        for (Offer each = waiting.claimFirst(); each != null; each = waiting.claimFirst()) {
            if (each.waiter().complete(each, Outcome.CLOSED)) {
                each.waiter().wake();
            }
        }
    }

    @Override
    public final boolean isClosed() {
        return closed;
    }

    @Override
    public final boolean isFinished() {
        lock();
        try {
            return closed && buffer.isEmpty();
        } finally {
            unlock();
        }
    }

    @Override
    public final long dropped() {
        return dropped;
    }

    @Override
    @SuppressWarnings("unchecked") // a select sends what the channel takes
    public final Outcome attempt(Offer offer) {
        if (offer.send) {
            return give((T) offer.item());
        }
        offer.item = get();
        if (offer.item != null) {
            return Outcome.TRANSFERRED;
        }
        return closed ? Outcome.CLOSED : Outcome.NONE;
    }

    @Override
    public final void enlist(Offer offer) {
        (offer.send ? senders : receivers).add(offer);
    }

    @Override
    public final void delist(Offer offer) {
        (offer.send ? senders : receivers).remove(offer);
    }

    @Override
    public final boolean isReady(Offer offer) {
        return false;
    }

    @Override
    public final long moves() {
        return 0; // nothing moves while the lock is held
    }

    @Override
    public final void passOn(Offer offer) {
        // who is completed here has had the element
    }
}
