package dev.polyloom.threading.portable;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A lock with an owner, a count and a queue, all guarded by the monitor of the object.
 *
 * <p>Only the first in the queue is woken when the lock gets free, and only it may take the lock
 * then, or somebody who has not waited yet. It stays the first until it takes the lock or gives up.
 * Who gives up while the lock is free wakes the next, as it may have been woken itself.
 */
@SuppressWarnings("ReferenceEquality") // threads are told apart by identity
final class MonitorLock implements CoreLock {
    private static final long FOREVER = Long.MAX_VALUE;

    private final Deque<Waiter> queue = new ArrayDeque<>();
    private @Nullable Thread owner;
    private int holds;

    @Override
    public void lock() {
        Waiter waiter = takeOrQueue();
        boolean interrupted = false;
        while (waiter != null && !takeIfFirst(waiter)) {
            interrupted |= waiter.await(FOREVER);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        boolean _ = tryLock(FOREVER);
    }

    @Override
    public synchronized boolean tryLock() {
        return takeIfFree();
    }

    @Override
    public boolean tryLock(long nanos) throws InterruptedException {
        throwIfInterrupted();
        if (nanos <= 0) {
            return tryLock();
        }
        long deadline = System.nanoTime() + nanos;
        Waiter waiter = takeOrQueue();
        long left = nanos;
        while (waiter != null && !takeIfFirst(waiter)) {
            if (left <= 0) {
                giveUp(waiter);
                return false;
            }
            if (waiter.await(left)) {
                giveUp(waiter);
                throw new InterruptedException();
            }
            left = nanos == FOREVER ? nanos : deadline - System.nanoTime();
        }
        return true;
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Returns null if the lock was taken. */
    private synchronized @Nullable Waiter takeOrQueue() {
        if (takeIfFree()) {
            return null;
        }
        Waiter waiter = new Waiter();
        queue.add(waiter);
        return waiter;
    }

    private synchronized boolean takeIfFirst(Waiter waiter) {
        if (queue.peek() == waiter && takeIfFree()) {
            queue.remove();
            return true;
        }
        waiter.sleepAgain();
        return false;
    }

    private synchronized void giveUp(Waiter waiter) {
        queue.remove(waiter);
        if (owner == null) {
            wakeFirst();
        }
    }

    private boolean takeIfFree() {
        Thread current = Thread.currentThread();
        if (owner == null) {
            owner = current;
        } else if (owner != current) {
            return false;
        }
        holds++;
        return true;
    }

    @Override
    public synchronized void unlock() {
        checkHeld();
        if (--holds == 0) {
            free();
        }
    }

    private void free() {
        owner = null;
        wakeFirst();
    }

    private void wakeFirst() {
        Waiter first = queue.peek();
        if (first != null) {
            first.wake();
        }
    }

    private void checkHeld() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
    }

    @Override
    public synchronized boolean isHeldByCurrentThread() {
        return owner == Thread.currentThread();
    }

    private synchronized int releaseAll() {
        checkHeld();
        int held = holds;
        holds = 0;
        free();
        return held;
    }

    private void takeAgain(int held) {
        lock();
        synchronized (this) {
            holds = held;
        }
    }

    @Override
    public CoreCondition newCondition() {
        return new MonitorCondition();
    }

    private final class MonitorCondition implements CoreCondition {
        /** Those who wait, in the order of coming; guarded by the lock. */
        private final Deque<Waiter> waiters = new ArrayDeque<>();

        @Override
        public void await() throws InterruptedException {
            long _ = awaitNanos(FOREVER);
        }

        @Override
        public long awaitNanos(long nanos) throws InterruptedException {
            checkHeldNow();
            throwIfInterrupted();
            long deadline = System.nanoTime() + nanos;
            Waiter waiter = new Waiter();
            waiters.add(waiter);
            int held = releaseAll();
            boolean interrupted = waiter.await(nanos);
            takeAgain(held);
            boolean signalled = waiter.isWoken();
            if (!signalled) {
                waiters.remove(waiter);
            }
            if (interrupted && !signalled) {
                throw new InterruptedException();
            }
            if (interrupted) {
                // a signal goes to one who uses it: the interrupt stays pending
                Thread.currentThread().interrupt();
            }
            return nanos == FOREVER ? nanos : deadline - System.nanoTime();
        }

        @Override
        public void signal() {
            checkHeldNow();
            Waiter first = waiters.poll();
            if (first != null) {
                first.wake();
            }
        }

        @Override
        public void signalAll() {
            checkHeldNow();
            for (Waiter each = waiters.poll(); each != null; each = waiters.poll()) {
                each.wake();
            }
        }

        private void checkHeldNow() {
            if (!isHeldByCurrentThread()) {
                throw new IllegalMonitorStateException();
            }
        }
    }

    /** One who waits to be woken. */
    private static final class Waiter {
        private boolean woken;

        /** Waits to be woken, to the end of the time, or to an interrupt: then returns true. */
        synchronized boolean await(long nanos) {
            long deadline = System.nanoTime() + nanos;
            try {
                for (long left = nanos; !woken && left > 0; left = deadline - System.nanoTime()) {
                    Monitors.await(this, nanos == FOREVER ? 0 : left);
                }
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        }

        synchronized void wake() {
            woken = true;
            notifyAll();
        }

        synchronized boolean isWoken() {
            return woken;
        }

        synchronized void sleepAgain() {
            woken = false;
        }
    }
}
