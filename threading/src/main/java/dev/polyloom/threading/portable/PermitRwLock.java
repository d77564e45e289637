package dev.polyloom.threading.portable;

import dev.polyloom.threading.backend.CoreRwLock;
import dev.polyloom.threading.backend.PermitQueue;

/** Permits in the order of asking: a reader takes one, a writer all. */
final class PermitRwLock implements CoreRwLock {
    private static final int ONE = 1;
    private static final int ALL = Integer.MAX_VALUE;

    private final PermitQueue permits = new PermitQueue(ALL);

    @Override
    public boolean tryRead() {
        return permits.tryAcquire(ONE);
    }

    @Override
    public boolean tryWrite() {
        return permits.tryAcquire(ALL);
    }

    @Override
    public boolean read(long nanos) throws InterruptedException {
        return permits.acquire(ONE, nanos);
    }

    @Override
    public boolean write(long nanos) throws InterruptedException {
        return permits.acquire(ALL, nanos);
    }

    @Override
    public void unlockRead() {
        release(ONE);
    }

    @Override
    public void unlockWrite() {
        release(ALL);
    }

    private void release(int taken) {
        if (!permits.release(taken)) {
            throw new IllegalMonitorStateException();
        }
    }
}
