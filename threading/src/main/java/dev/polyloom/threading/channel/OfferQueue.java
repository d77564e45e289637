package dev.polyloom.threading.channel;

import org.jspecify.annotations.Nullable;

/** The offers that wait at a channel, in the order of coming; guarded by the channel's lock. */
public final class OfferQueue {
    private @Nullable Offer first;
    private @Nullable Offer last;
    private int size;

    /** Makes an empty queue. */
    public OfferQueue() {}

    /** Adds an offer that is in no queue. */
    public void add(Offer offer) {
        offer.queued = true;
        size++;
        offer.previous = last;
        if (last == null) {
            first = offer;
        } else {
            last.next = offer;
        }
        last = offer;
    }

    /** Returns how many there are; some may wait no more. */
    public int size() {
        return size;
    }

    /** Takes out the first offer whose waiter still waits, and claims it; null if there is none. */
    public @Nullable Offer claimFirst() {
        for (Offer offer = first; offer != null; offer = first) {
            remove(offer);
            if (offer.waiter().claim()) {
                return offer;
            }
        }
        return null;
    }

    /** Takes out an offer, and returns whether it was there. */
    @SuppressWarnings("ReferenceEquality") // the links are what is meant
    public boolean remove(Offer offer) {
        if (!offer.queued) {
            return false;
        }
        offer.queued = false;
        size--;
        Offer before = offer.previous;
        Offer after = offer.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        offer.previous = null;
        offer.next = null;
        return true;
    }
}
