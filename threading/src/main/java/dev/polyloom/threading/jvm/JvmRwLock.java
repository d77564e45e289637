package dev.polyloom.threading.jvm;

import dev.polyloom.threading.backend.CoreRwLock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/** The JDK's stamped lock, which lets no reader overtake a writer that waits. */
final class JvmRwLock implements CoreRwLock {
    private final StampedLock lock = new StampedLock();

    @Override
    public long tryRead() {
        return lock.tryReadLock();
    }

    @Override
    public long tryWrite() {
        return lock.tryWriteLock();
    }

    @Override
    public long read(long nanos) throws InterruptedException {
        if (nanos == Long.MAX_VALUE) {
            return lock.readLockInterruptibly();
        }
        return lock.tryReadLock(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    @Override
    public long write(long nanos) throws InterruptedException {
        if (nanos == Long.MAX_VALUE) {
            return lock.writeLockInterruptibly();
        }
        return lock.tryWriteLock(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    @Override
    public void unlock(long stamp) {
        lock.unlock(stamp);
    }
}
