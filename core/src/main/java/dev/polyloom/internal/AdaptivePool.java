package dev.polyloom.internal;

import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads and platform threads side by side: each task runs on those that suit its kind, as
 * a {@link WorkSampler} finds it. Where it goes is decided when it is submitted, and again when it
 * is about to begin, since much may have been seen meanwhile; a task that has begun stays.
 *
 * <p>After {@link #shutdown()} tasks still go from one to the other, so both are shut only when all
 * tasks have ended. Without a gate, whoever ends a task then compares two sums. A task is counted
 * before it is refused for the shutdown, and the shutdown is noted before the sums are taken, so
 * none that was accepted is missed; of those who end the last tasks at once the later sees both.
 */
public final class AdaptivePool implements Pool {
    /** A task that was sent to and fro so often runs where it is. */
    private static final int MOST_HOPS = 4;

    private static final int TAKEN = 0;
    private static final int COMPLETED = 1;

    private final Setting setting;
    final TaskKinds kinds;
    private final ExecutorService virtual;
    private final PlatformLane platform;
    private final @Nullable AdmissionGate<AdaptiveTask> gate;
    private final StripedCounters counters = new StripedCounters();
    private final WorkSampler sampler;
    private volatile boolean shutdown;

    /**
     * What a scope wants of the pool.
     *
     * @param name prefix of thread names
     * @param workers how many tasks may run at once, as the decision says
     * @param bounded whether somebody asked for this number, so that it holds
     * @param cores how many tasks that compute may run at once
     * @param onThreads whether tasks begin on platform threads
     * @param listener hears of each move
     */
    public record Setting(
            String name,
            int workers,
            boolean bounded,
            int cores,
            boolean onThreads,
            MoveListener listener) {}

    /** Hears where the tasks of some code will run from now on. */
    @FunctionalInterface
    public interface MoveListener {
        /**
         * Takes a move; called by the thread of the sampler.
         *
         * @param tasks what the tasks are called
         * @param verdict where they go, and why
         * @param threads how many platform threads there may be now
         */
        void moved(String tasks, Placement.Verdict verdict, int threads);
    }

    /**
     * Opens a pool.
     *
     * @param setting what is wanted
     */
    public AdaptivePool(Setting setting) {
        this.setting = setting;
        kinds = new TaskKinds(setting.onThreads);
        virtual = Executors.newThreadPerTaskExecutor(VirtualPool.factory(this, setting.name));
        platform = new PlatformLane(this, setting.name, setting.cores, setting.bounded);
        gate = setting.bounded ? new AdmissionGate<>(setting.workers, new Admitted()) : null;
        sampler = new WorkSampler(this, platform);
    }

    Setting setting() {
        return setting;
    }

    @Override
    public void execute(ScopeTask<?> task) {
        AdaptiveTask own = new AdaptiveTask(this, task, kinds.of(task));
        if (gate == null) {
            launchOpen(own);
        } else {
            gate.submit(own);
        }
        sampler.tasksRun();
    }

    private void launchOpen(AdaptiveTask task) {
        counters.increment(TAKEN);
        try {
            if (shutdown) {
                throw new RejectedExecutionException("the scope is closed and takes no more tasks");
            }
            start(task);
        } catch (RejectedExecutionException | Error e) {
            counters.add(TAKEN, -1);
            shutLanesIfDone();
            throw e;
        }
    }

    /** Runs what the gate lets through. */
    private final class Admitted implements AdmissionGate.Owner<AdaptiveTask> {
        @Override
        public void launch(AdaptiveTask task) {
            counters.increment(TAKEN);
            try {
                start(task);
            } catch (RejectedExecutionException | Error e) {
                counters.add(TAKEN, -1);
                throw e;
            }
        }

        @Override
        public void failed(AdaptiveTask task, Throwable cause) {
            counters.increment(TAKEN);
            counters.increment(COMPLETED);
            task.task.fail(cause);
        }

        @Override
        public void emptied() {
            shutLanes();
        }
    }

    private void start(AdaptiveTask task) {
        task.onThreads = task.kind.onThreads();
        lane(task).execute(task);
    }

    private ExecutorService lane(AdaptiveTask task) {
        return task.onThreads ? platform.executor : virtual;
    }

    /** Runs a task in the calling thread of a lane, unless it belongs to the other lane by now. */
    void run(AdaptiveTask task) {
        if (task.onThreads == task.kind.onThreads() || !sendOn(task)) {
            if (gate != null) {
                gate.begins();
            }
            try {
                runHere(task);
            } finally {
                counters.increment(COMPLETED);
                if (gate != null) {
                    gate.ends();
                } else if (shutdown) {
                    shutLanesIfDone();
                }
            }
        }
    }

    /** Hands a task to the other lane, unless that takes none or the task was sent on too often. */
    private boolean sendOn(AdaptiveTask task) {
        if (task.hops == MOST_HOPS) {
            return false;
        }
        task.hops++;
        task.onThreads = !task.onThreads;
        try {
            lane(task).execute(task);
            return true;
        } catch (RejectedExecutionException | Error e) {
            task.onThreads = !task.onThreads;
            return false;
        }
    }

    private void runHere(AdaptiveTask task) {
        if (Thread.currentThread() instanceof WorkerThread worker) {
            worker.runs(task);
            try {
                task.task.run();
            } finally {
                worker.runs(null);
            }
            return;
        }
        WorkSampler.Followed followed = sampler.follow(task);
        try {
            task.task.run();
        } finally {
            if (followed != null) {
                sampler.ended(followed);
            }
        }
    }

    /** Has the next tasks of a kind run elsewhere, and tells of it. */
    void move(TaskKind kind, Placement.Verdict verdict) {
        kind.moveTo(verdict.to());
        setting.listener.moved(kind.name, verdict, platform.size());
    }

    /** Returns how many tasks have ended. */
    long completed() {
        return counters.sum(COMPLETED);
    }

    /** Returns how many tasks were submitted. */
    long submitted() {
        return counters.sum(TAKEN) + heldBack();
    }

    /** Returns how many tasks have not ended. */
    long open() {
        long done = completed();
        return submitted() - done;
    }

    /** Returns how many tasks wait for a place, not counting those that wait for a carrier. */
    long queued() {
        return platform.queued() + heldBack();
    }

    private long heldBack() {
        return gate == null ? 0 : gate.queued();
    }

    @Override
    public void blocked() {
        resize(1);
    }

    @Override
    public void unblocked() {
        resize(-1);
    }

    private void resize(int change) {
        if (gate != null) {
            gate.blocked(change);
        } else if (Thread.currentThread() instanceof WorkerThread) {
            platform.blocked(change);
        }
    }

    @Override
    public void shutdown() {
        shutdown = true;
        if (gate == null) {
            shutLanesIfDone();
        } else {
            gate.shutdown();
        }
    }

    private void shutLanesIfDone() {
        if (shutdown && open() == 0) {
            shutLanes();
        }
    }

    private void shutLanes() {
        platform.executor.shutdown();
        virtual.shutdown();
    }

    @Override
    public List<ScopeTask<?>> shutdownNow() {
        shutdown = true;
        List<AdaptiveTask> waiting = new ArrayList<>();
        if (gate != null) {
            // before its tasks end, which would let others through
            waiting.addAll(gate.shutdownNow());
        }
        // the platform threads first: what finds them shut runs where it is, interrupted below
        List<AdaptiveTask> queued = platform.shutdownNow();
        counters.add(TAKEN, -queued.size());
        waiting.addAll(queued);
        virtual.shutdownNow();
        List<ScopeTask<?>> neverStarted = new ArrayList<>();
        for (AdaptiveTask each : waiting) {
            if (each.task.withdraw()) {
                neverStarted.add(each.task);
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
        return virtual.isTerminated() && platform.executor.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        return virtual.awaitTermination(timeout, unit)
                && platform.executor.awaitTermination(
                        Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    @Override
    public int workers() {
        return setting.workers;
    }

    @Override
    public PoolSnapshot snapshot() {
        long done = completed();
        int queued = platform.queued();
        int running = Math.clamp(counters.sum(TAKEN) - done - queued, 0, Integer.MAX_VALUE);
        int onThreads = platform.executor.getActiveCount();
        int workers = Math.max(0, running - onThreads) + platform.executor.getPoolSize();
        long waiting = queued + heldBack();
        return new PoolSnapshot(workers, running, waiting, done, 0, 0);
    }
}
