package dev.polyloom.process.transport;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sleep and wake of the two receiving threads of a connection: by futex where both processes have
 * leave for native calls and have linked them, else by a byte through the socket. Each says in its
 * {@link Doorbell} how it sleeps, so that the way may change from one sleep to the next.
 */
final class Wakening implements Closeable {
    /** Linking takes a processor for 100 ms, which those who have just met need for each other. */
    private static final long LINK_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long metNanos = System.nanoTime();
    private final Doorbell own;
    private final Doorbell peer;
    private final SocketWaiter socket;
    private int howLast = Doorbell.ON_SOCKET;

    Wakening(Doorbell own, Doorbell peer, SocketWaiter socket) {
        this.own = own;
        this.peer = peer;
        this.socket = socket;
        if (Futex.isGranted()) {
            own.abilities(Doorbell.FUTEX_SOON);
        }
    }

    /** How a thread is about to sleep, and the sequence of its doorbell before it looked round. */
    record Sleep(int how, int sequence) {}

    /** Says that the receiving thread is about to sleep; it must look for news once more. */
    Sleep lieDown() {
        int how = bestSleep();
        howLast = how;
        return new Sleep(how, own.lieDown(how));
    }

    /** Says of the receiving thread, which sleeps as it did, that it is to be woken again. */
    void lieDownAgain() {
        int _ = own.lieDown(howLast);
    }

    /**
     * Says that a thread that helps is about to sleep in its turn; it must look for news once more.
     *
     * @return how, or null where it could not be woken by itself
     */
    @Nullable Sleep lieDownToNap() {
        return bestSleep() == Doorbell.ON_FUTEX
                ? new Sleep(Doorbell.NAPPING, own.lieDown(Doorbell.NAPPING))
                : null;
    }

    /** Sleeps as a helper until woken, for a moment at most. Does not touch the memory. */
    void nap(Sleep nap) {
        Futex futex = Futex.linked();
        if (futex != null) {
            futex.nap(own, nap.sequence);
        }
    }

    /** Says that somebody looks for news, so that nobody needs to be woken. */
    void getUp() {
        own.getUp();
    }

    /** Sleeps until woken, for a while at most. Does not touch the memory. */
    void await(Sleep sleep) throws IOException {
        waiter(sleep.how).await(own, sleep.sequence);
        if (sleep.how == Doorbell.ON_FUTEX) {
            socket.look();
        }
    }

    /** Returns how to sleep, so that the other side is able to wake us. */
    private int bestSleep() {
        int theirs = peer.abilities();
        if (theirs == Doorbell.NO_FUTEX || !Futex.isGranted()) {
            return Doorbell.ON_SOCKET;
        }
        if (Futex.linked() == null) {
            if (System.nanoTime() - metNanos > LINK_AFTER_NANOS) {
                Futex.linkInBackground();
            }
            return Doorbell.ON_SOCKET;
        }
        own.abilities(Doorbell.FUTEX);
        return theirs == Doorbell.FUTEX ? Doorbell.ON_FUTEX : Doorbell.ON_SOCKET;
    }

    private Waiter waiter(int how) {
        Futex futex = Futex.linked();
        return how == Doorbell.ON_FUTEX && futex != null ? futex : socket;
    }

    /** Wakes the other side if it sleeps; what it is to see has been published. */
    void wakePeer() {
        int how = peer.ring();
        if (how == Doorbell.AWAKE) {
            return;
        }
        Futex futex = Futex.linked();
        if (how == Doorbell.NAPPING && futex != null) {
            futex.wakeNapper(peer);
        } else {
            waiter(how).wakePeer(peer);
        }
    }

    /** Wakes the thread of this side, however it sleeps and whatever the doorbell says of it. */
    void wakeOwn() {
        own.moveOn(howLast);
        socket.wakeOwn(own);
        Futex futex = Futex.linked();
        if (futex != null) {
            futex.wakeOwn(own);
        }
    }

    /** Tells whether the other side has closed its socket, or died. */
    boolean peerIsGone() {
        return socket.hasEnded();
    }

    @Override
    public void close() {
        socket.close();
    }
}
