package dev.polyloom.threading.jvm;

import dev.polyloom.threading.backend.PoolCore;
import dev.polyloom.threading.backend.PoolTask;
import dev.polyloom.threading.backend.PoolWork;
import dev.polyloom.threading.backend.Runner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Workers that steal work from each other: a {@link ForkJoinPool} of its own. */
final class ForkJoinCore extends PoolCore {
    /** How many threads may stand in for those that the JDK's classes block. */
    private static final int MOST_SPARES = 64;

    private static final int KEEP_ALIVE_SECONDS = 60;

    private final Pool pool;

    ForkJoinCore(String name, int workers, Consumer<? super Throwable> uncaught) {
        super(name, workers, uncaught);
        AtomicInteger numbers = new AtomicInteger();
        pool =
                new Pool(
                        workers,
                        made ->
                                new WorkerThread(
                                        made,
                                        this,
                                        "%s-worker-%d".formatted(name, numbers.incrementAndGet())));
    }

    @Override
    public <T extends @Nullable Object> PoolTask<T> newTask(Callable<T> body) {
        return new ForkJoinFuture<>(this, body);
    }

    @Override
    public void start(PoolWork work) {
        if (isStopping()) {
            throw refusal(null);
        }
        try {
            pool.execute(work instanceof ForkJoinTask<?> task ? task : new Plain(this, work));
        } catch (RejectedExecutionException e) {
            throw refusal(e);
        }
    }

    @Override
    public @Nullable Runner current() {
        return Thread.currentThread() instanceof WorkerThread worker && worker.core == this
                ? worker.runner
                : null;
    }

    @Override
    public void shutdown() {
        pool.shutdown();
    }

    @Override
    public boolean isShutdown() {
        return pool.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return pool.isTerminated();
    }

    @Override
    public boolean awaitTermination(long nanos) throws InterruptedException {
        return pool.awaitTermination(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    protected boolean awaitWithStandIn(PoolTask<?> task, long nanos) throws InterruptedException {
        if (!(Thread.currentThread() instanceof WorkerThread worker)) {
            return false;
        }
        worker.alone = false;
        ForkJoinPool.managedBlock(new Wait(worker, task, nanos));
        return !worker.alone;
    }

    @Override
    protected List<PoolWork> drain() {
        List<ForkJoinTask<?>> tasks = new ArrayList<>();
        int _ = pool.drainTasksTo(tasks);
        List<PoolWork> works = new ArrayList<>();
        for (ForkJoinTask<?> each : tasks) {
            if (each instanceof PoolWork work) {
                works.add(work);
            }
        }
        return works;
    }

    @Override
    public long queued() {
        return pool.getQueuedTaskCount() + pool.getQueuedSubmissionCount();
    }

    @Override
    public long stolen() {
        return pool.getStealCount();
    }

    /** A pool that gives back what it has not begun, and that never refuses for want of threads. */
    private static final class Pool extends ForkJoinPool {
        Pool(int workers, ForkJoinWorkerThreadFactory factory) {
            super(
                    workers,
                    factory,
                    null,
                    true,
                    workers,
                    Math.min(workers + MOST_SPARES, Short.MAX_VALUE),
                    workers,
                    Pool::goOnWithoutSpare,
                    KEEP_ALIVE_SECONDS,
                    TimeUnit.SECONDS);
        }

        private static boolean goOnWithoutSpare(ForkJoinPool pool) {
            if (Thread.currentThread() instanceof WorkerThread worker) {
                worker.alone = true;
            }
            return true;
        }

        @Override
        protected int drainTasksTo(Collection<? super ForkJoinTask<?>> tasks) {
            return super.drainTasksTo(tasks);
        }
    }

    /** Waits for a task, unless there is no thread to stand in. */
    private record Wait(WorkerThread worker, PoolTask<?> task, long nanos)
            implements ForkJoinPool.ManagedBlocker {
        @Override
        public boolean block() throws InterruptedException {
            if (!worker.alone) {
                boolean _ = task.awaitSignal(nanos);
            }
            return true;
        }

        @Override
        public boolean isReleasable() {
            return task.isDone();
        }
    }

    private static final class WorkerThread extends ForkJoinWorkerThread {
        private final ForkJoinCore core;
        private final Runner runner = new Runner(this);
        private boolean alone;

        WorkerThread(ForkJoinPool pool, ForkJoinCore core, String name) {
            super(pool);
            this.core = core;
            setName(name);
        }

        @Override
        protected void onStart() {
            super.onStart();
            core.enlist(runner);
        }

        @Override
        protected void onTermination(@Nullable Throwable exception) {
            core.retire(runner);
            super.onTermination(exception);
        }
    }

    /** Work without a future. */
    @SuppressWarnings("serial") // never serialized
    private static final class Plain extends ForkJoinTask<@Nullable Void> {
        private final ForkJoinCore core;
        private final PoolWork work;

        Plain(ForkJoinCore core, PoolWork work) {
            this.core = core;
            this.work = work;
        }

        @Override
        protected boolean exec() {
            Runner runner = core.current();
            if (runner != null) {
                work.run(runner);
                boolean _ = Thread.interrupted();
            }
            return true;
        }

        @Override
        public @Nullable Void getRawResult() {
            return null;
        }

        @Override
        protected void setRawResult(@Nullable Void value) {}
    }
}
