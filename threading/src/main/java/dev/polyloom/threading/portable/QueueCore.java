package dev.polyloom.threading.portable;

import dev.polyloom.threading.SpawnException;
import dev.polyloom.threading.backend.Platform;
import dev.polyloom.threading.backend.PoolTask;
import dev.polyloom.threading.backend.PoolWork;
import dev.polyloom.threading.backend.QueuePoolCore;
import dev.polyloom.threading.backend.Runner;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Workers that share one queue. A worker is started when there is work and none that is idle. */
final class QueueCore extends QueuePoolCore {
    /** How many threads may stand in for those that wait deep in their stacks. */
    private static final int MOST_STAND_INS = 64;

    private final Set<PoolWork> queue = new LinkedHashSet<>();

    @SuppressWarnings("ThreadLocalUsage") // each pool has its own
    private final ThreadLocal<@Nullable Runner> runners = new ThreadLocal<>();

    private int started;
    private int idle;
    private int standIns;

    QueueCore(String name, int workers, Consumer<? super Throwable> uncaught) {
        super(name, workers, uncaught);
    }

    @Override
    public void start(PoolWork work) {
        boolean own = current() != null;
        lock.lock();
        try {
            if (isStopping() || (shutdown && !own)) {
                throw refusal(null);
            }
            queue.add(work);
            wakeOrStart(work);
        } finally {
            lock.unlock();
        }
    }

    private void wakeOrStart(PoolWork work) {
        if (queue.size() > idle && alive < workers() + standIns) {
            startWorker(work);
        } else {
            change.signal();
        }
    }

    @Override
    protected boolean awaitWithStandIn(PoolTask<?> task, long nanos) throws InterruptedException {
        lock.lock();
        try {
            if (standIns >= MOST_STAND_INS) {
                return false;
            }
            standIns++;
            if (!queue.isEmpty()) {
                wakeOrStart(queue.iterator().next());
            }
        } finally {
            lock.unlock();
        }
        try {
            boolean _ = task.awaitSignal(nanos);
            return true;
        } finally {
            lock.lock();
            standIns--;
            lock.unlock();
        }
    }

    private void startWorker(PoolWork first) {
        String name = "%s-worker-%d".formatted(name(), started + 1);
        Thread thread = Platform.backend().newThread(false, name, 0, 0, true, this::work);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            if (alive > 0) {
                return;
            }
            queue.remove(first);
            throw new SpawnException("pool '%s' could not start a worker".formatted(name()), e);
        }
        started++;
        alive++;
    }

    private void work() {
        Runner runner = new Runner(Thread.currentThread());
        runners.set(runner);
        enlist(runner);
        try {
            for (PoolWork work = next(); work != null; work = next()) {
                runWith(runner, work);
            }
        } finally {
            retire(runner);
            runners.remove();
        }
    }

    private void runWith(Runner runner, PoolWork work) {
        try {
            work.run(runner);
        } catch (Throwable e) {
            report(e);
        }
        boolean _ = Thread.interrupted();
    }

    private @Nullable PoolWork next() {
        lock.lock();
        try {
            while (queue.isEmpty()) {
                if (shutdown) {
                    leave();
                    return null;
                }
                idle++;
                awaitChange();
                idle--;
            }
            if (alive > workers() + standIns) {
                leave();
                change.signal();
                return null;
            }
            Iterator<PoolWork> works = queue.iterator();
            PoolWork first = works.next();
            works.remove();
            return first;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Runner current() {
        return runners.get();
    }

    @Override
    protected List<PoolWork> drain() {
        lock.lock();
        try {
            List<PoolWork> works = List.copyOf(queue);
            queue.clear();
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
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long queued() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }
}
