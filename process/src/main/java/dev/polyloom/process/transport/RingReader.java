package dev.polyloom.process.transport;

import static dev.polyloom.process.transport.RingMemory.CONTROL;
import static dev.polyloom.process.transport.RingMemory.HEAD;
import static dev.polyloom.process.transport.RingMemory.TAIL;
import static dev.polyloom.process.transport.RingMemory.WANTS_ROOM;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/**
 * The end of a ring where bytes come out; for one thread at a time. Nothing that stands in the
 * memory is believed: who writes there may be hostile, and may change it while it is read.
 */
final class RingReader {
    private final ByteBuffer memory;
    private final int capacity;
    private final ByteBuffer window;
    private int windowStart;
    private long head;
    private long headShown;
    private long tailSeen;

    RingReader(ByteBuffer memory, int capacity) {
        this.memory = memory;
        this.capacity = capacity;
        this.windowStart = CONTROL;
        this.window = memory.asReadOnlyBuffer().limit(CONTROL).position(CONTROL);
    }

    /** Returns bytes that have come and lie in one piece; what is read from it is taken. */
    ByteBuffer window() {
        return window;
    }

    /** Moves the emptied window on, and tells whether there is something in it. */
    boolean refill() throws ProtocolException {
        settle();
        if (head == tailSeen) {
            tailSeen = checkedTail();
        }
        windowStart = CONTROL + (int) (head & (capacity - 1));
        int count = (int) Math.min(tailSeen - head, (long) CONTROL + capacity - windowStart);
        window.limit(windowStart + count).position(windowStart);
        return count > 0;
    }

    private void settle() {
        head += window.position() - windowStart;
        windowStart = window.position();
    }

    private long checkedTail() throws ProtocolException {
        long tail = (long) Words.LONG.getAcquire(memory, TAIL);
        if (tail < tailSeen || tail > head + capacity) {
            throw new ProtocolException(
                    "it claims to have written %d bytes; from %d to %d are possible"
                            .formatted(tail, tailSeen, head + capacity));
        }
        return tail;
    }

    /** Tells whether more has come than was seen last; only a hint. */
    boolean hasMore() {
        return (long) Words.LONG.getAcquire(memory, TAIL) != tailSeen;
    }

    /** Tells whether so much room has become free that a waiting writer should hear of it. */
    boolean owesRoom() {
        return position() - headShown >= capacity / 8;
    }

    private long position() {
        return head + (window.position() - windowStart);
    }

    /**
     * Gives the room of all that was taken back.
     *
     * @return whether the writer waits for it and is to be rung
     */
    boolean giveRoom() {
        settle();
        if (head == headShown) {
            return false;
        }
        headShown = head;
        Words.LONG.setRelease(memory, HEAD, head);
        VarHandle.fullFence();
        return (int) Words.INT.getOpaque(memory, WANTS_ROOM) != 0
                && (int) Words.INT.getAndSet(memory, WANTS_ROOM, 0) != 0;
    }

    /** Tells whether a whole frame has come, though perhaps in two pieces. */
    boolean holdsFrame() {
        long position = position();
        long count = (long) Words.LONG.getAcquire(memory, TAIL) - position;
        return count >= FrameParser.HEADER && count - FrameParser.HEADER >= peekInt(position);
    }

    private int peekInt(long position) {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            int at = CONTROL + (int) ((position + i) & (capacity - 1));
            value = value << Byte.SIZE | Byte.toUnsignedInt(memory.get(at));
        }
        return value;
    }
}
