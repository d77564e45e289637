package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Makes the platform threads of a pool, numbers them from 1, and knows those that live. */
final class WorkerThreads implements ThreadFactory {
    private final Pool pool;
    private final String name;
    private final @Nullable ClassLoader contextLoader =
            Thread.currentThread().getContextClassLoader();
    private final Set<Thread> living = ConcurrentHashMap.newKeySet();
    private final BitSet numbers = new BitSet();

    WorkerThreads(Pool pool, String name) {
        this.pool = pool;
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable body) {
        int number = takeNumber();
        return new WorkerThread(pool, () -> live(body, number), name + "-" + number, contextLoader);
    }

    private void live(Runnable body, int number) {
        living.add(Thread.currentThread());
        try {
            body.run();
        } finally {
            living.remove(Thread.currentThread());
            freeNumber(number);
        }
    }

    private int takeNumber() {
        synchronized (numbers) {
            int number = numbers.nextClearBit(1);
            numbers.set(number);
            return number;
        }
    }

    private void freeNumber(int number) {
        synchronized (numbers) {
            numbers.clear(number);
        }
    }

    /** Returns the threads that live, as a view. */
    Set<Thread> living() {
        return living;
    }
}
