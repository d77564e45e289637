package dev.polyloom.process.pool;

import dev.polyloom.ProcessOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The rules of the watch: starts, stops, tasks and cancelled tasks that take too long, workers that
 * are silent or too large, and tasks that wait behind a long one. Looks only while workers run
 * tasks, start or stop.
 */
final class Supervision {
    private static final long MEMORY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long MAX_BEAT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Roster roster;
    private final ProcessOptions options;
    private final ResultReader results;
    private final long heartbeatNanos;
    private final long beatNanos;
    private final long graceNanos;
    private final boolean memory;
    private long measuredAt;

    Supervision(Roster roster, ProcessOptions options, ResultReader results) {
        this.roster = roster;
        this.options = options;
        this.results = results;
        this.heartbeatNanos = Times.nanos(options.heartbeatTimeout());
        this.beatNanos = beatNanos(options);
        this.graceNanos = Times.nanos(options.cancelGrace());
        this.memory = options.maxResidentBytes() > 0 || options.recycleResidentBytes() > 0;
        this.measuredAt = System.nanoTime() - MEMORY_NANOS;
    }

    /** Returns the time between two heartbeats of a worker in milliseconds. */
    static int beatMillis(ProcessOptions options) {
        long quarter = options.heartbeatTimeout().toMillis() / 4;
        return Math.clamp(quarter, 1, 250);
    }

    /** Returns the time between two looks at a worker that is at work. */
    static long beatNanos(ProcessOptions options) {
        return Math.min(MAX_BEAT_NANOS, Times.nanos(options.heartbeatTimeout()) / 4 + 1);
    }

    /** Looks after everything once, and returns when to look again. */
    long look(long now) {
        long[] next = {results.expire(now)};
        if (memory && now - measuredAt >= MEMORY_NANOS) {
            measuredAt = now;
            measure();
        }
        roster.update(steps -> {
            for (WorkerLink link : roster.links) {
                next[0] = earlier(next[0], lookAfter(link, now, steps));
            }
            next[0] = earlier(next[0], roster.dispatcher().steal(now, steps));
        });
        return next[0];
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }

    private void measure() {
        List<WorkerLink> busy = new ArrayList<>();
        roster.note(() -> roster.links.stream().filter(l -> l.load() > 0).forEach(busy::add));
        busy.forEach(link -> link.residentBytes = Resident.bytes(link.pid()));
    }

    private long lookAfter(WorkerLink link, long now, Steps steps) {
        return switch (link.state) {
            case STARTING -> starting(link, now, steps);
            case STOPPING -> stopping(link, now, steps);
            case READY -> roster.isAtWork(link) ? busy(link, now, steps) : now + Times.FAR;
            case DEAD -> now + Times.FAR;
        };
    }

    private long starting(WorkerLink link, long now, Steps steps) {
        long deadline = roster.fleet().startDeadline(link);
        if (deadline - now > 0) {
            return deadline;
        }
        kill(
                link,
                "was not ready %s after its start, killed"
                        .formatted(Times.text(options.startTimeout())),
                steps);
        return now + Times.FAR;
    }

    private long stopping(WorkerLink link, long now, Steps steps) {
        if (link.stopAt - now > 0) {
            return link.stopAt;
        }
        steps.add(() -> link.kill("did not end when told to, killed", true));
        return now + Times.FAR;
    }

    private long busy(WorkerLink link, long now, Steps steps) {
        checkSilence(link, now, steps);
        checkMemory(link, steps);
        long[] next = {now + (memory ? Math.min(beatNanos, MEMORY_NANOS) : beatNanos)};
        link.refreshStarts();
        link.inFlight.forEach(task -> {
            next[0] = earlier(next[0], timeout(task, link, now, steps));
            next[0] = earlier(next[0], grace(task, link, now, steps));
        });
        return next[0];
    }

    private void checkSilence(WorkerLink link, long now, Steps steps) {
        if (link.silence(now, 2 * beatNanos) >= heartbeatNanos) {
            String text = Times.text(options.heartbeatTimeout());
            kill(link, "was stopped or stuck: no heartbeat for " + text + ", killed", steps);
        }
    }

    private void checkMemory(WorkerLink link, Steps steps) {
        long limit = options.maxResidentBytes();
        if (limit > 0 && link.residentBytes > limit) {
            String reason =
                    "exceeded its memory limit of %d bytes with a resident size of %d, killed"
                            .formatted(limit, link.residentBytes);
            kill(link, reason, steps);
        }
    }

    /** Kills the worker of a task that is over its time; else returns when to look again. */
    private long timeout(PoolTask task, WorkerLink link, long now, Steps steps) {
        long timeout = task.timeoutNanos();
        if (timeout < 0 || task.timedOut) {
            return now + Times.FAR;
        }
        long at = (task.started ? task.startedNanos : now) + timeout;
        if (at - now > 0) {
            return at;
        }
        task.timedOut = true;
        String text = Times.text(Objects.requireNonNull(task.task().timeout()));
        kill(link, "was killed as a task ran longer than its " + text, steps);
        return now + Times.FAR;
    }

    /** Kills the worker of a cancelled task that runs on; else returns when to look again. */
    private long grace(PoolTask task, WorkerLink link, long now, Steps steps) {
        if (!task.cancelled || task.timedOut) {
            return now + Times.FAR;
        }
        if (task.killAt - now <= 0 && task.started) {
            String text = Times.text(options.cancelGrace());
            kill(link, "was killed as a cancelled task ran on for " + text, steps);
            return now + Times.FAR;
        }
        if (task.killAt - now <= 0) {
            task.killAt = now + graceNanos;
        }
        return task.killAt;
    }

    private static void kill(WorkerLink link, String reason, Steps steps) {
        steps.add(() -> link.kill(reason, false));
    }
}
