package dev.polyloom.compat;

import java.util.List;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The pool that {@link ForkJoinPool#commonPool()} gives, which nobody can shut down. */
final class CommonPool extends ForkJoinPool {
    static final CommonPool INSTANCE = new CommonPool();

    private CommonPool() {
        super(Math.max(1, getCommonPoolParallelism()), new Workers(), null, false);
    }

    private static final class Workers implements ForkJoinWorkerThreadFactory {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public @Nullable ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            ForkJoinWorkerThread thread = defaultForkJoinWorkerThreadFactory.newThread(pool);
            if (thread != null) {
                thread.setName("ForkJoinPool.commonPool-worker-" + count.incrementAndGet());
            }
            return thread;
        }
    }

    /** Waits for what is done here and in the common pool of the JDK. */
    @Override
    public boolean awaitQuiescence(long timeout, TimeUnit unit) {
        long end = System.nanoTime() + unit.toNanos(timeout);
        return super.awaitQuiescence(timeout, unit)
                && java.util.concurrent.ForkJoinPool.commonPool()
                        .awaitQuiescence(
                                Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        if (!isQuiescent() && Thread.interrupted()) {
            throw new InterruptedException();
        }
        awaitQuiescence(timeout, unit);
        return false;
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public void close() {}
}
