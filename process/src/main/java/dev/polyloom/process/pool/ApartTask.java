package dev.polyloom.process.pool;

import dev.polyloom.process.message.RunEncoded;
import dev.polyloom.spi.Pool;
import dev.polyloom.spi.ScopeTask;
import dev.polyloom.spi.TaskObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Runs one encoded task in a pool that ends with it. */
final class ApartTask implements TaskObserver {
    private final Pool pool;
    private final Runnable then;
    private final CompletableFuture<byte[]> outcome = new CompletableFuture<>();

    private ApartTask(Pool pool, Runnable then) {
        this.pool = pool;
        this.then = then;
    }

    /**
     * Begins to run a task.
     *
     * @param pool runs it
     * @param task the task
     * @param then what to do when it has ended
     * @return its encoded outcome
     */
    static CompletableFuture<byte[]> run(Pool pool, byte[] task, Runnable then) {
        ApartTask apart = new ApartTask(pool, then);
        ScopeTask<byte[]> body = new ScopeTask<>(new RunEncoded(task), null, true, apart);
        var _ = apart.outcome.whenComplete((bytes, failure) -> body.cancel(true));
        try {
            pool.execute(body);
        } finally {
            pool.shutdown();
        }
        return apart.outcome;
    }

    @Override
    public void completed(ScopeTask<?> task) {
        Thread.ofVirtual().name("polyloom-apart").start(() -> complete(task));
    }

    private void complete(ScopeTask<?> task) {
        switch (task.state()) {
            case SUCCESS -> outcome.complete((byte[]) task.resultNow());
            case FAILED -> outcome.completeExceptionally(task.exceptionNow());
            default -> outcome.cancel(false);
        }
    }

    @Override
    public void ended(ScopeTask<?> task) {
        then.run();
    }

    @Override
    public void ran(long waitedNanos, long ranNanos) {}

    @Override
    public void abandoned(ScopeTask<?> task, boolean mayInterrupt) {
        pool.abandon(task, mayInterrupt);
    }

    @Override
    public Future<?> startTimeout(ScopeTask<?> task) {
        throw new IllegalStateException("it has no timeout");
    }

    @Override
    public boolean redirect(ScopeTask<?> task) {
        return false;
    }
}
