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
    private final Lock read;
    private final Lock write;

    JvmRwLock() {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        read = lock.readLock();
        write = lock.writeLock();
    }

    @Override
    public boolean tryRead() {
        return read.tryLock();
    }

    @Override
    public boolean tryWrite() {
        return write.tryLock();
    }

    @Override
    public boolean read(long nanos) throws InterruptedException {
        return lock(read, nanos);
    }

    @Override
    public boolean write(long nanos) throws InterruptedException {
        return lock(write, nanos);
    }

    private static boolean lock(Lock lock, long nanos) throws InterruptedException {
        if (nanos == Long.MAX_VALUE) {
            lock.lockInterruptibly();
            return true;
        }
        return lock.tryLock(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void unlockRead() {
        read.unlock();
    }

    @Override
    public void unlockWrite() {
        write.unlock();
    }
}
