package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreCondition;
import dev.polyloom.threading.backend.CoreLock;
import dev.polyloom.threading.backend.Failure;
import dev.polyloom.threading.backend.Platform;
import dev.polyloom.threading.backend.PoolCore;
import dev.polyloom.threading.backend.PoolTask;
import dev.polyloom.threading.backend.PoolWork;
import dev.polyloom.threading.backend.Runner;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a pool that nobody has begun, no more than a limit. The workers get tickets in their
 * place, each good for the oldest task there is then, never more tickets than there may be tasks:
 * so tasks that are dropped or cancelled leave nothing behind in the queues of the workers.
 */
final class PendingTasks {
    private final PoolCore core;
    private final int most;
    private final FullPolicy policy;
    private final CoreLock lock = Platform.backend().newLock();
    private final CoreCondition room = lock.newCondition();
    private final Set<PoolTask<?>> pending = new LinkedHashSet<>();
    private int tickets;
    private long rejected;
    private boolean closed;

    PendingTasks(PoolCore core, int most, FullPolicy policy) {
        this.core = core;
        this.most = most;
        this.policy = policy;
        core.onDeparture(this::remove);
    }

    /**
     * Takes a task in.
     *
     * @param nanos how long to wait for room at most
     * @return whether it was taken in; if not, the caller is to run it
     */
    boolean admit(PoolTask<?> task, long nanos) throws InterruptedException {
        boolean own = core.current() != null;
        PoolTask<?> dropped = null;
        boolean needsTicket;
        lock.lockInterruptibly();
        try {
            if (!makeRoom(own, nanos)) {
                return false;
            }
            if (pending.size() >= most) {
                dropped = pending.iterator().next();
                pending.remove(dropped);
            }
            pending.add(task);
            needsTicket = tickets < pending.size();
            tickets += needsTicket ? 1 : 0;
        } finally {
            lock.unlock();
        }
        if (dropped != null) {
            boolean _ =
                    dropped.abandon(
                            Failure.verdict(
                                    () -> new PoolException(full("the task was dropped"), null)));
        }
        if (needsTicket) {
            start(task);
        }
        return true;
    }

    /** Waits for room, or leaves it to the caller to drop one; returns whether it is to go in. */
    private boolean makeRoom(boolean own, long nanos) throws InterruptedException {
        long left = nanos;
        while (true) {
            if (core.isStopping() || (closed && !own)) {
                throw core.refusal(null);
            }
            if (pending.size() < most || policy == FullPolicy.DROP_OLDEST) {
                return true;
            }
            if (policy == FullPolicy.REJECT) {
                rejected++;
                throw new PoolException(full("the task is refused"), null);
            }
            if (own || policy == FullPolicy.CALLER_RUNS) {
                return false;
            }
            if (left <= 0) {
                rejected++;
                throw new TimedOutException(full("no room in time"), null);
            }
            left = room.awaitNanos(left);
        }
    }

    private String full(String what) {
        return "%s: pool '%s' is full, %d tasks are pending".formatted(what, core.name(), most);
    }

    private void start(PoolTask<?> task) {
        try {
            core.start(new Ticket());
        } catch (ThreadingException e) {
            boolean refused;
            lock.lock();
            try {
                tickets--;
                refused = pending.remove(task);
                room.signal();
            } finally {
                lock.unlock();
            }
            cancelWithoutTicket();
            if (refused) {
                throw e;
            }
        }
    }

    /** Cancels tasks that counted on the ticket of another, which was dropped or cancelled. */
    private void cancelWithoutTicket() {
        PoolTask<?> left = takeWithoutTicket();
        while (left != null) {
            core.abandon(left);
            left = takeWithoutTicket();
        }
    }

    private @Nullable PoolTask<?> takeWithoutTicket() {
        lock.lock();
        try {
            if (pending.size() <= tickets) {
                return null;
            }
            PoolTask<?> first = pending.iterator().next();
            pending.remove(first);
            return first;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable PoolTask<?> take() {
        lock.lock();
        try {
            tickets--;
            Iterator<PoolTask<?>> tasks = pending.iterator();
            if (!tasks.hasNext()) {
                return null;
            }
            PoolTask<?> first = tasks.next();
            tasks.remove();
            room.signal();
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void remove(PoolTask<?> task) {
        lock.lock();
        try {
            if (pending.remove(task)) {
                room.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes in only tasks of the workers from now on. */
    void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<PoolTask<?>> drain() {
        lock.lock();
        try {
            List<PoolTask<?>> all = List.copyOf(pending);
            pending.clear();
            room.signalAll();
            return all;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return pending.size();
        } finally {
            lock.unlock();
        }
    }

    long rejected() {
        lock.lock();
        try {
            return rejected;
        } finally {
            lock.unlock();
        }
    }

    /** Runs the oldest task. */
    private final class Ticket implements PoolWork {
        @Override
        public void run(Runner runner) {
            PoolTask<?> task = take();
            if (task != null) {
                task.run(runner);
            }
        }
    }
}
