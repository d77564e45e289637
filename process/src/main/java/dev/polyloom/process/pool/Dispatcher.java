package dev.polyloom.process.pool;

import dev.polyloom.ProcessOptions;
import dev.polyloom.process.pool.Roster.Helper;
import dev.polyloom.process.transport.FrameType;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends queued tasks to workers, and calls them back. While tasks are short, a worker is sent more
 * than it can run at once, about a millisecond of work, to hide the way there and back. All under
 * the lock of the roster.
 */
final class Dispatcher {
    private static final long AHEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int MAX_AHEAD = 512;
    private static final long MAX_AHEAD_BYTES = 256 * 1024;
    private static final int SMOOTHING = 8;

    private final Roster roster;
    private final Helper helper;
    private final int concurrency;
    private final long maxTasks;
    private final long beatNanos;
    private long averageRunNanos = -1;

    Dispatcher(Roster roster, ProcessOptions options, Helper helper) {
        this.roster = roster;
        this.helper = helper;
        this.concurrency = options.concurrency();
        this.maxTasks = options.maxTasksPerWorker();
        this.beatNanos = Times.nanos(options.heartbeatTimeout()) / 4;
    }

    /** Learns from a task that has run. */
    void ran(long nanos) {
        averageRunNanos =
                averageRunNanos < 0
                        ? nanos
                        : averageRunNanos + (nanos - averageRunNanos) / SMOOTHING;
    }

    /** Tells whether the workers there are will probably have done all tasks within a time. */
    boolean expectsToEndWithin(long nanos) {
        long workers = roster.links.stream().filter(WorkerLink::takesTasks).count();
        return averageRunNanos >= 0
                && workers > 0
                && averageRunNanos * roster.open() / (workers * concurrency) <= nanos;
    }

    void sendTasks(Steps steps) {
        while (roster.hasQueued()) {
            WorkerLink link = pick();
            if (link == null) {
                break;
            }
            sendOrForget(roster.queue.remove(), link, steps);
        }
        if (stealable() != null) {
            helper.lookBy(System.nanoTime() + AHEAD_NANOS);
        }
    }

    private void sendOrForget(PoolTask task, WorkerLink link, Steps steps) {
        if (task.task().claim()) {
            send(task, link, steps);
        } else {
            roster.forget(task);
        }
    }

    private void send(PoolTask task, WorkerLink link, Steps steps) {
        if (link.load() == 0) {
            long now = System.nanoTime();
            link.expectWork(now);
            helper.lookBy(now + beatNanos);
        }
        link.sent++;
        link.bytesInFlight += task.size();
        task.sentTo(link, ++link.lastNumber);
        link.inFlight.add(task);
        steps.flush(link.connection());
        long timeout = task.timeoutNanos();
        if (timeout >= 0) {
            helper.lookBy(System.nanoTime() + timeout);
        }
    }

    private @Nullable WorkerLink pick() {
        WorkerLink best = null;
        for (WorkerLink link : roster.links) {
            if (link.takesTasks()
                    && (maxTasks == 0 || link.sent < maxTasks)
                    && (best == null || link.load() < best.load())) {
                best = link;
            }
        }
        if (best == null || best.load() < concurrency) {
            return best;
        }
        boolean room = best.load() - concurrency < ahead() && best.bytesInFlight < MAX_AHEAD_BYTES;
        return room ? best : null;
    }

    private long ahead() {
        if (averageRunNanos < 0 || averageRunNanos > AHEAD_NANOS) {
            return 0;
        }
        return Math.min(MAX_AHEAD, AHEAD_NANOS / Math.max(1, averageRunNanos));
    }

    /** Returns how many tasks were sent that cannot have started. */
    int sentAhead() {
        int sum = 0;
        for (WorkerLink link : roster.links) {
            sum += Math.max(0, link.load() - concurrency);
        }
        return sum;
    }

    /** Returns a worker that has tasks waiting while another has nothing to do, or null. */
    private @Nullable WorkerLink stealable() {
        boolean idle = false;
        WorkerLink rich = null;
        for (WorkerLink link : roster.links) {
            idle |= link.takesTasks() && link.load() < concurrency;
            if (link.takesTasks() && link.load() > concurrency) {
                rich = link;
            }
        }
        return idle ? rich : null;
    }

    /**
     * Recalls what waits behind a long task while another worker is idle; tells when to look next.
     */
    long steal(long now, Steps steps) {
        WorkerLink rich = roster.queue.isEmpty() ? stealable() : null;
        if (rich == null) {
            return now + Times.FAR;
        }
        if (now - rich.progressNanos >= AHEAD_NANOS) {
            recall(rich, steps);
        }
        return now + AHEAD_NANOS;
    }

    /** Asks a worker for all tasks that have not started. */
    void recall(WorkerLink link, Steps steps) {
        if (link.state == WorkerLink.State.READY && link.load() > 0 && !link.recalling) {
            link.recalling = true;
            link.connection().send(FrameType.RECALL, 0);
            steps.flush(link.connection());
        }
    }

    /** Tells whoever has a task that its future was cancelled or timed out. */
    void callOff(PoolTask task, boolean interrupt, long graceNanos, Steps steps) {
        WorkerLink link = task.link;
        if (link == null) {
            task.drop();
        } else if (interrupt) {
            interrupt(task, link, graceNanos, steps);
        } else {
            link.connection().send(FrameType.DROP, task.number);
            steps.flush(link.connection());
        }
    }

    /** Interrupts a task, whose worker is killed if it runs on. */
    void interrupt(PoolTask task, WorkerLink link, long graceNanos, Steps steps) {
        link.connection().send(FrameType.CANCEL, task.number);
        steps.flush(link.connection());
        task.cancelled = true;
        task.killAt = System.nanoTime() + graceNanos;
        helper.lookBy(task.killAt);
    }
}
