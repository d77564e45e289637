package dev.polyloom.process.transport;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends frames through a ring. A short frame goes straight there, unless others wait before it or
 * another thread is at it; then it waits in the outbox. Whoever flushes writes for all; what finds
 * no room stays in the outbox, and the receiving thread goes on when it is rung because there is
 * some.
 */
final class RingSender {
    private final RingState state;
    private final ReentrantLock lock = new ReentrantLock();
    private final Outbox outbox;
    private final RingWriter writer;
    private final int longest;
    private volatile boolean stalled;

    /** Whether somebody wants all that was sent to be on its way. */
    private volatile boolean due;

    private boolean released;

    RingSender(RingState state, RingWriter writer, int maxPayload) {
        this.state = state;
        this.writer = writer;
        this.outbox = new Outbox(maxPayload);
        this.longest = Math.min(Outbox.SHORT, maxPayload);
    }

    void send(FrameType type, long task, byte[]... parts) {
        if (!state.closed && state.broken == null && !put(type, task, false, parts)) {
            outbox.add(type, task, parts);
        }
    }

    void sendNow(FrameType type, long task, byte[]... parts) {
        if (!state.closed && state.broken == null && !put(type, task, true, parts)) {
            outbox.add(type, task, parts);
            flush();
        }
    }

    /** Puts a frame into the ring at once if that can be done, and shows it if wanted. */
    private boolean put(FrameType type, long task, boolean show, byte[]... parts) {
        int length = 0;
        for (byte[] each : parts) {
            length += Math.min(each.length, longest + 1);
        }
        if (length > longest || stalled || !outbox.isEmpty() || !lock.tryLock()) {
            return false;
        }
        boolean put = false;
        try {
            put = !state.closed && outbox.isDrained() && put(type, task, length, show, parts);
        } catch (ProtocolException e) {
            breakOff(e);
        } catch (InternalError e) {
            breakOff(RingState.cutShort(e));
        } finally {
            lock.unlock();
        }
        if (due) {
            flush();
        }
        return put;
    }

    private boolean put(FrameType type, long task, int length, boolean show, byte[][] parts)
            throws ProtocolException {
        try {
            boolean put = writer.put(type, task, length, parts);
            if (put && show && writer.show()) {
                state.wakening().wakePeer();
            }
            return put;
        } finally {
            MemoryFaults.surface();
        }
    }

    void flush() {
        due = true;
        boolean all = true;
        while (all && due && lock.tryLock()) {
            all = writeAndUnlock();
        }
    }

    boolean isStalled() {
        return stalled && !state.closed && state.broken == null;
    }

    /** Goes on with what found no room, if there is such; for the receiving thread. */
    void flushRest() {
        if (stalled) {
            lock.lock();
            if (writeAndUnlock() && due) {
                flush();
            }
        }
    }

    /** Tells whether {@link #flushRest()} can go on; only a hint. */
    boolean canGoOn() {
        return stalled && writer.hasRoom();
    }

    /**
     * Writes what there is room for, gives the lock back, and tells whether that was all and more
     * could be written.
     */
    private boolean writeAndUnlock() {
        due = false;
        try {
            return !state.closed && state.broken == null && write();
        } catch (ProtocolException e) {
            breakOff(e);
        } catch (InternalError e) {
            breakOff(RingState.cutShort(e));
        } finally {
            lock.unlock();
        }
        return false;
    }

    private boolean write() throws ProtocolException {
        try {
            return moveAll();
        } finally {
            MemoryFaults.surface();
        }
    }

    private boolean moveAll() throws ProtocolException {
        do {
            boolean moved;
            do {
                moved = !outbox.isDrained() && writer.move(outbox);
                if (writer.show()) {
                    state.wakening().wakePeer();
                }
            } while (moved);
            if (outbox.isDrained()) {
                stalled = false;
                return true;
            }
            // before asking: whoever is rung must see it
            stalled = true;
        } while (writer.askForRoom());
        return false;
    }

    /** Leaves it to the receiving thread to say that nothing can be sent any more. */
    private void breakOff(ProtocolException e) {
        state.broken = e;
        outbox.clear();
        stalled = false;
        touch(state.wakening()::wakeOwn);
    }

    /** Does something with the memory while it is there. */
    void touch(Runnable action) {
        lock.lock();
        try {
            if (!released) {
                action.run();
                MemoryFaults.surface();
            }
        } catch (InternalError e) {
            // the memory was cut short; no sleep is without end, so nobody need be woken
        } finally {
            lock.unlock();
        }
        if (due) {
            flush();
        }
    }

    /** Lets nobody touch the memory any more, then gives it back. */
    void release(RingMemory memory) {
        touch(() -> {
            released = true;
            memory.close();
        });
        outbox.clear();
    }
}
