package dev.polyloom.process.pool;

import dev.polyloom.ProcessOptions;
import dev.polyloom.process.pool.Roster.Helper;
import dev.polyloom.process.pool.Roster.Phase;
import dev.polyloom.process.pool.WorkerLink.State;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.spi.PoolSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides which workers are started, replaced and stopped. All under the lock of the roster.
 *
 * <p>Starts that fail one after the other are spaced out; after some of them, if no worker is
 * there, the queued tasks fail instead of waiting for ever.
 */
final class Fleet {
    static final int MAX_FAILED_STARTS = 3;
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long MAX_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long TAKE_OVER_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long STOP_NANOS =
            TimeUnit.MILLISECONDS.toNanos(Long.getLong("polyloom.process.stopTimeout", 5_000));

    private final Roster roster;
    private final Helper helper;
    private final String name;
    private final int workers;
    private final int concurrency;
    private final long maxTasks;
    private final @Nullable Duration maxAge;
    private final long recycleBytes;
    private final long startNanos;

    /** Indexes of workers that are up whether or not there are tasks for them. */
    private final Set<Integer> kept = new TreeSet<>();

    /** Indexes of workers that are sent no tasks, whichever process has them. */
    private final Set<Integer> paused = new TreeSet<>();

    private int failedStarts;
    private long startAgainAt;

    /** When those who take over the tasks of a dead worker are expected to be through with them. */
    private long takenOverAt = System.nanoTime();

    private long replaced;

    /** Whether all workers serve and none will be recycled, so that there is nothing to adjust. */
    private boolean settled;

    private long recycled;

    Fleet(Roster roster, String name, int workers, ProcessOptions options, Helper helper) {
        this.roster = roster;
        this.helper = helper;
        this.name = name;
        this.workers = workers;
        this.concurrency = options.concurrency();
        this.maxTasks = options.maxTasksPerWorker();
        this.maxAge = options.maxWorkerAge();
        this.recycleBytes = options.recycleResidentBytes();
        this.startNanos = Times.nanos(options.startTimeout());
    }

    PoolSnapshot snapshot() {
        int alive = 0;
        int active = 0;
        long running = 0;
        for (WorkerLink link : roster.links) {
            alive += link.state == State.STARTING ? 0 : 1;
            active += link.load() > 0 ? 1 : 0;
            running += Math.min(link.load(), concurrency);
        }
        long queued = Math.max(0, roster.open() - running);
        return new PoolSnapshot(alive, active, queued, roster.completed(), replaced, recycled);
    }

    void adjust(Steps steps) {
        if (settled && roster.phase == Phase.OPEN) {
            return;
        }
        if (roster.phase == Phase.OPEN || roster.hasWork()) {
            // an index: replacements are added while we look
            for (int i = 0; i < roster.links.size(); i++) {
                considerRecycling(roster.links.get(i), steps);
            }
            startWanted(steps);
        }
        for (WorkerLink link : roster.links) {
            considerStopping(link, steps);
        }
        settled = !recycles() && roster.links.size() == workers && allServe();
    }

    /** Tells whether all workers serve and none will be recycled. */
    boolean isSettled() {
        return settled;
    }

    private boolean recycles() {
        return maxTasks > 0 || maxAge != null || recycleBytes > 0;
    }

    private boolean allServe() {
        for (WorkerLink link : roster.links) {
            if (link.state != State.READY
                    || link.retiring != null
                    || link.replaces != null
                    || link.reload) {
                return false;
            }
        }
        return true;
    }

    // ---- starting

    private void startWanted(Steps steps) {
        int starting = 0;
        int counted = 0;
        for (WorkerLink link : roster.links) {
            starting += link.state == State.STARTING ? 1 : 0;
            counted += link.retiring == null && link.replaces == null ? 1 : 0;
        }
        long demand = roster.queue.size() + (long) roster.dispatcher().sentAhead();
        long wanted = (demand + concurrency - 1) / concurrency - starting;
        long count = isTakingOver() ? 0 : Math.min(wanted, workers - counted);
        for (long i = 0; i < count && maySpawn(); i++) {
            start(freeNumber(), null, steps);
        }
        startKept(steps);
    }

    /**
     * Tells whether the others do the work of a dead worker in less time than a new one takes to
     * start, and need the processors for it.
     */
    private boolean isTakingOver() {
        boolean so = takenOverAt - System.nanoTime() > 0;
        if (so) {
            helper.lookBy(takenOverAt);
        }
        return so;
    }

    private void startKept(Steps steps) {
        if (kept.isEmpty() || roster.phase != Phase.OPEN) {
            return;
        }
        List<Integer> taken = taken();
        for (int number : kept) {
            if (!taken.contains(number) && maySpawn()) {
                start(number, null, steps);
            }
        }
    }

    /** Sees to it that a worker is up, also without tasks. */
    void keep(int number) {
        kept.add(number);
        settled = false;
    }

    void keepNoLonger(int number) {
        kept.remove(number);
    }

    /** Sends a worker, and those that replace it, no more tasks, unless the pool is ending. */
    void pause(int number, Steps steps) {
        if (roster.phase != Phase.OPEN) {
            return;
        }
        paused.add(number);
        for (WorkerLink link : roster.links) {
            if (link.number() == number) {
                link.paused = true;
                roster.dispatcher().recall(link, steps);
            }
        }
    }

    void resume(int number) {
        paused.remove(number);
        for (WorkerLink link : roster.links) {
            link.paused &= link.number() != number;
        }
    }

    void resumeAll() {
        paused.clear();
        roster.links.forEach(link -> link.paused = false);
    }

    /** Replaces a worker by a fresh process, soon. */
    void reload(WorkerLink link) {
        link.reload = true;
        settled = false;
    }

    /** Stops a worker in good order, once it has nothing to do. */
    void dismiss(WorkerLink link, String why, Steps steps) {
        if (link.retiring == null) {
            link.retiring = why;
            settled = false;
            succeed(link);
            steps.add(() -> helper.leaves(link));
        }
    }

    /** Tells whether a start may be tried now; if not, the watch looks again in time. */
    private boolean maySpawn() {
        if (failedStarts > 0 && startAgainAt - System.nanoTime() > 0) {
            helper.lookBy(startAgainAt);
            return false;
        }
        if (failedStarts > 0) {
            // one try at a time until one works
            startAgainAt = System.nanoTime() + startNanos;
        }
        return roster.phase != Phase.STOPPED;
    }

    private void start(int number, @Nullable WorkerLink replaces, Steps steps) {
        WorkerLink link = new WorkerLink(number, name + "-" + number);
        link.replaces = replaces;
        link.paused = paused.contains(number);
        settled = false;
        roster.links.add(link);
        helper.lookBy(link.bornNanos() + startNanos);
        steps.add(() -> helper.start(link));
    }

    private List<Integer> taken() {
        List<Integer> taken = new ArrayList<>();
        for (WorkerLink link : roster.links) {
            if (link.retiring == null) {
                taken.add(link.number());
            }
        }
        return taken;
    }

    private int freeNumber() {
        List<Integer> taken = taken();
        int number = 1;
        while (taken.contains(number)) {
            number++;
        }
        return number;
    }

    long startDeadline(WorkerLink link) {
        return link.bornNanos() + startNanos;
    }

    // ---- ready, dead

    /** A worker can take tasks. */
    void ready(WorkerLink link, Steps steps) {
        failedStarts = 0;
        link.state = State.READY;
        WorkerLink old = link.replaces;
        String reason = old == null ? null : reasonToRecycle(old);
        if (old != null && reason != null) {
            retire(old, reason, steps);
        }
    }

    /** A dead worker leaves. */
    void remove(WorkerLink link, boolean unexpected) {
        link.state = State.DEAD;
        settled = false;
        roster.links.remove(link);
        replaced += unexpected ? 1 : 0;
        if (unexpected
                && !helper.hasSpare()
                && roster.dispatcher().expectsToEndWithin(TAKE_OVER_NANOS)) {
            takenOverAt = System.nanoTime() + TAKE_OVER_NANOS;
        }
        WorkerLink old = link.replaces;
        if (old != null) {
            old.replacementComes = false;
        }
        succeed(link);
    }

    /** Lets the worker that was to replace another take its place. */
    private void succeed(WorkerLink old) {
        for (WorkerLink each : roster.links) {
            if (each.replaces == old) {
                each.replaces = null;
            }
        }
    }

    /**
     * Counts a start that failed.
     *
     * @return the tasks to be failed, as nothing suggests that another start would do better
     */
    List<PoolTask> startFailed() {
        failedStarts++;
        long pause = FIRST_PAUSE_NANOS << Math.min(10, failedStarts - 1);
        startAgainAt = System.nanoTime() + Math.min(pause, MAX_PAUSE_NANOS);
        List<PoolTask> doomed = new ArrayList<>();
        if (failedStarts >= MAX_FAILED_STARTS && !mayHaveWorker()) {
            kept.clear();
            doomed.addAll(roster.queue);
            roster.queue.clear();
            doomed.forEach(roster::forget);
            roster.takeInHand(doomed.size());
        }
        return doomed;
    }

    private boolean mayHaveWorker() {
        return roster.links.stream()
                .anyMatch(link -> link.state == State.READY || link.state == State.STARTING);
    }

    int failedStarts() {
        return failedStarts;
    }

    // ---- recycling

    private void considerRecycling(WorkerLink link, Steps steps) {
        if (link.state != State.READY || link.retiring != null || link.replaces != null) {
            return;
        }
        if (maxTasks > 0 && link.sent >= maxTasks) {
            retire(link, "recycled: it ran %d tasks".formatted(link.sent), steps);
        } else if (wantsReplacement(link) && maySpawn()) {
            link.replacementComes = true;
            start(link.number(), link, steps);
        }
    }

    /** Tells whether a worker has work that should soon go to another. */
    private boolean wantsReplacement(WorkerLink link) {
        boolean busy = link.load() > 0 || (!link.paused && !roster.queue.isEmpty());
        boolean soon = maxTasks > 0 && link.sent >= maxTasks - Math.max(1, maxTasks / 4);
        return !link.replacementComes
                && (link.reload || (busy && (soon || reasonToRecycle(link) != null)));
    }

    private @Nullable String reasonToRecycle(WorkerLink link) {
        if (link.reload) {
            return "recycled: a reload was asked for";
        }
        if (maxAge != null && link.ageNanos(System.nanoTime()) >= Times.nanos(maxAge)) {
            return "recycled: older than " + Times.text(maxAge);
        }
        if (recycleBytes > 0 && link.residentBytes > recycleBytes) {
            return "recycled: resident size %d bytes, over %d"
                    .formatted(link.residentBytes, recycleBytes);
        }
        return null;
    }

    private void retire(WorkerLink link, String reason, Steps steps) {
        recycled++;
        dismiss(link, reason, steps);
    }

    // ---- stopping

    private void considerStopping(WorkerLink link, Steps steps) {
        boolean ending = roster.phase != Phase.OPEN && !roster.hasWork();
        if (link.state == State.STARTING && ending) {
            steps.add(() -> link.kill("was stopped before it was ready", true));
        } else if (link.state == State.READY
                && link.load() == 0
                && (ending || link.retiring != null)
                && (roster.phase == Phase.STOPPED || helper.isQuiet(link))) {
            link.state = State.STOPPING;
            stop(link, steps);
        }
    }

    private void stop(WorkerLink link, Steps steps) {
        if (roster.phase == Phase.STOPPED) {
            steps.add(() -> link.kill("was stopped with its pool", true));
            return;
        }
        link.stopAt = System.nanoTime() + STOP_NANOS;
        helper.lookBy(link.stopAt);
        link.connection().send(FrameType.STOP, 0);
        steps.flush(link.connection());
    }
}
