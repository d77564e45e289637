package dev.polyloom.threading.jvm;

import dev.polyloom.threading.channel.Offer;
import dev.polyloom.threading.channel.OfferQueue;
import dev.polyloom.threading.channel.Outcome;
import dev.polyloom.threading.channel.Waiter;
import org.jspecify.annotations.Nullable;

/** The senders, or the receivers, that wait at a channel; changed with its lock held. */
final class WaitingSide {
    private final OfferQueue waiting = new OfferQueue();

    /** Whether one was woken, and has not tried yet. */
    private boolean coming;

    private volatile int toWake;

    /** Tells, also without the lock, whether somebody has to be woken when there is cause to. */
    boolean isWaiting() {
        return toWake != 0;
    }

    /** Also holds up the next who passes, at the lock, whether or not one is coming. */
    void add(Offer offer) {
        waiting.add(offer);
        toWake = waiting.size();
    }

    void remove(Offer offer) {
        if (waiting.remove(offer)) {
            count();
        }
    }

    /** Has the first try again, unless another is about to; returns who is to be woken for it. */
    @Nullable Waiter next() {
        Offer first = coming ? null : waiting.claimFirst();
        if (first == null) {
            count();
            return null;
        }
        coming = true;
        count();
        Waiter waiter = first.waiter();
        return waiter.complete(first, Outcome.READY) ? waiter : null;
    }

    /** Notes that the one who was woken has tried. */
    void arrived() {
        coming = false;
        count();
    }

    /** Has all try again. */
    void wakeAll() {
        for (Offer each = waiting.claimFirst(); each != null; each = waiting.claimFirst()) {
            if (each.waiter().complete(each, Outcome.READY)) {
                each.waiter().wake();
            }
        }
        count();
    }

    private void count() {
        toWake = coming ? 0 : waiting.size();
    }
}
