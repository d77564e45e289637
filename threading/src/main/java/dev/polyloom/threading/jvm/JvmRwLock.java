package dev.polyloom.threading.jvm;

import dev.polyloom.threading.backend.CoreRwLock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The JDK's lock for readers and writers. Its stamped lock will not do: readers that come there
 * overtake writers that wait, for as long as there are readers.
 */
final class JvmRwLock implements CoreRwLock {
    private static final long READ = 1;
    private static final long WRITE = 2;

    private final Lock read;
    private final Lock write;

    JvmRwLock() {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        read = lock.readLock();
        write = lock.writeLock();
    }

    @Override
    public long tryRead() {
        return read.tryLock() ? READ : 0;
    }

    @Override
    public long tryWrite() {
        return write.tryLock() ? WRITE : 0;
    }

    @Override
    public long read(long nanos) throws InterruptedException {
        return lock(read, nanos) ? READ : 0;
    }

    @Override
    public long write(long nanos) throws InterruptedException {
        return lock(write, nanos) ? WRITE : 0;
    }

    private static boolean lock(Lock lock, long nanos) throws InterruptedException {
        if (nanos == Long.MAX_VALUE) {
            lock.lockInterruptibly();
            return true;
        }
        return lock.tryLock(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void unlock(long stamp) {
        (stamp == READ ? read : write).unlock();
    }
}
