package dev.polyloom.threading.jvm;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The JDK's lock. */
final class JvmLock implements CoreLock {
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public void lock() {
        lock.lock();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        lock.lockInterruptibly();
    }

    @Override
    public boolean tryLock() {
        return lock.tryLock();
    }

    @Override
    public boolean tryLock(long nanos) throws InterruptedException {
        if (nanos == Long.MAX_VALUE) {
            lock.lockInterruptibly();
            return true;
        }
        return lock.tryLock(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void unlock() {
        lock.unlock();
    }

    @Override
    public boolean isHeldByCurrentThread() {
        return lock.isHeldByCurrentThread();
    }

    @Override
    public int holds() {
        return lock.getHoldCount();
    }

    @Override
    public CoreCondition newCondition() {
        return new JvmCondition(lock.newCondition());
    }

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
