package dev.polyloom.threading.channel;

import dev.polyloom.threading.backend.Parker;
import dev.polyloom.threading.backend.Platform;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits for one of its offers to be completed, by whoever gets to claim it: offers of
 * one select wait at several channels, and one of them happens. Who has claimed it completes it
 * without delay; who withdraws in time is never completed.
 *
 * <pre>
 * WAITING -> PARKED                  the thread is about to sleep
 * WAITING -> CLAIMED        -> DONE  it finds out by itself
 * PARKED  -> CLAIMED_PARKED -> DONE  it has to be woken
 * WAITING, PARKED -> WITHDRAWN       the time is up, or it is interrupted
 * </pre>
 */
public final class Waiter {
    /** The nanoseconds of a wait that does not end by itself. */
    public static final long FOREVER = Long.MAX_VALUE;

    private static final int WAITING = 0;
    private static final int PARKED = 1;
    private static final int CLAIMED = 2;
    private static final int CLAIMED_PARKED = 3;
    private static final int DONE = 4;
    private static final int WITHDRAWN = 5;

    private static final AtomicIntegerFieldUpdater<Waiter> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Waiter.class, "state");

    private volatile int state;

    /** Set before this is parked. */
    private @Nullable Parker parker;

    private @Nullable Offer completed;

    /** Makes a waiter for this thread. */
    public Waiter() {}

    /** Takes the right to complete one of the offers; false if somebody has it, or nobody waits. */
    public boolean claim() {
        return STATE.compareAndSet(this, WAITING, CLAIMED)
                || STATE.compareAndSet(this, PARKED, CLAIMED_PARKED);
    }

    /**
     * Completes an offer that was claimed.
     *
     * @return whether the waiter has to be woken
     */
    public boolean complete(Offer offer, Outcome outcome) {
        boolean parked = state == CLAIMED_PARKED;
        offer.outcome = outcome;
        completed = offer;
        state = DONE;
        return parked;
    }

    /** Lets the thread go on. */
    public void wake() {
        Objects.requireNonNull(parker).unpark();
    }

    /** Makes sure that nobody completes this any more; false if somebody does or did. */
    public boolean withdraw() {
        return STATE.compareAndSet(this, WAITING, WITHDRAWN)
                || STATE.compareAndSet(this, PARKED, WITHDRAWN);
    }

    /** Returns the offer that was completed. */
    public Offer completed() {
        return Objects.requireNonNull(completed);
    }

    /**
     * Waits until an offer is completed.
     *
     * @param nanos the most to wait, in nanoseconds, or {@link #FOREVER}
     * @param patience how long to look for it before sleeping
     * @return whether one is; if not, none will be
     * @throws InterruptedException if the thread is interrupted; then none will be completed
     */
    public boolean await(long nanos, Patience patience) throws InterruptedException {
        long deadline = nanos == FOREVER ? 0 : System.nanoTime() + nanos;
        if (look(patience)) {
            return true;
        }
        Parker place = Platform.backend().newParker();
        parker = place;
        return STATE.compareAndSet(this, WAITING, PARKED)
                ? sleep(place, nanos, deadline)
                : awaitCompletion();
    }

    private boolean look(Patience patience) {
        long since = System.nanoTime();
        for (int i = 0; state != DONE; i++) {
            if (!patience.pause(i, since)) {
                return false;
            }
        }
        patience.paid();
        return true;
    }

    private static void park(Parker place, long left) {
        if (left == FOREVER) {
            place.park();
        } else {
            place.park(left);
        }
    }

    private boolean sleep(Parker place, long nanos, long deadline) throws InterruptedException {
        while (state != DONE) {
            long left = nanos == FOREVER ? FOREVER : deadline - System.nanoTime();
            boolean interrupted = Thread.interrupted();
            if (interrupted || left <= 0) {
                return giveUp(interrupted);
            }
            park(place, left);
        }
        return true;
    }

    private boolean giveUp(boolean interrupted) throws InterruptedException {
        if (!withdraw()) {
            if (interrupted) {
                // what has happened is told; the interrupt stays pending
                Thread.currentThread().interrupt();
            }
            return awaitCompletion();
        }
        if (interrupted) {
            throw new InterruptedException();
        }
        return false;
    }

    private boolean awaitCompletion() {
        while (state != DONE) {
            giveWay();
        }
        return true;
    }

    @SuppressWarnings("ThreadPriorityCheck") // a hint is all that is needed
    private static void giveWay() {
        Thread.yield();
    }
}
