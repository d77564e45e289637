package dev.polyloom.internal;

import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The unbounded queue of a pool of platform threads, first in, first out.
 *
 * <p>While there is work nobody takes a lock. A worker that finds nothing enters itself among the
 * sleepers, looks once more, and parks. Whoever offers wakes one sleeper, unless a worker that was
 * woken, or that lingers before it sleeps, has yet to look: that one will see the new task too, and
 * wakes the next if it leaves any. So a burst costs one wake and not one a task:
 *
 * <pre>
 * offer:   add the task;  if somebody sleeps, and nobody is waking or lingers: waking = true, unpark
 * worker:  look;  linger;  look;  enter the sleepers;  look;  park;  if unparked: waking = false;
 *          look;  if it leaves tasks: as offer
 * </pre>
 *
 * <p>No task is left lying while a worker sleeps. Each side writes before it reads what the other
 * writes, all with the order of volatile variables, so of two that meet at least one sees the
 * other: the worker the task or the offerer the sleeper; who was woken or lingered the task or the
 * offerer that nobody is about to look any more.
 */
final class WorkQueue extends AbstractQueue<Runnable> implements BlockingQueue<Runnable> {
    /**
     * How long a worker lingers before it sleeps, in looks of some 40 ns: a task that follows at
     * once then costs no wake, which is dearer by an order of magnitude. One worker at a time does.
     */
    private static final int LINGER = Runtime.getRuntime().availableProcessors() > 1 ? 50 : 0;

    private final CountedLinkedQueue<Runnable> tasks = new CountedLinkedQueue<>();
    private final AtomicBoolean lingering = new AtomicBoolean();

    /** The last to sleep is woken first: its caches are warm, and the others may go for good. */
    private final Deque<Thread> sleepers = new ArrayDeque<>();

    private volatile boolean sleeping;
    private volatile boolean waking;

    @Override
    public boolean offer(Runnable task) {
        tasks.add(task);
        wakeOne();
        return true;
    }

    private void wakeOne() {
        if (sleeping && !waking && !lingering.get()) {
            LockSupport.unpark(nextToWake());
        }
    }

    private synchronized @Nullable Thread nextToWake() {
        if (waking) {
            return null;
        }
        Thread next = sleepers.pollFirst();
        waking = next != null;
        sleeping = !sleepers.isEmpty();
        return next;
    }

    private synchronized void fallAsleep(Thread worker) {
        sleepers.addFirst(worker);
        sleeping = true;
    }

    private synchronized void wakeUp(Thread worker) {
        if (!sleepers.remove(worker)) {
            waking = false;
        }
        sleeping = !sleepers.isEmpty();
    }

    @Override
    public @Nullable Runnable poll() {
        return tasks.poll();
    }

    @Override
    public Runnable take() throws InterruptedException {
        Runnable task = tasks.poll();
        while (task == null) {
            task = await(Long.MAX_VALUE);
        }
        return task;
    }

    @Override
    public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
        Runnable task = tasks.poll();
        if (task != null) {
            return task;
        }
        long rest = unit.toNanos(timeout);
        long deadline = System.nanoTime() + rest;
        while (task == null && rest > 0) {
            task = await(rest);
            rest = deadline - System.nanoTime();
        }
        return task;
    }

    /** Waits until a task may have come, for so long at most, and looks. */
    private @Nullable Runnable await(long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        linger();
        Runnable task = tasks.poll();
        if (task == null) {
            task = sleep(nanos);
        }
        if (!tasks.isEmpty()) {
            wakeOne();
        }
        return task;
    }

    private void linger() {
        if (lingering.compareAndSet(false, true)) {
            for (int look = 0; look < LINGER; look++) {
                Thread.onSpinWait();
            }
            lingering.set(false);
        }
    }

    private @Nullable Runnable sleep(long nanos) {
        Thread worker = Thread.currentThread();
        fallAsleep(worker);
        Runnable task = tasks.poll();
        if (task == null) {
            LockSupport.parkNanos(this, nanos);
        }
        wakeUp(worker);
        return task == null ? tasks.poll() : task;
    }

    @Override
    public @Nullable Runnable peek() {
        return tasks.peek();
    }

    @Override
    public boolean isEmpty() {
        return tasks.isEmpty();
    }

    @Override
    public int size() {
        return tasks.size();
    }

    @Override
    public boolean remove(Object task) {
        return tasks.remove(task);
    }

    /** Returns an iterator over what the queue holds now. */
    @Override
    public Iterator<Runnable> iterator() {
        return tasks.toList().iterator();
    }

    @Override
    public void put(Runnable task) {
        offer(task);
    }

    @Override
    public boolean offer(Runnable task, long timeout, TimeUnit unit) {
        return offer(task);
    }

    @Override
    public int remainingCapacity() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int drainTo(Collection<? super Runnable> target) {
        return drainTo(target, Integer.MAX_VALUE);
    }

    @Override
    public int drainTo(Collection<? super Runnable> target, int most) {
        int moved = 0;
        while (moved < most) {
            Runnable task = poll();
            if (task == null) {
                break;
            }
            target.add(task);
            moved++;
        }
        return moved;
    }
}
