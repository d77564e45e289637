package dev.polyloom.threading.channel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One run of a select. It tries every clause; if none can happen it takes the locks of all the
 * channels, tries again, and enlists all offers with one waiter before it gives the locks back.
 * Whoever claims the waiter at one channel keeps it from all others. A channel that only says that
 * it is worth trying again has another woken if this run then chooses something else.
 *
 * <p>A run that does not wait enlists too before it says that nothing can happen, and only while it
 * has the locks: clauses looked at one after the other miss what goes from one to the next. So it
 * looks at all until nothing has moved meanwhile; that is soon, as who adds or removes an element
 * where an offer is enlisted is then held up at the lock.
 */
public final class Selection {
    private final CoreChannel<?>[] channels;
    private final Offer[] offers;

    /** Each channel once, in the order in which locks are taken. */
    private final CoreChannel<?>[] locked;

    private @Nullable Offer decided;

    /** Makes a run of clauses, each a channel and what is offered there. */
    public Selection(CoreChannel<?>[] channels, Offer[] offers) {
        this.channels = channels;
        this.offers = offers;
        locked =
                Arrays.stream(channels)
                        .distinct()
                        .sorted(Comparator.comparingLong(CoreChannel::number))
                        .toArray(CoreChannel<?>[]::new);
    }

    /** Returns the offer that happened; null if none did. */
    public @Nullable Offer chosen() {
        return decided;
    }

    /** Lets one clause happen if one can, or throws the error of one whose channel is closed. */
    public void attempt() {
        attemptEach();
        if (offers.length > 1) {
            while (decided == null && !isNothingReady()) {
                throwIfClosed();
            }
        }
    }

    private void attemptEach() {
        int start = ThreadLocalRandom.current().nextInt(offers.length);
        for (int i = 0; i < offers.length && decided == null; i++) {
            Offer offer = offers[(start + i) % offers.length];
            CoreChannel<?> channel = channels[offer.clause];
            channel.lock();
            try {
                attempt(offer);
            } finally {
                channel.unlock();
            }
        }
        throwIfClosed();
    }

    private void attempt(Offer offer) {
        offer.outcome = channels[offer.clause].attempt(offer);
        if (offer.outcome != Outcome.NONE) {
            decided = offer;
        }
    }

    /**
     * Waits until a clause happens, or throws the error of one whose channel is closed.
     *
     * @param nanos the most to wait, in nanoseconds, or {@link Waiter#FOREVER}
     * @throws InterruptedException if the thread is interrupted; then no clause has happened
     */
    public void await(long nanos) throws InterruptedException {
        long deadline = nanos == Waiter.FOREVER ? 0 : System.nanoTime() + nanos;
        attemptEach();
        while (decided == null) {
            Waiter waiter = new Waiter();
            if (enlist(waiter)) {
                long left = nanos == Waiter.FOREVER ? nanos : deadline - System.nanoTime();
                if (!await(waiter, left)) {
                    return;
                }
                settle(waiter.completed());
            } else {
                throwIfClosed();
            }
        }
    }

    private boolean await(Waiter waiter, long nanos) throws InterruptedException {
        try {
            return waiter.await(nanos, channels[0].patience());
        } finally {
            for (Offer each : offers) {
                CoreChannel<?> channel = channels[each.clause];
                channel.lock();
                try {
                    channel.delist(each);
                } finally {
                    channel.unlock();
                }
            }
        }
    }

    private void settle(Offer woken) {
        if (woken.outcome != Outcome.READY) {
            decided = woken;
            throwIfClosed();
            return;
        }
        try {
            attemptEach();
        } finally {
            channels[woken.clause].passOn(woken);
        }
    }

    /** Lets all offers wait; false if one was decided, or is worth trying, and then none waits. */
    private boolean enlist(Waiter waiter) {
        lockAll();
        try {
            if (attemptAndEnlist(waiter)) {
                return false;
            }
            boolean ready = isAnyReady();
            if (ready) {
                delist();
            }
            return !ready;
        } finally {
            unlockAll();
        }
    }

    /** Tells whether no clause can happen; false if one was decided, or is worth trying. */
    private boolean isNothingReady() {
        lockAll();
        try {
            if (attemptAndEnlist(new Waiter())) {
                return false;
            }
            boolean ready;
            long before;
            do {
                before = moves();
                ready = isAnyReady();
            } while (!ready && moves() != before);
            delist();
            return !ready;
        } finally {
            unlockAll();
        }
    }

    private void lockAll() {
        for (CoreChannel<?> each : locked) {
            each.lock();
        }
    }

    private void unlockAll() {
        for (CoreChannel<?> each : locked) {
            each.unlock();
        }
    }

    /** Has an offer happen and tells so, or enlists all. */
    private boolean attemptAndEnlist(Waiter waiter) {
        for (Offer each : offers) {
            // all before any waits, or two clauses of this select could meet
            attempt(each);
            if (decided != null) {
                return true;
            }
        }
        for (Offer each : offers) {
            channels[each.clause].enlist(each.by(waiter));
        }
        return false;
    }

    private boolean isAnyReady() {
        boolean ready = false;
        for (Offer each : offers) {
            ready |= channels[each.clause].isReady(each);
        }
        return ready;
    }

    private long moves() {
        long sum = 0;
        for (CoreChannel<?> each : locked) {
            sum += each.moves();
        }
        return sum;
    }

    private void delist() {
        for (Offer each : offers) {
            channels[each.clause].delist(each);
        }
    }

    private void throwIfClosed() {
        if (decided != null && decided.outcome == Outcome.CLOSED) {
            CoreChannel<?> channel = channels[decided.clause];
            throw decided.send ? channel.sendFailure() : channel.receiveFailure();
        }
    }
}
