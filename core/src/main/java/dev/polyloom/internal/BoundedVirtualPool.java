package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A virtual thread for each task, a bounded number at once; tasks start in order. */
final class BoundedVirtualPool implements Pool, AdmissionGate.Owner<ScopeTask<?>> {
    private final int workers;
    private final ExecutorService executor;
    private final AdmissionGate<ScopeTask<?>> gate;
    private volatile boolean shutdown;

    BoundedVirtualPool(String name, int workers) {
        this.workers = workers;
        executor = Executors.newThreadPerTaskExecutor(VirtualPool.factory(this, name));
        gate = new AdmissionGate<>(workers, this);
    }

    @Override
    public void execute(ScopeTask<?> task) {
        gate.submit(task);
    }

    @Override
    public void launch(ScopeTask<?> task) {
        executor.execute(() -> run(task));
    }

    private void run(ScopeTask<?> task) {
        gate.begins();
        try {
            task.run();
        } finally {
            gate.ends();
        }
    }

    @Override
    public void failed(ScopeTask<?> task, Throwable cause) {
        task.fail(cause);
    }

    @Override
    public void emptied() {
        executor.shutdown();
    }

    @Override
    public void blocked() {
        gate.blocked(1);
    }

    @Override
    public void unblocked() {
        gate.blocked(-1);
    }

    @Override
    public void shutdown() {
        shutdown = true;
        gate.shutdown();
    }

    @Override
    public List<ScopeTask<?>> shutdownNow() {
        shutdown = true;
        List<ScopeTask<?>> waiting = gate.shutdownNow();
        executor.shutdownNow();
        List<ScopeTask<?>> neverStarted = new ArrayList<>();
        for (ScopeTask<?> task : waiting) {
            if (task.withdraw()) {
                neverStarted.add(task);
            }
        }
        return neverStarted;
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return executor.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return executor.awaitTermination(timeout, unit);
    }

    @Override
    public int workers() {
        return workers;
    }

    @Override
    public PoolSnapshot snapshot() {
        return gate.snapshot();
    }
}
