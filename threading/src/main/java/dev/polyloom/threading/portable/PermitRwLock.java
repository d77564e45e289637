package dev.polyloom.threading.portable;

import dev.polyloom.threading.backend.CoreRwLock;
import dev.polyloom.threading.backend.PermitQueue;

/** Permits in the order of asking: a reader takes one, a writer all. */
final class PermitRwLock implements CoreRwLock {
    private static final int ONE = 1;
    private static final int ALL = Integer.MAX_VALUE;

    private final PermitQueue permits = new PermitQueue(ALL);

    @Override
    public long tryRead() {
        return permits.tryAcquire(ONE) ? ONE : 0;
    }

    @Override
    public long tryWrite() {
        return permits.tryAcquire(ALL) ? ALL : 0;
    }

    @Override
    public long read(long nanos) throws InterruptedException {
        return permits.acquire(ONE, nanos) ? ONE : 0;
    }

    @Override
    public long write(long nanos) throws InterruptedException {
        return permits.acquire(ALL, nanos) ? ALL : 0;
    }

    @Override
    public void unlock(long stamp) {
        if (!permits.release((int) stamp)) {
            throw new IllegalMonitorStateException();
        }
    }
}
