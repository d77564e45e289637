package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.Failure;
import dev.polyloom.threading.backend.Platform;
import dev.polyloom.threading.backend.PoolTask;
import dev.polyloom.threading.backend.PoolWork;
import dev.polyloom.threading.backend.QueuePoolCore;
import dev.polyloom.threading.backend.QueuedTask;
import dev.polyloom.threading.backend.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Workers with a queue for all and one for each, and a clock that ends what runs for too long. The
 * clock is a thread, started with the first task that has a time.
 */
final class WorkerCore extends QueuePoolCore {
    private final CoreCondition tick = lock.newCondition();
    private final Map<PoolTask<?>, Job> queue = new LinkedHashMap<>();
    private final List<Worker> workers = new ArrayList<>();
    private final int maxPending;
    private boolean ticking;

    WorkerCore(String name, int workers, int maxPending) {
        super(name, workers, _ -> {});
        this.maxPending = maxPending;
    }

    /** A task, its name, and how long it may run. */
    record Job(QueuedTask<byte[]> task, String name, long nanos) {}

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
    void hand(List<Job> jobs, boolean toEach) {
        boolean own = current() != null;
        lock.lock();
        try {
            // the one who hands in a job for all is still there, the others may have gone
            if (isStopping() || (shutdown && (toEach || !own))) {
                throw refusal(null);
            }
            if (pendingNow() + jobs.size() > maxPending) {
                throw new PoolException(
                        "pool '%s' is full, %d tasks are pending and %d may be"
                                .formatted(name(), pendingNow(), maxPending),
                        null);
            }
            if (!ticking && jobs.getFirst().nanos() != Long.MAX_VALUE) {
                startThread(name() + "-clock", this::watch);
                ticking = true;
            }
            for (int i = 0; i < jobs.size(); i++) {
                Job job = jobs.get(i);
                (toEach ? workers.get(i).inbox : queue).put(job.task(), job);
            }
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int pendingNow() {
        return queue.size() + workers.stream().mapToInt(each -> each.inbox.size()).sum();
    }

    private @Nullable Job next(Worker worker) {
        lock.lock();
        try {
            worker.endJob();
            while (true) {
                Map<PoolTask<?>, Job> source = worker.inbox.isEmpty() ? queue : worker.inbox;
                if (!source.isEmpty()) {
                    Iterator<Job> jobs = source.values().iterator();
                    Job job = jobs.next();
                    jobs.remove();
                    worker.begin(job);
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

    private void watch() {
        while (true) {
            List<Job> late = new ArrayList<>();
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
            late.forEach(this::endLate);
        }
    }

    /** Collects the jobs over their time, and returns how long the next one has. */
    private long collectLate(List<Job> late) {
        long now = System.nanoTime();
        long least = Long.MAX_VALUE;
        for (Worker each : workers) {
            Job job = each.job;
            if (job != null && job.nanos() != Long.MAX_VALUE && !job.task().isDone()) {
                long left = job.nanos() - (now - each.begun);
                if (left <= 0) {
                    late.add(job);
                }
                least = Math.min(least, left);
            }
        }
        return least;
    }

    private void endLate(Job job) {
        String message =
                "task '%s' of pool '%s' ran for longer than %s"
                        .formatted(job.name(), name(), Duration.ofNanos(job.nanos()));
        boolean _ = job.task().abort(Failure.verdict(() -> new TimedOutException(message, null)));
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
        lock.lock();
        try {
            tick.signalAll();
        } finally {
            lock.unlock();
        }
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

    /** A worker; its fields are guarded by the lock. */
    private final class Worker implements Runnable {
        private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();

        private final String name;
        private final Map<PoolTask<?>, Job> inbox = new LinkedHashMap<>();
        private @Nullable Runner runner;
        private @Nullable Job job;
        private long begun;
        private long done;
        private long failed;

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
                for (Job next = next(this); next != null; next = next(this)) {
                    next.task().run(made);
                    boolean _ = Thread.interrupted();
                }
            } finally {
                retire(made);
            }
        }

        private void begin(Job next) {
            job = next;
            begun = System.nanoTime();
            tick.signal();
        }

        private void endJob() {
            if (job != null) {
                boolean well = job.task().status() == PoolFuture.Status.SUCCEEDED;
                done += well ? 1 : 0;
                failed += well ? 0 : 1;
                job = null;
            }
        }

        private WorkerStatus status() {
            return new WorkerStatus(name, job == null ? null : job.name(), done, failed);
        }
    }
}
