package dev.polyloom.threading.backend;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A number of permits, given out in the order of asking: who asks for many is not overtaken by
 * those who ask for few. Safe for use by several threads.
 *
 * <p>Whoever gives permits back hands them to those who wait, so that a permit is never free while
 * the first in the queue could have it. A thread that was interrupted, or whose time is up, leaves
 * the queue only if nothing was handed to it before; else it goes on with what it got.
 */
public final class PermitQueue {
    private final CoreLock lock = Platform.backend().newLock();
    private final Deque<Request> requests = new ArrayDeque<>();
    private int free;

    /**
     * Makes a queue.
     *
     * @param permits how many there are at first, 0 or more
     */
    public PermitQueue(int permits) {
        free = permits;
    }

    /** Takes permits if they are free and nobody waits. */
    public boolean tryAcquire(int permits) {
        lock.lock();
        try {
            return takeNow(permits);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes permits.
     *
     * @param permits how many, at least 1
     * @param nanos how long to wait, in nanoseconds; does not wait if not positive, and waits for
     *     ever if {@link Long#MAX_VALUE}
     * @return false if the time is up
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public boolean acquire(int permits, long nanos) throws InterruptedException {
        Request request;
        lock.lockInterruptibly();
        try {
            if (takeNow(permits)) {
                return true;
            }
            if (nanos <= 0) {
                return false;
            }
            request = new Request(permits);
            requests.add(request);
        } finally {
            lock.unlock();
        }
        return await(request, nanos);
    }

    private boolean await(Request request, long nanos) throws InterruptedException {
        try {
            return request.waiter.await(nanos) || !withdraw(request);
        } catch (InterruptedException e) {
            if (withdraw(request)) {
                throw e;
            }
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns false if the request was granted already. */
    private boolean withdraw(Request request) {
        lock.lock();
        try {
            if (!requests.remove(request)) {
                return false;
            }
            grant();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean takeNow(int permits) {
        if (!requests.isEmpty() || free < permits) {
            return false;
        }
        free -= permits;
        return true;
    }

    private void grant() {
        for (Request first = requests.peek();
                first != null && first.permits <= free;
                first = requests.peek()) {
            requests.remove();
            free -= first.permits;
            first.waiter.wake();
        }
    }

    /**
     * Gives permits, and hands them on to those who wait.
     *
     * @return false, and nothing is given, if there would be more than an int can count
     */
    public boolean release(int permits) {
        lock.lock();
        try {
            if (free > Integer.MAX_VALUE - permits) {
                return false;
            }
            free += permits;
            grant();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many permits are free. */
    public int free() {
        lock.lock();
        try {
            return free;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many wait. */
    public int waiting() {
        lock.lock();
        try {
            return requests.size();
        } finally {
            lock.unlock();
        }
    }

    /** One who waits, and for how much. */
    private static final class Request {
        final int permits;
        final Waiter waiter = new Waiter();

        Request(int permits) {
            this.permits = permits;
        }
    }
}
