package dev.polyloom.process.transport;

import static dev.polyloom.process.transport.RingMemory.ABILITIES;
import static dev.polyloom.process.transport.RingMemory.NAP_SEQUENCE;
import static dev.polyloom.process.transport.RingMemory.SEQUENCE;
import static dev.polyloom.process.transport.RingMemory.SLEEPING;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/**
 * Wakes the receiving thread of one side, or who helps it, without a system call while it is awake.
 *
 * <pre>
 * sleeper: s = sequence; sleeping = how; fence
 *          if there is news: sleeping = 0
 *          else sleep that way until the sequence is not s any more, or for a while; sleeping = 0
 * waker:   publish the news; fence
 *          if sleeping was not 0 and a swap with 0 gets how: sequence += 1; wake that way
 * </pre>
 *
 * <p>Each side writes before its fence what the other one reads after its own, so that one of them
 * at least sees the other: the sleeper the news, or the waker the sleeper. What happens between the
 * sleeper's last look and its sleep moves the sequence on, and then a futex does not sleep; a
 * socket keeps the byte that was sent. A helper has a sequence of its own, so that a wake meant for
 * it does not go to the receiving thread, which sleeps at the same time. A waker that dies between
 * swap and wake takes the wake along: so no sleep is without end.
 */
final class Doorbell {
    static final int AWAKE = 0;
    static final int ON_SOCKET = 1;
    static final int ON_FUTEX = 2;

    /** The receiving thread sleeps, and so does, on a futex of its own, who helps it. */
    static final int NAPPING = 3;

    /** The process has no leave for native calls, or has not said so. */
    static final int NO_FUTEX = 0;

    /** The process will be able to wake by futex. */
    static final int FUTEX_SOON = 1;

    /** The process is able to wake by futex. */
    static final int FUTEX = 2;

    private final ByteBuffer memory;
    private final long address;

    Doorbell(ByteBuffer memory, long address) {
        this.memory = memory;
        this.address = address;
    }

    /** Returns where the sequence word of the receiving thread lies. */
    long address() {
        return address + SEQUENCE;
    }

    /** Returns where the sequence word of a helper lies. */
    long napAddress() {
        return address + NAP_SEQUENCE;
    }

    private static int sequence(int how) {
        return how == NAPPING ? NAP_SEQUENCE : SEQUENCE;
    }

    /** Says that its owner is about to sleep; it must look for news once more. */
    int lieDown(int how) {
        int sequence = (int) Words.INT.getAcquire(memory, sequence(how));
        Words.INT.setRelease(memory, SLEEPING, how);
        VarHandle.fullFence();
        return sequence;
    }

    /** Says that its owner is awake. */
    void getUp() {
        Words.INT.setRelease(memory, SLEEPING, AWAKE);
    }

    /** Returns how its owner sleeps, who is to be woken by the caller and nobody else. */
    int ring() {
        VarHandle.fullFence();
        if ((int) Words.INT.getOpaque(memory, SLEEPING) == AWAKE) {
            return AWAKE;
        }
        int how = (int) Words.INT.getAndSet(memory, SLEEPING, AWAKE);
        if (how != AWAKE) {
            moveOn(how);
        }
        return how;
    }

    /** Moves a sequence on, so that who sleeps there and is to be woken does not fall asleep. */
    void moveOn(int how) {
        int _ = (int) Words.INT.getAndAdd(memory, sequence(how), 1);
    }

    /** Says how its owner can wake the other side. */
    void abilities(int abilities) {
        Words.INT.setRelease(memory, ABILITIES, abilities);
    }

    /** Returns how its owner can wake the other side. */
    int abilities() {
        return (int) Words.INT.getAcquire(memory, ABILITIES);
    }
}
