package dev.polyloom.process.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * How a pool is stopped: the queue is emptied, the workers give back what has not started, for
 * which there is a moment, and the rest is interrupted. All under the lock of the roster.
 */
final class Stop {
    private final Roster roster;
    private final Condition news;
    private final List<PoolTask> queued = new ArrayList<>();
    private final List<PoolTask> returned = new ArrayList<>();
    private boolean waits;

    /**
     * Makes it for one pool.
     *
     * @param news a condition of the lock of the roster
     */
    Stop(Roster roster, Condition news) {
        this.roster = roster;
        this.news = news;
    }

    /** Tells whether it has begun, and not finished. */
    boolean waits() {
        return waits;
    }

    /** Returns the tasks that never started, in their order, once it is finished. */
    List<PoolTask> never() {
        List<PoolTask> never = new ArrayList<>(returned);
        never.addAll(queued);
        return never;
    }

    /** Empties the queue, and asks for what has not started. */
    void begin(Steps steps) {
        waits = true;
        queued.addAll(roster.queue);
        roster.queue.clear();
        roster.disown(queued);
        roster.links.forEach(link -> roster.dispatcher().recall(link, steps));
    }

    /** Waits for what was asked for, not for ever, and interrupts what runs. */
    void finish(long recallNanos, long graceNanos, Steps steps) {
        awaitRecalls(recallNanos);
        roster.disown(returned);
        waits = false;
        for (WorkerLink link : roster.links) {
            for (PoolTask task : link.inFlight.inOrder()) {
                roster.dispatcher().interrupt(task, link, graceNanos, steps);
            }
        }
    }

    /** Takes tasks that a worker gave back, unless it is too late for them to be counted. */
    boolean takes(List<PoolTask> back) {
        if (waits) {
            returned.addAll(back);
            look();
        }
        return waits;
    }

    /** Something has changed that may have been waited for. */
    void look() {
        news.signalAll();
    }

    private void awaitRecalls(long nanos) {
        boolean interrupted = false;
        long left = nanos;
        while (left > 0 && roster.links.stream().anyMatch(each -> each.recalling)) {
            try {
                left = news.awaitNanos(left);
            } catch (InterruptedException e) {
                interrupted = true;
                left -= TimeUnit.MILLISECONDS.toNanos(1);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
