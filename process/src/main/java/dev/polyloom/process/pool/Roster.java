package dev.polyloom.process.pool;

import dev.polyloom.ProcessOptions;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.ProtocolException;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue and the workers of one pool, and who runs what, under one lock. Every event is an
 * {@link #update}: the change itself, then {@link #advance}, which does whatever has become
 * possible, then, with the lock released, all that touches the world outside.
 */
final class Roster {
    /** The life of a pool. */
    enum Phase {
        OPEN,
        DRAINING,
        STOPPED,
        TERMINATED
    }

    /** What the roster asks for, outside its lock. */
    interface Helper {
        /** Starts the process of a new worker. */
        void start(WorkerLink link);

        /** Tells whether a new worker would be there at once; must not wait. */
        boolean hasSpare();

        /** Sees to it that the watch looks no later than this. */
        void lookBy(long nanoTime);

        /** Tells whether a worker answers nobody but the queue; must not wait. */
        boolean isQuiet(WorkerLink link);

        /** A worker takes nothing more, and will be stopped. */
        void leaves(WorkerLink link);

        /** All workers and tasks are gone. */
        void terminated();
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Helper helper;
    private final Dispatcher dispatcher;
    private final Fleet fleet;

    /** As many tasks are added at once while more could only wait. */
    private static final int FEW = 256;

    /** Tasks that have come and not been added yet, which takes the lock. */
    private final Inbound inbound = new Inbound();

    /** Whether a task more could only wait until a worker has answered. */
    private volatile boolean saturated;

    final Deque<PoolTask> queue = new ArrayDeque<>();
    final List<WorkerLink> links = new ArrayList<>();
    volatile Phase phase = Phase.OPEN;

    /**
     * Tasks that are in none of the collections, as somebody is about to complete or requeue them.
     */
    private int inHand;

    /** How the pool is being stopped, if it is. */
    private @Nullable Stop stop;

    private long taken;
    private long openTasks;
    private int abandonedOpen;

    Roster(String name, int workers, ProcessOptions options, Helper helper) {
        this.helper = helper;
        this.dispatcher = new Dispatcher(this, options, helper);
        this.fleet = new Fleet(this, name, workers, options, helper);
    }

    Fleet fleet() {
        return fleet;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Makes a change and does all that follows from it. */
    void update(Consumer<Steps> change) {
        Steps steps = new Steps();
        lock.lock();
        try {
            change.accept(steps);
            advance(steps);
        } finally {
            lock.unlock();
        }
        steps.run();
        addInbound();
    }

    /** Makes a change from which nothing follows yet. */
    void note(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
        addInbound();
    }

    /** Does what has become possible. */
    void advance() {
        update(steps -> {});
    }

    private void advance(Steps steps) {
        if (phase == Phase.TERMINATED) {
            return;
        }
        if (accepts() && !fleet.isSettled()) {
            takeInbound();
        }
        forgetCancelledHeads();
        dispatcher.sendTasks(steps);
        fleet.adjust(steps);
        boolean full = !queue.isEmpty() && fleet.isSettled();
        if (saturated != full) {
            saturated = full;
        }
        if (phase != Phase.OPEN && links.isEmpty() && queue.isEmpty() && inHand == 0) {
            phase = Phase.TERMINATED;
            steps.add(helper::terminated);
        }
    }

    private void forgetCancelledHeads() {
        for (PoolTask head = queue.peek();
                head != null && head.task().isDone();
                head = queue.peek()) {
            queue.remove();
            forget(head);
        }
    }

    /** Tells whether one start after the other has failed. */
    boolean hasFailedToStart() {
        lock.lock();
        try {
            return fleet.failedStarts() >= Fleet.MAX_FAILED_STARTS;
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether there is, or may come, work for a worker. */
    boolean hasWork() {
        return !queue.isEmpty() || inHand > 0;
    }

    /** Tells whether a worker has tasks, or something to answer; the lock is held. */
    boolean isAtWork(WorkerLink link) {
        return link.load() > 0 || !helper.isQuiet(link);
    }

    /** Returns what the pool looks like. */
    PoolSnapshot snapshot() {
        PoolSnapshot seen;
        lock.lock();
        try {
            if (accepts()) {
                takeInbound();
            }
            seen = fleet.snapshot();
        } finally {
            lock.unlock();
        }
        // who submitted meanwhile has left the task to whoever held the lock
        advance();
        return seen;
    }

    /** Returns how many tasks wait or run whose futures are open. */
    long open() {
        return openTasks - abandonedOpen;
    }

    /** Returns how many tasks have ended, however they did. */
    long completed() {
        return taken - open();
    }

    /** Counts a task that failed before it could be added. */
    void refused() {
        note(() -> taken++);
    }

    /**
     * Adds a task: at once, or when whoever holds the lock has let it go, who then does it, or,
     * while all workers have as much as they may, with the next answer. So those who submit wait
     * neither for each other nor for those who take results.
     *
     * @return false if the pool takes no more tasks
     */
    boolean add(PoolTask task) {
        inbound.add(task);
        if (phase != Phase.OPEN && takeBack(task)) {
            return false;
        }
        addInbound();
        return true;
    }

    /** Takes a task back that was not added before the pool was shut down. */
    private boolean takeBack(PoolTask task) {
        lock.lock();
        try {
            task.refused = !task.added;
            if (task.refused) {
                forget(task);
            }
            return task.refused;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds the tasks that have come while the caller, or another thread, held the lock. Who finds
     * the workers saturated has put its task there before; who ends that looks there afterwards.
     */
    private void addInbound() {
        while (!saturated && !inbound.isEmpty() && accepts() && lock.tryLock()) {
            Steps steps = new Steps();
            try {
                advance(steps);
            } finally {
                lock.unlock();
            }
            steps.run();
        }
    }

    // ---- tasks come and go; the lock is held

    private void takeInbound() {
        takeInbound(Integer.MAX_VALUE);
    }

    private void takeInbound(int most) {
        PoolTask task = inbound.poll();
        for (int i = 1; task != null; i++) {
            if (!task.refused) {
                taken++;
                openTasks++;
                task.added = true;
                task.open = true;
                queue.add(task);
            }
            task = i < most ? inbound.poll() : null;
        }
    }

    /** Tells whether a task waits to be sent; those that have come lately are added as needed. */
    boolean hasQueued() {
        if (queue.isEmpty() && accepts()) {
            takeInbound(FEW);
        }
        return !queue.isEmpty();
    }

    private boolean accepts() {
        return phase == Phase.OPEN || phase == Phase.DRAINING;
    }

    /** Lets a task go that has ended, or will be ended by the caller. */
    void forget(PoolTask task) {
        task.task().attach(null);
        openTasks -= task.open ? 1 : 0;
        task.open = false;
        abandonedOpen -= task.abandoned ? 1 : 0;
        task.abandoned = false;
    }

    private @Nullable PoolTask remove(WorkerLink link, long number) {
        PoolTask task = link.inFlight.remove(number);
        if (task != null) {
            link.bytesInFlight -= task.size();
            forget(task);
        }
        return task;
    }

    /**
     * Takes tasks off a worker that has run them, in hand of the caller, by its replies; null for
     * one that it never had.
     */
    List<@Nullable PoolTask> answered(WorkerLink link, List<Frame> replies)
            throws ProtocolException {
        List<@Nullable PoolTask> answered = new ArrayList<>(replies.size());
        lock.lock();
        try {
            for (Frame reply : replies) {
                PoolTask task = remove(link, reply.task());
                if (task != null) {
                    inHand++;
                    dispatcher.ran(reply.number(1));
                }
                answered.add(task);
            }
            link.progressNanos = System.nanoTime();
        } finally {
            lock.unlock();
        }
        return answered;
    }

    /** Takes a cancelled task off a worker that dropped it, in hand of the caller. */
    @Nullable PoolTask dropped(WorkerLink link, long number) {
        lock.lock();
        try {
            PoolTask task = remove(link, number);
            link.progressNanos = System.nanoTime();
            if (task != null) {
                link.sent--;
                inHand++;
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    /** Counts tasks that will be completed or requeued by and by. */
    void takeInHand(int count) {
        inHand += count;
    }

    /** Ends what {@link #takeInHand} began for tasks that have been completed. */
    void settled(int count) {
        update(steps -> inHand -= count);
    }

    /** Takes tasks that a worker gave back off it; {@link #requeue} follows. */
    List<PoolTask> takeBack(WorkerLink link, Collection<Long> numbers) {
        List<PoolTask> back = new ArrayList<>();
        for (Long number : numbers) {
            PoolTask task = link.inFlight.remove(number);
            if (task != null) {
                link.bytesInFlight -= task.size();
                link.sent--;
                task.takenBack();
                back.add(task);
            }
        }
        link.recalling = false;
        inHand += back.size();
        return back;
    }

    /** Puts tasks that never started at the head of the queue, in their order. */
    void requeue(List<PoolTask> back) {
        back.forEach(each -> each.task().unclaim());
        List<PoolTask> orphans = new ArrayList<>();
        update(steps -> {
            inHand -= back.size();
            back.reversed().forEach(each -> requeue(each, orphans));
        });
        orphans.forEach(each -> each.task().cancel(false));
    }

    private void requeue(PoolTask task, List<PoolTask> orphans) {
        if (phase != Phase.STOPPED && !task.task().isDone()) {
            queue.addFirst(task);
        } else {
            forget(task);
            orphans.add(task);
        }
    }

    /** Hands the tasks that a worker gave back to who stops the pool, or requeues them. */
    void recalled(WorkerLink link, Collection<Long> numbers) {
        List<PoolTask> back = new ArrayList<>();
        note(() -> {
            List<PoolTask> taken = takeBack(link, numbers);
            if (stop != null && stop.takes(taken)) {
                inHand -= taken.size();
            } else {
                back.addAll(taken);
            }
        });
        requeue(back);
    }

    /** Tells a worker that the future of a task was cancelled or timed out. */
    void abandon(ScopeTask<?> cancelled, boolean interrupt, long graceNanos) {
        update(steps -> {
            PoolTask task = PoolTask.of(cancelled);
            if (task != null) {
                abandonedOpen += task.abandoned ? 0 : 1;
                task.abandoned = true;
                dispatcher.callOff(task, interrupt, graceNanos, steps);
            }
        });
    }

    // ---- the end

    void shutdown() {
        update(steps -> {
            phase = phase == Phase.OPEN ? Phase.DRAINING : phase;
            fleet.resumeAll();
        });
    }

    /** Takes no more tasks, interrupts those that run, and returns those that never started. */
    List<PoolTask> stop(long recallNanos, long graceNanos) {
        Stop begun = new Stop(this, lock.newCondition());
        Steps recalls = new Steps();
        note(() -> {
            if (phase.compareTo(Phase.STOPPED) >= 0) {
                links.forEach(each -> each.kill("was killed as its pool was stopped", true));
            } else {
                stop = begun;
                phase = Phase.STOPPED;
                takeInbound();
                begun.begin(recalls);
            }
        });
        recalls.run();
        if (begun.waits()) {
            update(steps -> begun.finish(recallNanos, graceNanos, steps));
        }
        return begun.never();
    }

    /** Lets tasks go as if they had never come; the lock is held. */
    void disown(List<PoolTask> never) {
        never.forEach(this::forget);
        taken -= never.size();
    }

    /**
     * Takes a dead worker out. The caller completes or requeues what it leaves, and then
     * {@linkplain #settled settles} the worker itself: until then the pool does not end.
     */
    Estate bury(WorkerLink link, boolean clean, boolean wasReady) {
        lock.lock();
        try {
            boolean stopped = link.state == WorkerLink.State.STOPPING && clean;
            boolean expected = stopped || link.killExpected();
            List<PoolTask> started = new ArrayList<>();
            List<PoolTask> unstarted = divide(link, started);
            fleet.remove(link, wasReady && !expected);
            inHand++;
            if (stop != null) {
                stop.look();
            }
            List<PoolTask> doomed = wasReady || expected ? List.of() : fleet.startFailed();
            return new Estate(expected, started, unstarted, doomed);
        } finally {
            lock.unlock();
        }
    }

    /** Takes all tasks off a dead worker in hand, and returns those that never started. */
    private List<PoolTask> divide(WorkerLink link, List<PoolTask> started) {
        List<Long> unstarted = new ArrayList<>();
        Estate.share(link, started, unstarted);
        started.forEach(this::forget);
        inHand += started.size();
        List<PoolTask> back = takeBack(link, unstarted);
        link.inFlight.clear();
        return back;
    }
}
