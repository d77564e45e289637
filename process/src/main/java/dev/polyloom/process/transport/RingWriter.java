package dev.polyloom.process.transport;

import static dev.polyloom.process.transport.RingMemory.CONTROL;
import static dev.polyloom.process.transport.RingMemory.HEAD;
import static dev.polyloom.process.transport.RingMemory.TAIL;
import static dev.polyloom.process.transport.RingMemory.WANTS_ROOM;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/**
 * The end of a ring where bytes go in; for one thread at a time. Positions count all bytes ever
 * written and taken and never go back; where a byte lies is its position modulo the capacity. The
 * other side's position is looked up only when the one last seen leaves no room.
 */
final class RingWriter {
    /** Bytes after which those written are shown, so that the reader works while we go on. */
    private static final int SHOW = 128 * 1024;

    private final ByteBuffer memory;
    private final int capacity;
    private final ByteBuffer out;

    /** A short frame before it is copied, which at once takes less than part by part. */
    private final ByteBuffer whole = ByteBuffer.allocate(FrameParser.HEADER + Outbox.SHORT);

    private long tail;
    private long tailShown;
    private long headSeen;

    RingWriter(ByteBuffer memory, int capacity) {
        this.memory = memory;
        this.capacity = capacity;
        this.out = memory.duplicate();
    }

    /**
     * Puts a short frame into the ring if it fits there in one piece; {@link #show()} shows it.
     *
     * @param length bytes of all parts
     * @return whether it was put
     */
    boolean put(FrameType type, long task, int length, byte[]... parts) throws ProtocolException {
        int total = FrameParser.HEADER + length;
        int at = CONTROL + (int) (tail & (capacity - 1));
        if (total > CONTROL + capacity - at || total > room(total)) {
            return false;
        }
        whole.clear().putInt(length).put(type.code()).putLong(task);
        for (byte[] part : parts) {
            whole.put(part);
        }
        memory.put(at, whole.array(), 0, total);
        tail += total;
        return true;
    }

    /** Shows the reader all that was put, and tells whether that was anything. */
    boolean show() {
        if (tail == tailShown) {
            return false;
        }
        tailShown = tail;
        Words.LONG.setRelease(memory, TAIL, tail);
        return true;
    }

    /**
     * Moves waiting bytes into the ring, up to its end or as many as are shown at once.
     *
     * @return whether any were moved
     */
    boolean move(Outbox from) throws ProtocolException {
        int room = room(1);
        if (room == 0) {
            return false;
        }
        int at = CONTROL + (int) (tail & (capacity - 1));
        int end = Math.min(CONTROL + capacity, at + Math.min(room, SHOW));
        out.limit(end).position(at);
        from.drainTo(out);
        int moved = out.position() - at;
        tail += moved;
        return moved > 0;
    }

    /** Returns how much room there is, looking again if it was less than wanted. */
    private int room(int wanted) throws ProtocolException {
        if (capacity - (tail - headSeen) < wanted) {
            headSeen = checkedHead();
        }
        return (int) (capacity - (tail - headSeen));
    }

    private long checkedHead() throws ProtocolException {
        long head = (long) Words.LONG.getAcquire(memory, HEAD);
        if (head < headSeen || head > tail) {
            throw new ProtocolException(
                    "it claims to have taken %d bytes; from %d to %d are possible"
                            .formatted(head, headSeen, tail));
        }
        return head;
    }

    /** Tells whether the reader has made room since the ring was full; only a hint. */
    boolean hasRoom() {
        return (long) Words.LONG.getAcquire(memory, HEAD) != tail - capacity;
    }

    /** Asks to be rung when there is room, and tells whether there is some already. */
    boolean askForRoom() {
        Words.INT.setRelease(memory, WANTS_ROOM, 1);
        VarHandle.fullFence();
        return hasRoom();
    }
}
