package dev.polyloom.threading.jvm;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The JDK's lock. It is one rather than having one, which spares every use a step. */
final class JvmLock extends ReentrantLock implements CoreLock {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean tryLock(long nanos) throws InterruptedException {
        if (nanos == Long.MAX_VALUE) {
            lockInterruptibly();
            return true;
        }
        return tryLock(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public JvmCondition newCondition() {
        return new JvmCondition(super.newCondition());
    }

    /** What the JDK calls a condition, and what this module calls one. */
    @SuppressWarnings("WaitNotInLoop") // those who call are the ones with the loop
    record JvmCondition(Condition condition) implements Condition, CoreCondition {
        @Override
        public void await() throws InterruptedException {
            condition.await();
        }

        @Override
        public void awaitUninterruptibly() {
            condition.awaitUninterruptibly();
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
        public boolean await(long time, TimeUnit unit) throws InterruptedException {
            return condition.await(time, unit);
        }

        @Override
        public boolean awaitUntil(Date deadline) throws InterruptedException {
            return condition.awaitUntil(deadline);
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
