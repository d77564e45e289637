package dev.polyloom.internal;

import dev.polyloom.spi.Pool;

/** A platform thread of a pool. */
final class WorkerThread extends Thread {
    private final Pool pool;

    WorkerThread(Pool pool, Runnable body, String name) {
        super(null, body, name, 0, false);
        this.pool = pool;
    }

    Pool pool() {
        return pool;
    }
}
