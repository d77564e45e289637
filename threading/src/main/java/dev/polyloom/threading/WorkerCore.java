package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.Platform;
import dev.polyloom.threading.backend.PoolTask;
import dev.polyloom.threading.backend.PoolWork;
import dev.polyloom.threading.backend.QueuePoolCore;
import dev.polyloom.threading.backend.Runner;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Workers with a queue for all and one for each, and a clock that ends what runs for too long. The
 * clock is a thread, started with the first task that has a time.
 */
final class WorkerCore extends QueuePoolCore {
    private final CoreCondition tick = lock.newCondition();
    private final Map<PoolTask<?>, WorkerJob> queue = new LinkedHashMap<>();
    private final List<Worker> workers = new ArrayList<>();
    private final int maxPending;
    private boolean ticking;

    WorkerCore(String name, int workers, int maxPending) {
        super(name, workers, _ -> {});
        this.maxPending = maxPending;
    }

    void open() {
        lock.lock();
        try {
            for (int i = 1; i <= workers(); i++) {
                workers.add(new Worker("%s-worker-%d".formatted(name(), i)));
            }
            for (Worker each : workers) {
                startThread(each.name, each);
                alive++;
            }
        } catch (SpawnException e) {
            shutdown();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void startThread(String threadName, Runnable body) {
        try {
            Platform.backend().newThread(false, threadName, 0, 0, true, body).start();
        } catch (OutOfMemoryError e) {
            throw new SpawnException(
                    "pool '%s' could not start '%s'".formatted(name(), threadName), e);
        }
    }

    /** Takes jobs in, all or none. */
    void hand(List<WorkerJob> jobs) {
        boolean own = current() != null;
        WorkerJob first = jobs.getFirst();
        lock.lock();
        try {
            // the one who hands in a job for all is still there, the others may have gone
            if (isStopping() || (shutdown && (first.isBound() || !own))) {
                throw refusal(null);
            }
            if (pendingNow() + jobs.size() > maxPending) {
                throw new PoolException(
                        "pool '%s' is full, %d tasks are pending and %d may be"
                                .formatted(name(), pendingNow(), maxPending),
                        null);
            }
            if (!ticking && first.isTimed()) {
                startThread(name() + "-clock", this::watch);
                ticking = true;
            }
            for (int i = 0; i < jobs.size(); i++) {
                WorkerJob job = jobs.get(i);
                (job.isBound() ? workers.get(i).inbox : queue).put(job, job);
            }
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int pendingNow() {
        return queue.size() + workers.stream().mapToInt(each -> each.inbox.size()).sum();
    }

    private @Nullable WorkerJob next(Worker worker) {
        lock.lock();
        try {
            while (true) {
                Map<PoolTask<?>, WorkerJob> source = worker.inbox.isEmpty() ? queue : worker.inbox;
                if (!source.isEmpty()) {
                    Iterator<WorkerJob> jobs = source.values().iterator();
                    WorkerJob job = jobs.next();
                    jobs.remove();
                    return job;
                }
                if (shutdown) {
                    leave();
                    tick.signalAll();
                    return null;
                }
                awaitChange();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void begun(PoolTask<?> task) {
        super.begun(task);
        Worker worker = Worker.CURRENT.get();
        if (worker == null || !(task instanceof WorkerJob job)) {
            return;
        }
        worker.begin(job);
        if (job.isTimed()) {
            signalTick();
        }
    }

    private void signalTick() {
        lock.lock();
        try {
            tick.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Counts a job in the worker that ran it, if that is this thread. */
    void ended(WorkerJob job) {
        Worker worker = Worker.CURRENT.get();
        if (worker != null) {
            worker.end(job);
        }
    }

    private void watch() {
        while (true) {
            List<WorkerJob> late = new ArrayList<>();
            lock.lock();
            try {
                if (shutdown && alive == 0) {
                    return;
                }
                long left = collectLate(late);
                if (late.isEmpty()) {
                    long _ = tick.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                // nobody has this thread: look again
                continue;
            } finally {
                lock.unlock();
            }
            late.forEach(this::endApart);
        }
    }

    /** Ends a job in a thread of its own, as what is to be done then may take long. */
    private void endApart(WorkerJob job) {
        try {
            startThread(name() + "-late", job::endLate);
        } catch (SpawnException _) {
            job.endLate();
        }
    }

    /** Collects the jobs over their time, and returns how long the next one has. */
    private long collectLate(List<WorkerJob> late) {
        long now = System.nanoTime();
        long least = Long.MAX_VALUE;
        for (Worker each : workers) {
            for (WorkerJob job = each.job; job != null; job = job.outer()) {
                long left = job.left(now);
                if (left <= 0) {
                    job.expire();
                    late.add(job);
                } else {
                    least = Math.min(least, left);
                }
            }
        }
        return least;
    }

    List<WorkerStatus> status() {
        lock.lock();
        try {
            return workers.stream().map(Worker::status).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start(PoolWork work) {
        throw new UnsupportedOperationException("workers take only tasks with names");
    }

    @Override
    public @Nullable Runner current() {
        Worker worker = Worker.CURRENT.get();
        return worker != null && worker.core().equals(this) ? worker.runner : null;
    }

    @Override
    public void shutdown() {
        super.shutdown();
        signalTick();
    }

    @Override
    protected List<PoolWork> drain() {
        lock.lock();
        try {
            List<PoolWork> works = new ArrayList<>(queue.keySet());
            queue.clear();
            for (Worker each : workers) {
                works.addAll(each.inbox.keySet());
                each.inbox.clear();
            }
            return works;
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void forget(PoolTask<?> task) {
        lock.lock();
        try {
            queue.remove(task);
            workers.forEach(each -> each.inbox.remove(task));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long queued() {
        lock.lock();
        try {
            return pendingNow();
        } finally {
            lock.unlock();
        }
    }

    /** A worker. Others see what it does and has done; its inbox is guarded by the lock. */
    private final class Worker implements Runnable {
        private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();

        private final String name;
        private final Map<PoolTask<?>, WorkerJob> inbox = new LinkedHashMap<>();
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private volatile @Nullable Runner runner;
        private volatile @Nullable WorkerJob job;

        Worker(String name) {
            this.name = name;
        }

        WorkerCore core() {
            return WorkerCore.this;
        }

        @Override
        public void run() {
            Runner made = new Runner(Thread.currentThread());
            runner = made;
            CURRENT.set(this);
            enlist(made);
            try {
                for (WorkerJob next = next(this); next != null; next = next(this)) {
                    next.run(made);
                    boolean _ = Thread.interrupted();
                }
            } finally {
                retire(made);
            }
        }

        private void begin(WorkerJob next) {
            next.begin(job);
            job = next;
        }

        @SuppressWarnings("ReferenceEquality") // one that another worker ran is another object
        private void end(WorkerJob last) {
            if (job == last) {
                (last.status() == PoolFuture.Status.SUCCEEDED ? done : failed).incrementAndGet();
                job = last.outer();
            }
        }

        private WorkerStatus status() {
            WorkerJob now = job;
            return new WorkerStatus(
                    name, now == null ? null : now.name(), done.get(), failed.get());
        }
    }
}
