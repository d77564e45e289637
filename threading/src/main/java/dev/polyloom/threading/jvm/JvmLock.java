package dev.polyloom.threading.jvm;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;

/**
 * A lock on the JDK's queue of threads, whose state is how often it is held. Unlike the JDK's lock
 * it is the queue rather than having one, which spares every use a step. Like that it names its
 * owner to the JVM, so that thread dumps and the JVM's search for deadlocks know who holds it.
 */
final class JvmLock extends AbstractQueuedSynchronizer implements CoreLock {
    private static final long serialVersionUID = 1L;

    @Override
    public void lock() {
        acquire(1);
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        acquireInterruptibly(1);
    }

    @Override
    public boolean lockOnce() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (takeFree(1)) {
            return true;
        }
        if (isHeldByCurrentThread()) {
            return false;
        }
        acquireInterruptibly(1);
        return true;
    }

    @Override
    public boolean tryLock() {
        return tryAcquire(1);
    }

    @Override
    public boolean tryLock(long nanos) throws InterruptedException {
        if (nanos == Long.MAX_VALUE) {
            acquireInterruptibly(1);
            return true;
        }
        return tryAcquireNanos(1, nanos);
    }

    @Override
    public void unlock() {
        release(1);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // threads are told apart by identity
    public boolean isHeldByCurrentThread() {
        return getExclusiveOwnerThread() == Thread.currentThread();
    }

    @Override
    public CoreCondition newCondition() {
        return new JvmCondition(new ConditionObject());
    }

    private boolean takeFree(int holds) {
        if (!compareAndSetState(0, holds)) {
            return false;
        }
        setExclusiveOwnerThread(Thread.currentThread());
        return true;
    }

    /** Takes the lock once, or as often as this thread had it when it began to wait. */
    @Override
    protected boolean tryAcquire(int holds) {
        int state = getState();
        if (state == 0) {
            return takeFree(holds);
        }
        if (!isHeldByCurrentThread()) {
            return false;
        }
        setState(Math.addExact(state, holds));
        return true;
    }

    @Override
    protected boolean tryRelease(int holds) {
        if (!isHeldByCurrentThread()) {
            throw new IllegalMonitorStateException("this thread does not hold the lock");
        }
        int left = getState() - holds;
        if (left == 0) {
            setExclusiveOwnerThread(null);
        }
        setState(left);
        return left == 0;
    }

    @Override
    protected boolean isHeldExclusively() {
        return isHeldByCurrentThread();
    }

    /** The JDK's condition. */
    @SuppressWarnings("WaitNotInLoop") // those who call are the ones with the loop
    private record JvmCondition(Condition condition) implements CoreCondition {
        @Override
        public void await() throws InterruptedException {
            condition.await();
        }

        @Override
        public long awaitNanos(long nanos) throws InterruptedException {
            if (nanos == Long.MAX_VALUE) {
                condition.await();
                return nanos;
            }
            return condition.awaitNanos(nanos);
        }

        @Override
        public void signal() {
            condition.signal();
        }

        @Override
        public void signalAll() {
            condition.signalAll();
        }
    }
}
