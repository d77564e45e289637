package dev.polyloom.process.message;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The room in one direction of a pipe, as its sender sees it. Safe for use by several threads. */
final class Window {
    private final int maxMessages;
    private final long maxBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private int messages;
    private long bytes;
    private boolean closed;

    Window(int maxMessages, long maxBytes) {
        this.maxMessages = maxMessages;
        this.maxBytes = maxBytes;
    }

    /** What became of an attempt to take room. */
    enum Result {
        TAKEN,
        FULL,
        CLOSED
    }

    /** Takes room, for which it waits at most so long. */
    Result take(long room, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (!closed && !fits(room)) {
                if (left <= 0) {
                    return Result.FULL;
                }
                left = change.awaitNanos(left);
            }
            if (closed) {
                return Result.CLOSED;
            }
            messages++;
            bytes += room;
            return Result.TAKEN;
        } finally {
            lock.unlock();
        }
    }

    /** What is larger than the pipe travels alone. */
    private boolean fits(long room) {
        return messages == 0 || (messages < maxMessages && bytes + room <= maxBytes);
    }

    /** Gives room back. */
    void give(int count, long room) {
        lock.lock();
        try {
            messages -= count;
            bytes -= room;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets everybody go who waits or will. */
    void close() {
        lock.lock();
        try {
            closed = true;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int messages() {
        lock.lock();
        try {
            return messages;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        lock.lock();
        try {
            return "%d of %d messages and %d of %d bytes"
                    .formatted(messages, maxMessages, bytes, maxBytes);
        } finally {
            lock.unlock();
        }
    }
}
