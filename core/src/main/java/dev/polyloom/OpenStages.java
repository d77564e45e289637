package dev.polyloom;

import dev.polyloom.spi.ScopeTask;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The asynchronous tasks of a scope whose stages are open, though no worker runs them. */
final class OpenStages {
    private final Set<ScopeTask<?>> open = new HashSet<>();

    synchronized void add(ScopeTask<?> task) {
        open.add(task);
    }

    synchronized void remove(ScopeTask<?> task) {
        open.remove(task);
        if (open.isEmpty()) {
            notifyAll();
        }
    }

    synchronized boolean isEmpty() {
        return open.isEmpty();
    }

    void interrupt() {
        List<ScopeTask<?>> all;
        synchronized (this) {
            all = List.copyOf(open);
        }
        for (ScopeTask<?> task : all) {
            if (!task.withdraw()) {
                task.interrupt();
            }
        }
    }

    synchronized boolean awaitEmpty(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (!open.isEmpty()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
