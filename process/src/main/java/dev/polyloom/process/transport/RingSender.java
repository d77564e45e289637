package dev.polyloom.process.transport;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends frames through a ring. Whoever flushes writes for all; what finds no room stays in the
 * outbox, and the receiving thread goes on when it is rung because there is some.
 */
final class RingSender {
    private final RingState state;
    private final ReentrantLock lock = new ReentrantLock();
    private final Outbox outbox;
    private final RingWriter writer;
    private volatile boolean stalled;
    private boolean released;

    RingSender(RingState state, RingWriter writer, int maxPayload) {
        this.state = state;
        this.writer = writer;
        this.outbox = new Outbox(maxPayload);
    }

    void send(FrameType type, long task, byte[]... parts) {
        if (!state.closed && state.broken == null) {
            outbox.add(type, task, parts);
        }
    }

    void flush() {
        boolean all = true;
        while (all && (stalled || !outbox.isEmpty()) && lock.tryLock()) {
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
            if (writeAndUnlock()) {
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
        do {
            while (writer.write(outbox)) {
                state.wakening().wakePeer();
            }
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
            }
        } catch (InternalError e) {
            // the memory was cut short; no sleep is without end, so nobody need be woken
        } finally {
            lock.unlock();
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
