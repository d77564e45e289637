package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.MailboxPolicy;
import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The messages of one service, across its incarnations. */
final class Letterbox {
    /** What became of a message. */
    enum Fate {
        ACCEPTED,
        DOWN,
        FULL,
        OVER
    }

    private MailboxPolicy policy;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Object> messages = new ArrayDeque<>(1);
    private @Nullable CompletableFuture<Object> waiter;
    private int reader;
    private boolean open;
    private boolean over;
    private long dropped;

    Letterbox(MailboxPolicy policy) {
        this.policy = policy;
    }

    /** Says what becomes of messages from now on; those that wait stay. */
    void policy(MailboxPolicy value) {
        lock.lock();
        try {
            policy = value;
        } finally {
            lock.unlock();
        }
    }

    /** Lets one incarnation read, and no earlier one. */
    void open(int incarnation) {
        lock.lock();
        try {
            reader = incarnation;
            open = true;
            over = false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody wait any longer; who reads can still take what is there. */
    void close() {
        CompletableFuture<Object> waiting;
        lock.lock();
        try {
            open = false;
            changed.signalAll();
            waiting = waiter;
            waiter = null;
        } finally {
            lock.unlock();
        }
        if (waiting != null) {
            Thread.startVirtualThread(() -> waiting.completeExceptionally(stopping()));
        }
    }

    /** Takes no more messages, and drops those that are there. Returns how many they were. */
    int retire() {
        close();
        lock.lock();
        try {
            over = true;
            int count = messages.size();
            dropped += count;
            messages.clear();
            return count;
        } finally {
            lock.unlock();
        }
    }

    Fate accept(Object message) {
        CompletableFuture<Object> waiting;
        lock.lock();
        try {
            Fate fate = fate();
            if (fate != Fate.ACCEPTED) {
                dropped++;
                return fate;
            }
            waiting = waiter;
            waiter = null;
            if (waiting == null) {
                messages.add(message);
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
        if (waiting != null && !waiting.complete(message)) {
            return accept(message);
        }
        return Fate.ACCEPTED;
    }

    /**
     * Puts back a message that was taken and not read, before all others.
     *
     * @return whether somebody may still read it
     */
    boolean putBack(Object message) {
        CompletableFuture<Object> waiting;
        lock.lock();
        try {
            if (over) {
                dropped++;
                return false;
            }
            waiting = waiter;
            waiter = null;
            if (waiting == null) {
                messages.addFirst(message);
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
        return waiting == null || waiting.complete(message) || putBack(message);
    }

    private Fate fate() {
        if (over) {
            return Fate.OVER;
        }
        if (!open && policy.whileDown() != MailboxPolicy.WhileDown.QUEUE) {
            return Fate.DOWN;
        }
        return messages.size() < policy.capacity() ? Fate.ACCEPTED : Fate.FULL;
    }

    /** Takes a message within a time, or returns null. */
    @Nullable Object take(int incarnation, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (true) {
                if (!open || reader != incarnation) {
                    throw stopping();
                }
                if (!messages.isEmpty() || left <= 0) {
                    return messages.poll();
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Nullable Object poll(int incarnation) {
        lock.lock();
        try {
            return reader == incarnation && !over ? messages.poll() : null;
        } finally {
            lock.unlock();
        }
    }

    CompletableFuture<Object> takeAsync(int incarnation) {
        lock.lock();
        try {
            if (!open || reader != incarnation) {
                return CompletableFuture.failedFuture(stopping());
            }
            if (!messages.isEmpty()) {
                return CompletableFuture.completedFuture(messages.remove());
            }
            if (waiter != null) {
                throw new IllegalStateException("an earlier call still waits for a message");
            }
            waiter = new CompletableFuture<>();
            return waiter;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return messages.size();
        } finally {
            lock.unlock();
        }
    }

    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    private static CancellationException stopping() {
        return new CancellationException("the service shall stop, or has ended");
    }
}
