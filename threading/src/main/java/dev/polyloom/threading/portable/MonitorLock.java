package dev.polyloom.threading.portable;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A lock with an owner and a count, both guarded by the monitor of the object. */
@SuppressWarnings("ReferenceEquality") // threads are told apart by identity
final class MonitorLock implements CoreLock {
    private @Nullable Thread owner;
    private int holds;
    private int waiting;

    @Override
    public synchronized void lock() {
        boolean interrupted = false;
        while (!takeIfFree()) {
            try {
                awaitFree(0);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void lockInterruptibly() throws InterruptedException {
        throwIfInterrupted();
        while (!takeIfFree()) {
            awaitFree(0);
        }
    }

    @Override
    public synchronized boolean tryLock() {
        return takeIfFree();
    }

    @Override
    public synchronized boolean tryLock(long nanos) throws InterruptedException {
        throwIfInterrupted();
        long deadline = System.nanoTime() + nanos;
        long left = nanos;
        while (!takeIfFree()) {
            if (left <= 0) {
                return false;
            }
            awaitFree(left);
            left = deadline - System.nanoTime();
        }
        return true;
    }

    private void awaitFree(long nanos) throws InterruptedException {
        waiting++;
        try {
            Monitors.await(this, nanos);
        } catch (InterruptedException e) {
            // the wake-up that may have come with the interrupt is for another
            notify();
            throw e;
        } finally {
            waiting--;
        }
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
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
        if (waiting > 0) {
            notify();
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

    @Override
    public synchronized int holds() {
        return isHeldByCurrentThread() ? holds : 0;
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
            long _ = awaitNanos(Long.MAX_VALUE);
        }

        @Override
        public long awaitNanos(long nanos) throws InterruptedException {
            checkHeldNow();
            throwIfInterrupted();
            long deadline = System.nanoTime() + nanos;
            Waiter waiter = new Waiter();
            waiters.add(waiter);
            int held = releaseAll();
            boolean interrupted = waiter.await(deadline, nanos == Long.MAX_VALUE);
            takeAgain(held);
            boolean signalled = !waiters.remove(waiter);
            if (interrupted && !signalled) {
                throw new InterruptedException();
            }
            if (interrupted) {
                // a signal goes to one who uses it: the interrupt stays pending
                Thread.currentThread().interrupt();
            }
            return nanos == Long.MAX_VALUE ? nanos : deadline - System.nanoTime();
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

    /** One who waits for a signal. */
    private static final class Waiter {
        private boolean woken;

        /** Waits to be woken, to the end of the time, or to an interrupt: then returns true. */
        synchronized boolean await(long deadline, boolean forever) {
            try {
                while (!woken) {
                    long left = forever ? 0 : deadline - System.nanoTime();
                    if (!forever && left <= 0) {
                        return false;
                    }
                    Monitors.await(this, left);
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
    }
}
