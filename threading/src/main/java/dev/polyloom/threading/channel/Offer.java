package dev.polyloom.threading.channel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One send or one receive that may have to wait. Its fields are guarded by the lock of its channel
 * until it is claimed, and belong to who claimed it until it is completed.
 */
public final class Offer {
    final boolean send;

    /** Which clause of a select this is. */
    final int clause;

    @Nullable Object item;
    Outcome outcome = Outcome.NONE;
    private @Nullable Waiter waiter;

    @Nullable Offer next;
    @Nullable Offer previous;
    boolean queued;

    private Offer(boolean send, @Nullable Object item, int clause) {
        this.send = send;
        this.item = item;
        this.clause = clause;
    }

    /** Makes the offer of an element. */
    public static Offer ofSend(Object item, int clause) {
        return new Offer(true, item, clause);
    }

    /** Makes the offer to take an element. */
    public static Offer ofReceive(int clause) {
        return new Offer(false, null, clause);
    }

    /** Says who waits for this, and has nobody told so before. */
    public Offer by(Waiter who) {
        waiter = who;
        return this;
    }

    /** Tells whether its waiter was woken to try again. */
    public boolean isReady() {
        return outcome == Outcome.READY;
    }

    /** Returns who waits for this. */
    public Waiter waiter() {
        return Objects.requireNonNull(waiter);
    }

    /** Tells whether this is a send. */
    public boolean isSend() {
        return send;
    }

    /** Returns which clause of a select this is. */
    public int clause() {
        return clause;
    }

    /** Says which element was received. */
    public void receive(Object received) {
        item = received;
    }

    /** Returns the element. */
    public Object item() {
        return Objects.requireNonNull(item);
    }
}
